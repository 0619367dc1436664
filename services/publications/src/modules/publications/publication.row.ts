import { z } from 'zod';
import { DATASETS } from '@lientinh/contracts';
import type { Publication } from '@lientinh/publishing';
import { instantText } from '../feeds';

const whole = z.coerce.number().int();

/** Columns of a row, from `followed_publication p`. */
export const PUBLICATION_COLUMNS = `p.id, p.dataset, p.sequence, p.publisher, p.province, p.content_hash, p.row_count, p.supersedes,
  ${instantText('p.recorded_at')} as recorded_at, p.hash, p.status, ${instantText('p.retracted_at')} as retracted_at, p.retraction_reason`;

export const publicationRow = z.object({
  id: z.string(),
  dataset: z.enum(DATASETS),
  sequence: whole,
  publisher: z.string(),
  province: z.string().nullable(),
  content_hash: z.string(),
  row_count: whole,
  supersedes: z.string().nullable(),
  recorded_at: z.string(),
  hash: z.string(),
  status: z.enum(['ACCEPTED', 'SUPERSEDED', 'RETRACTED']),
  retracted_at: z.string().nullable(),
  retraction_reason: z.string().nullable(),
});
export type PublicationRow = z.output<typeof publicationRow>;

/** A publication as the graph shows it; `supersedes` is resolved by id where it is asked for. */
export type ListedPublication = Publication & { readonly supersedesId: string | null };

export function toPublication(row: PublicationRow): ListedPublication {
  return {
    id: row.id,
    dataset: row.dataset,
    publisher: { id: row.publisher },
    province: row.province === null ? null : { id: row.province },
    status: row.status,
    receivedAt: row.recorded_at,
    rowCount: row.row_count,
    contentHash: row.content_hash,
    supersedes: null,
    supersedesId: row.supersedes,
    retractedAt: row.retracted_at,
    retractionReason: row.retraction_reason,
    ledgerSequence: row.sequence,
    ledgerHash: row.hash,
  };
}

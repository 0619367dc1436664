import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import { documentName, toSources } from '../plan/fact-source';
import type { PlanFinding } from './finding.types';

const findingRow = z
  .object({
    publication: z.coerce.number().int(),
    code: z.string(),
    message_vi: z.string(),
    message_en: z.string(),
    lines_from: z.array(z.number().int()),
    lines_to: z.array(z.number().int()),
    document_name: z.string().nullable(),
  })
  .transform((row): PlanFinding & { readonly publicationSequence: number } => {
    const sources = toSources(row.document_name, row.lines_from, row.lines_to);
    return {
      publicationSequence: row.publication,
      code: row.code,
      messageVi: row.message_vi,
      messageEn: row.message_en,
      source: sources[0] ?? null,
      sources,
    };
  });

const byPublications = statement(
  'list-findings',
  findingRow,
  `select f.publication, f.code, f.message_vi, f.message_en, f.lines_from, f.lines_to, ${documentName('f')}
   from finding f where f.publication = any($1::bigint[]) order by f.publication, f.ordinal`,
);

/** The findings on plans, by publication, in the order of the reader. */
export function listFindings(
  reader: Reader,
  publications: readonly number[],
): Promise<(PlanFinding & { readonly publicationSequence: number })[]> {
  return reader.all(byPublications, [publications]);
}

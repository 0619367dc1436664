import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import { documentName, toSources } from '../plan/fact-source';
import type { LegalReference } from './legal-reference.types';

const referenceRow = z
  .object({
    publication: z.coerce.number().int(),
    number: z.string(),
    kind: z.string(),
    issued_on: z.string().nullable(),
    cited_from: z.array(z.number().int()),
    cited_to: z.array(z.number().int()),
    document_name: z.string().nullable(),
  })
  .transform((row): LegalReference & { readonly publicationSequence: number } => ({
    publicationSequence: row.publication,
    number: row.number,
    kind: row.kind,
    issuedOn: row.issued_on,
    citedAt: toSources(row.document_name, row.cited_from, row.cited_to),
  }));

const byPublications = statement(
  'list-legal-references',
  referenceRow,
  `select l.publication, l.number, l.kind, l.issued_on::text, l.cited_from, l.cited_to, ${documentName('l')}
   from legal_reference l where l.publication = any($1::bigint[]) order by l.publication, l.ordinal`,
);

/** What plans cite, by publication, in the order of first citation. */
export function listLegalReferences(
  reader: Reader,
  publications: readonly number[],
): Promise<(LegalReference & { readonly publicationSequence: number })[]> {
  return reader.all(byPublications, [publications]);
}

import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import { sourceColumns, sourceShape, toSource } from '../plan/fact-source';
import type { Shortcoming } from './shortcoming.types';

const points = z.string().transform(Number).nullable();

const shortcomingRow = z
  .object({
    publication: z.coerce.number().int(),
    number: z.string().nullable(),
    section: z.string().nullable(),
    criterion: z.string(),
    score: points,
    max_score: points,
    printed_names: z.array(z.string()),
    agencies: z.array(z.string().nullable()),
    ...sourceShape,
  })
  .transform((row): Shortcoming & { readonly publicationSequence: number } => ({
    publicationSequence: row.publication,
    number: row.number,
    section: row.section,
    criterion: row.criterion,
    score: row.score,
    maxScore: row.max_score,
    responsible: row.printed_names.map((printedName, place) => {
      const agency = row.agencies[place] ?? null;
      return { printedName, agency: agency === null ? null : { id: agency } };
    }),
    source: toSource(row),
  }));

const byPublications = statement(
  'list-shortcomings',
  shortcomingRow,
  `select s.publication, s.number, s.section, s.criterion, s.score, s.max_score, ${sourceColumns('s')},
     coalesce(array_agg(a.printed_name order by a.ordinal) filter (where a.ordinal is not null), '{}') as printed_names,
     coalesce(array_agg(a.agency order by a.ordinal) filter (where a.ordinal is not null), '{}') as agencies
   from shortcoming s left join shortcoming_agency a on a.publication = s.publication and a.shortcoming = s.ordinal
   where s.publication = any($1::bigint[]) group by s.publication, s.ordinal order by s.publication, s.ordinal`,
);

/** The shortcomings of plans, by publication, in print order. */
export function listShortcomings(
  reader: Reader,
  publications: readonly number[],
): Promise<(Shortcoming & { readonly publicationSequence: number })[]> {
  return reader.all(byPublications, [publications]);
}

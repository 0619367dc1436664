import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import type { NearProcedure } from '../procedure/procedure.errors';

const LONGEST_COMPARED = 60;

const nearest = statement(
  'find-nearest-procedures',
  z.object({ place: z.coerce.number(), code: z.string(), name: z.string() }),
  `select wrong.place, near.code, near.name
   from unnest($1::text[], $2::text[]) with ordinality as wrong(printed, name, place)
   cross join lateral (
     select n.code, n.name from national_procedure n where n.recorded_to = 'infinity'
     order by levenshtein(n.code, left(wrong.printed, ${LONGEST_COMPARED}))
       - 6 * case when wrong.name is null then 0 else similarity(fold_text(n.name), fold_text(left(wrong.name, 300))) end, n.code
     limit 3) near`,
);

/** A code that the register does not know, with the name printed beside it if there was one. */
export interface WrongCode {
  readonly printed: string;
  readonly name: string | null;
}

/** For each wrong code the three procedures of the register nearest to it: by edits of the code, and likeness of the name. */
export async function findNearestProcedures(reader: Reader, wrong: readonly WrongCode[]): Promise<NearProcedure[][]> {
  const found = wrong.map((): NearProcedure[] => []);
  if (wrong.length === 0) return found;
  const rows = await reader.all(nearest, [wrong.map(({ printed }) => printed), wrong.map(({ name }) => name)]);
  for (const { place, code, name } of rows) found[place - 1]?.push({ code, name });
  return found;
}

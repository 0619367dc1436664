import type { Reader } from '@lientinh/postgres';
import { rowProblem, type ProblemReport } from '@lientinh/publishing';
import { procedureCodeUnknown } from '../procedure/procedure.errors';
import { findNearestProcedures } from './nearest.store';

/** How many different wrong codes get the real ones nearest to them named; further ones are reported without. */
const MOST_COMPARED = 50;

/** A row with a wrong code. */
export interface WrongCodeRow {
  readonly row: number;
  readonly path: string;
  readonly printed: string | null;
  readonly name: string | null;
}

/** Reports wrong codes, each with the real procedures it may have meant. */
export async function addCodeProblems(
  reader: Reader,
  problems: ProblemReport,
  wrong: readonly WrongCodeRow[],
): Promise<void> {
  const different = [...new Map(wrong.map((row) => [row.printed ?? '', row])).values()].slice(0, MOST_COMPARED);
  const found = await findNearestProcedures(
    reader,
    different.map(({ printed, name }) => ({ printed: printed ?? '', name })),
  );
  const nearest = new Map(different.map(({ printed }, place) => [printed ?? '', found[place] ?? []]));
  for (const { row, path, printed } of wrong) {
    const code = printed ?? '';
    problems.add(rowProblem(row, path, procedureCodeUnknown({ code, nearest: nearest.get(code) ?? [] }), printed));
  }
}

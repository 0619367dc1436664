import type { Language } from '@lientinh/contracts';
import type { RowProblem } from '../problems';
import { toReceipt, type PublicationReceipt } from '../publication.types';
import type { PublishOutcome } from '../publish';
import type { FileProblem } from './file-problem';
import type { StagedFile } from './stage-file';

/** A problem as the bulk door tells it. */
export interface BulkProblem {
  /** 0-based data row; null when the whole file is meant. */
  readonly row: number | null;
  /** 1-based line of the file, the header included. */
  readonly line: number | null;
  /** 1-based column of the file; null when no single one is meant. */
  readonly column: number | null;
  /** The column's name in the file. */
  readonly path: string;
  readonly code: string;
  readonly message: string;
  readonly value: string | null;
}

/** What the bulk door answers. */
export interface BulkReceipt extends Omit<PublicationReceipt, 'problems'> {
  /** The first thousand, by row. */
  readonly problems: readonly BulkProblem[];
  /** How many problems there are of each code, all of them counted. */
  readonly problemCounts: Readonly<Record<string, number>>;
}

/** Where the rows of a file stand. */
export interface FilePlaces {
  readonly columns: StagedFile['columns'];
  readonly lineOf: (row: number) => number | null;
}

export const NO_PLACES: FilePlaces = { columns: [], lineOf: () => null };

/** The answer for an outcome, in the caller's language. */
export function toBulkReceipt(outcome: PublishOutcome, places: FilePlaces, language: Language): BulkReceipt {
  const receipt = toReceipt(outcome, language);
  const problems = receipt.problems.map((problem, place): BulkProblem => {
    const found = outcome.problems[place];
    const column = places.columns.findIndex((known) => known.column === problem.path || known.name === problem.path);
    return {
      row: problem.row,
      line: found === undefined ? null : lineOf(found, places),
      column: column === -1 ? null : column + 1,
      path: places.columns[column]?.name ?? problem.path,
      code: problem.code,
      message: problem.message,
      value: problem.value,
    };
  });
  const { publication, status, acceptedRows, replayed, signed, contentSalt } = receipt;
  return {
    publication,
    status,
    acceptedRows,
    replayed,
    signed,
    contentSalt,
    problems,
    problemCounts: Object.fromEntries(outcome.problemCounts),
  };
}

function lineOf(problem: RowProblem | FileProblem, places: FilePlaces): number | null {
  if ('line' in problem) return problem.line;
  return problem.row === null ? null : places.lineOf(problem.row);
}

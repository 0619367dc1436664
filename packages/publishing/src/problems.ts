import type { BilingualText } from '@lientinh/contracts';
import type { CodedError } from '@lientinh/errors';

/** What is wrong with one field of one row. */
export interface RowProblem {
  /** 0-based place in the list that was sent; null when the whole input is meant. */
  readonly row: number | null;
  /** The field, as the input names it. */
  readonly path: string;
  readonly code: string;
  readonly text: BilingualText;
  /** What was sent, shortened. */
  readonly value: string | null;
}

const VALUE_CHARACTERS = 200;

/** A problem from a coded error: same code, same words. */
export function rowProblem(row: number | null, path: string, error: CodedError, value: unknown): RowProblem {
  const text = value === undefined || value === null ? null : typeof value === 'string' ? value : JSON.stringify(value);
  return {
    row,
    path,
    code: error.code,
    text: error.text,
    value: text === null ? null : text.slice(0, VALUE_CHARACTERS),
  };
}

/** All problems of a publication: the first thousand in full, all of them counted by code. */
export class ProblemReport {
  static readonly LIMIT = 1_000;
  readonly #listed: RowProblem[] = [];
  readonly #counts = new Map<string, number>();

  add(problem: RowProblem): void {
    this.count(problem.code, 1);
    if (this.#listed.length < ProblemReport.LIMIT) this.#listed.push(problem);
  }

  /** Counts problems of a code that are not listed. */
  count(code: string, times: number): void {
    if (times > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + times);
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  /** The first problems, by row. */
  get listed(): readonly RowProblem[] {
    return [...this.#listed].sort((a, b) => (a.row ?? -1) - (b.row ?? -1));
  }

  /** How many problems there are of each code. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }
}

import type { CodedError } from '@lientinh/errors';
import { ProblemReport, rowProblem, type RowProblem } from '../problems';

/** A problem that knows its line in the file. */
export interface FileProblem extends RowProblem {
  /** 1-based, the header included; null when the whole file is meant. */
  readonly line: number | null;
}

/** The file cannot be staged at all: its bytes, its header or the shape of its lines. Nothing was written. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  constructor(
    readonly problems: ProblemReport,
    options?: ErrorOptions,
  ) {
    super('the file cannot be read', options);
  }
}

/** A problem of a place in the file, before there are rows. */
export function fileProblem(
  place: { readonly row?: number | null; readonly line: number | null; readonly path?: string },
  error: CodedError,
  value?: unknown,
): FileProblem {
  return { ...rowProblem(place.row ?? null, place.path ?? '', error, value), line: place.line };
}

/** A refusal for one reason. */
export function refuseFile(problem: FileProblem, options?: ErrorOptions): FileRefused {
  const problems = new ProblemReport();
  problems.add(problem);
  return new FileRefused(problems, options);
}

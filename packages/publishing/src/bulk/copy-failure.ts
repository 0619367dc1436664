import { DatabaseError } from 'pg';
import { fileUnreadable } from './file.errors';
import { fileProblem, refuseFile } from './file-problem';

/** Class 22 of SQLSTATE: the data is at fault, not the server. */
const DATA_EXCEPTION = /^22/;

/** What PostgreSQL says when COPY cannot read a line, as a refusal of the file; every other error as it is. */
export function readCopyFailure(error: unknown, headerLines: number): unknown {
  if (!(error instanceof DatabaseError) || !DATA_EXCEPTION.test(error.code ?? '')) return error;
  const [, place] = /, line (\d+)/.exec(error.where ?? '') ?? [];
  const line = place === undefined ? null : Number(place) + headerLines;
  return refuseFile(fileProblem({ line }, fileUnreadable({ line, reason: error.message })), { cause: error });
}

import { parse } from 'csv-parse/sync';
import { ProblemReport } from '../problems';
import { rowsMissing } from '../publishing.errors';
import { findColumn, headerProblems, type BulkColumn } from './columns';
import { fileDelimiter, fileLineEnds, fileLineTooLong, fileUnreadable } from './file.errors';
import { fileProblem, FileRefused, refuseFile } from './file-problem';

/** What the first line of a CSV says. */
export interface CsvHeader {
  /** Columns of the data set in the order of the file. */
  readonly columns: readonly BulkColumn[];
  /** Their names as the file spells them. */
  readonly names: readonly string[];
}

const LIMIT_BYTES = 64 * 1024;
const LINE_FEED = 0x0a;
const OTHER_DELIMITERS: Readonly<Record<string, string>> = { ';': ';', '\t': 'TAB', '|': '|' };

/** Collects the first line of a CSV. */
export class HeaderReader {
  #collected = Buffer.alloc(0);

  /** The header and the bytes after it, as soon as the first line is whole; null before. Throws a FileRefused for a header that cannot be used. */
  push(chunk: Buffer, columns: readonly BulkColumn[]): { readonly header: CsvHeader; readonly rest: Buffer } | null {
    this.#collected = Buffer.concat([this.#collected, chunk]);
    const end = this.#collected.indexOf(LINE_FEED);
    if (end === -1 || end > LIMIT_BYTES) {
      if (this.#collected.length <= LIMIT_BYTES) return null;
      throw this.#refuseEndless();
    }
    const line = this.#collected.subarray(0, end).toString('utf8').replace(/\r$/, '');
    return { header: readHeader(line, columns), rest: this.#collected.subarray(end + 1) };
  }

  /** What a file is that ended before its first line did. */
  end(): FileRefused {
    return this.#collected.length === 0 ? refuseFile(fileProblem({ line: 1 }, rowsMissing({}))) : this.#refuseEndless();
  }

  #refuseEndless(): FileRefused {
    if (this.#collected.includes(0x0d)) return refuseFile(fileProblem({ line: 1 }, fileLineEnds({})));
    return refuseFile(fileProblem({ line: 1 }, fileLineTooLong({ line: 1, limitBytes: LIMIT_BYTES })));
  }
}

/** Reads a header line; throws a FileRefused that names every unknown, repeated and missing column. */
export function readHeader(line: string, columns: readonly BulkColumn[]): CsvHeader {
  if (line.includes('\r')) throw refuseFile(fileProblem({ line: 1 }, fileLineEnds({}), line.slice(0, 80)));
  const names = splitHeader(line);
  if (names.length === 1) refuseOtherDelimiter(line, columns);
  const problems = new ProblemReport();
  for (const problem of headerProblems(columns, names)) problems.add(problem);
  if (!problems.isEmpty) throw new FileRefused(problems);
  return { names, columns: names.flatMap((name) => findColumn(columns, name) ?? []) };
}

function splitHeader(line: string): readonly string[] {
  try {
    const [names = ['']]: string[][] = parse(line, { relax_column_count: true });
    return names;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw refuseFile(fileProblem({ line: 1 }, fileUnreadable({ line: 1, reason }), line));
  }
}

function refuseOtherDelimiter(line: string, columns: readonly BulkColumn[]): void {
  for (const [delimiter, name] of Object.entries(OTHER_DELIMITERS)) {
    const known = line.split(delimiter).some((part) => findColumn(columns, part.trim()) !== undefined);
    if (line.includes(delimiter) && known)
      throw refuseFile(fileProblem({ line: 1 }, fileDelimiter({ found: name }), line));
  }
}

import { Readable } from 'node:stream';
import { copyStream, type Writer } from '@lientinh/postgres';
import type { ProblemReport } from '../problems';
import { rowsMissing } from '../publishing.errors';
import type { BulkDataset } from './bulk.types';
import { namesOf } from './columns';
import { readCopyFailure } from './copy-failure';
import { openCsv } from './csv-body';
import { fileUnreadable } from './file.errors';
import { fileProblem, refuseFile } from './file-problem';
import { inspected, type ByteInspector, type FileLimits } from './inspect-bytes';
import { copyTextOfNdjson, NdjsonRows } from './ndjson-body';
import { csvTarget, textTarget } from './staging';

/** How the rows are written. */
export type BulkFormat = 'csv' | 'ndjson';

/** What a file is, once all of it is in the staging table. */
export interface StagedFile {
  readonly rowCount: number;
  /** Columns in the order of the file: staging column and the name that the file uses. */
  readonly columns: readonly { readonly column: string; readonly name: string }[];
  /** Lines before the first row. */
  readonly headerLines: number;
  /** Whether rows may take several lines. */
  readonly mayHaveInnerLines: boolean;
}

/**
 * Streams a file into its staging table (which exists) by COPY; holds a few chunks in memory. Throws a FileRefused for a file that
 * cannot be read; problems of single lines of NDJSON are added to `problems`.
 */
export function stageFile(
  writer: Writer,
  dataset: BulkDataset,
  format: BulkFormat,
  source: AsyncIterable<Buffer>,
  parts: { readonly inspector: ByteInspector; readonly limits: FileLimits; readonly problems: ProblemReport },
): Promise<StagedFile> {
  const sound = inspected(source, parts.inspector, parts.limits);
  return format === 'csv'
    ? stageCsv(writer, dataset, sound, parts.limits)
    : stageNdjson(writer, dataset, sound, parts.problems);
}

async function stageCsv(
  writer: Writer,
  dataset: BulkDataset,
  source: AsyncGenerator<Buffer>,
  limits: FileLimits,
): Promise<StagedFile> {
  const csv = await openCsv(source, dataset.columns, limits.lineBytes);
  const columns = csv.header.columns.map(({ column }) => column);
  const { target, format } = csvTarget(stagingOf(dataset), columns);
  const rowCount = await copy(writer, target, format, csv.rows, 1);
  if (rowCount !== csv.records()) {
    const reason = `${rowCount} rows were read of ${csv.records()} lines`;
    throw refuseFile(fileProblem({ line: null }, fileUnreadable({ line: null, reason })));
  }
  if (rowCount === 0) throw refuseFile(fileProblem({ line: 2 }, rowsMissing({})));
  const { names } = csv.header;
  return {
    rowCount,
    headerLines: 1,
    mayHaveInnerLines: csv.hasInnerLines(),
    columns: columns.map((column, place) => ({ column, name: names[place] ?? column })),
  };
}

async function stageNdjson(
  writer: Writer,
  dataset: BulkDataset,
  source: AsyncGenerator<Buffer>,
  problems: ProblemReport,
): Promise<StagedFile> {
  const rows = new NdjsonRows(dataset.columns, problems);
  const { target, format } = textTarget(stagingOf(dataset));
  await copy(writer, target, format, copyTextOfNdjson(source, rows), 0);
  if (rows.rows === 0) throw refuseFile(fileProblem({ line: 1 }, rowsMissing({})));
  return {
    rowCount: rows.rows,
    headerLines: 0,
    mayHaveInnerLines: false,
    columns: dataset.columns.map((column) => ({ column: column.column, name: namesOf(column)[0] ?? column.column })),
  };
}

async function copy(
  writer: Writer,
  target: string,
  format: string,
  bytes: AsyncGenerator<Buffer>,
  headerLines: number,
): Promise<number> {
  try {
    return await copyStream(writer, target, format, Readable.from(bytes, { objectMode: false }));
  } catch (error) {
    throw readCopyFailure(error, headerLines);
  }
}

/** The staging table of a data set. */
export function stagingOf({ staging, columns }: BulkDataset): { name: string; columns: readonly string[] } {
  return { name: staging, columns: columns.map(({ column }) => column) };
}

import { FileRefused } from './file-problem';
import type { BulkColumn } from './columns';
import { CsvRecords } from './csv-records';
import { HeaderReader, type CsvHeader } from './csv-header';

/** A CSV as it streams in: first its header, then the bytes for COPY. */
export interface CsvBody {
  readonly header: CsvHeader;
  /** The bytes after the header, unchanged; ends with a FileRefused when lines are not as wide as the header. */
  readonly rows: AsyncGenerator<Buffer>;
  /** Records seen so far. */
  records(): number;
  /** Whether a record so far took several lines. */
  hasInnerLines(): boolean;
}

/** Reads the header of a CSV; throws a FileRefused, after reading to the end, when it cannot be used. */
export async function openCsv(
  source: AsyncIterator<Buffer>,
  columns: readonly BulkColumn[],
  recordLimitBytes: number,
): Promise<CsvBody> {
  const reader = new HeaderReader();
  for (;;) {
    const next = await source.next();
    if (next.done === true) throw reader.end();
    const opened = await orDrain(source, () => reader.push(next.value, columns));
    if (opened === null) continue;
    const { header, rest } = opened;
    const records = new CsvRecords(header.names.length, recordLimitBytes);
    return {
      header,
      rows: passRows(rest, source, records),
      records: () => records.records,
      hasInnerLines: () => records.hasInnerLines,
    };
  }
}

async function* passRows(first: Buffer, source: AsyncIterator<Buffer>, records: CsvRecords): AsyncGenerator<Buffer> {
  try {
    let chunk: Buffer | null = first;
    while (chunk !== null) {
      const current: Buffer = chunk;
      await orDrain(source, () => records.push(current));
      if (records.problems.isEmpty && current.length > 0) yield current;
      const next: IteratorResult<Buffer, unknown> = await source.next();
      chunk = next.done === true ? null : next.value;
    }
  } finally {
    await source.return?.();
  }
  records.end();
  if (!records.problems.isEmpty) throw new FileRefused(records.problems);
}

/** Does the work; when it refuses the file, reads the rest first (its own faults come before). */
async function orDrain<T>(source: AsyncIterator<Buffer>, work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    while ((await source.next()).done !== true);
    throw error;
  }
}

import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { beginRows } from '../table/begin-rows';
import { shownColumns } from '../table/shown-columns';
import type { TableAnswer, TableFormat } from '../table-format';
import { fileMetadata } from './file-metadata';
import { spoolRows } from './spool';
import { Turns } from './turns';
import { writeParquet } from './write-parquet';

const conversions = new Turns();

/**
 * Apache Parquet for data people: typed columns under the names of the properties, zstd, labels and meanings in the footer. The footer
 * stands at the end and row groups need their rows at once, so that rows go through a temporary file; memory stays bounded, and every
 * failure comes before the first byte.
 */
export const parquetFormat: TableFormat = {
  shortName: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  contentType: 'application/vnd.apache.parquet',
  extension: 'parquet',
  optionNames: [],
  prepare: (options) => options,
  respond: async (answer) => {
    const folder = await mkdtemp(join(tmpdir(), 'lientinh-parquet-'));
    const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
    try {
      const path = await makeFile(answer, folder);
      return removedAtEnd(createReadStream(path), remove);
    } catch (error) {
      await remove();
      throw error;
    }
  },
};

async function makeFile(answer: TableAnswer, folder: string): Promise<string> {
  // Nothing is read beside what was selected: the footer is written from what is known before.
  const columns = shownColumns(answer.plan.columns, { ...answer.options, select: null }, answer.plan.set);
  const [from, to] = [join(folder, 'rows.csv'), join(folder, 'rows.parquet')];
  const rows = await beginRows(answer.rows);
  try {
    const spooled = await spoolRows(from, columns, rows, answer.signal);
    const metadata = fileMetadata(answer, columns);
    const { signal } = answer;
    await conversions.take(() => writeParquet({ from, to, folder, columns, spooled, metadata, signal }));
  } finally {
    await rows.release();
  }
  await rm(from);
  return to;
}

function removedAtEnd(stream: Readable, remove: () => Promise<void>): Readable {
  stream.once('close', () => void remove().catch(() => undefined));
  return stream;
}

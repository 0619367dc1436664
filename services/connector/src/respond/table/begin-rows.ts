import { Readable } from 'node:stream';
import type { RowBatches } from '../../source/source';

/** A batch of rows as the source gives it. */
export type RowBatch = readonly (readonly (string | null)[])[];

/** Rows whose first batch is there already; `release` gives the source back, and may be called at any time. */
export interface BegunRows {
  /** Empty when there are no rows. */
  readonly first: RowBatch;
  readonly batches: AsyncIterableIterator<RowBatch>;
  readonly release: () => Promise<void>;
}

/** Reads the first batch: what fails before it rejects, while the answer may still be an error. */
export async function beginRows(rows: RowBatches): Promise<BegunRows> {
  const source = rows[Symbol.asyncIterator]();
  const opened = await source.next();
  let waiting: IteratorResult<RowBatch> | null = opened;
  const release = async (): Promise<void> => {
    await source.return?.();
  };
  const batches: AsyncIterableIterator<RowBatch> = {
    next: async () => {
      const result = waiting ?? (await source.next());
      waiting = null;
      return result;
    },
    return: async () => {
      await release();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => batches,
  };
  return { first: opened.done === true ? [] : opened.value, batches, release };
}

/**
 * A stream of chunks that lets go of the rows whenever it closes, also before anybody read of it (a generator that never began has
 * nothing to clean up).
 */
export function streamOf(chunks: AsyncIterable<Buffer | string>, release: () => Promise<void>): Readable {
  const stream = Readable.from(chunks, { objectMode: false, highWaterMark: 65_536 });
  stream.once('close', () => void release().catch(() => undefined));
  return stream;
}

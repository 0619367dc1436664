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
  const { first, items, release } = await begin(rows);
  return { first: first ?? [], batches: items, release };
}

/** What is read one after another, begun. */
export interface Begun<Item> {
  /** Null when there is none. */
  readonly first: Item | null;
  readonly items: AsyncIterableIterator<Item>;
  readonly release: () => Promise<void>;
}

/** As `beginRows`, of anything. */
export async function begin<Item>(all: AsyncIterable<Item>): Promise<Begun<Item>> {
  const source = all[Symbol.asyncIterator]();
  const opened = await source.next();
  let waiting: IteratorResult<Item> | null = opened;
  const release = async (): Promise<void> => {
    await source.return?.();
  };
  const items: AsyncIterableIterator<Item> = {
    next: async () => {
      const result = waiting ?? (await source.next());
      waiting = null;
      return result;
    },
    return: async () => {
      await release();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => items,
  };
  return { first: opened.done === true ? null : opened.value, items, release };
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

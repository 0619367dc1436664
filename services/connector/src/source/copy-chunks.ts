import type { Readable } from 'node:stream';
import type { CopyRowReader, Rows } from './copy-rows';
import type { ReadSession } from './read-session';

/**
 * The bytes of a COPY as they come. The session ends with the last of them; whoever stops earlier (`return`), also before the first, stops
 * the statement. Errors are as `asCoded` makes them.
 */
export class CopyChunks implements AsyncIterableIterator<Buffer> {
  readonly #source: AsyncIterator<Buffer>;
  #first: IteratorResult<Buffer> | null = null;

  constructor(
    stream: Readable,
    private readonly session: ReadSession,
    private readonly asCoded: (error: unknown) => unknown,
  ) {
    this.#source = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  /** Waits until PostgreSQL gives bytes, or the end, or refuses the statement. */
  async begin(): Promise<void> {
    this.#first = await this.#read();
  }

  async next(): Promise<IteratorResult<Buffer, undefined>> {
    const result = this.#first ?? (await this.#read());
    this.#first = result.done === true ? result : null;
    return result.done === true ? { done: true, value: undefined } : result;
  }

  async return(): Promise<IteratorResult<Buffer, undefined>> {
    this.session.cancel();
    this.#first = { done: true, value: undefined };
    await this.#source.return?.().catch(() => undefined);
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #read(): Promise<IteratorResult<Buffer>> {
    try {
      const result = await this.#source.next();
      if (result.done === true) await this.session.end();
      return result;
    } catch (error) {
      await this.session.abandon();
      throw this.asCoded(error);
    }
  }
}

/** The rows in the chunks of a COPY. */
export class CopyRows implements AsyncIterableIterator<Rows> {
  constructor(
    private readonly chunks: CopyChunks,
    private readonly reader: CopyRowReader,
  ) {}

  async next(): Promise<IteratorResult<Rows, undefined>> {
    for (;;) {
      const chunk = await this.chunks.next();
      if (chunk.done === true) return chunk;
      const rows = await this.#read(chunk.value);
      if (rows.length > 0) return { done: false, value: rows };
    }
  }

  /** A loop over rows does not stop what fails by itself. */
  async #read(chunk: Buffer): Promise<Rows> {
    try {
      return this.reader.read(chunk);
    } catch (error) {
      await this.chunks.return();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<Rows, undefined>> {
    await this.chunks.return();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

import { Readable } from 'node:stream';
import type { Connection, Submittable } from 'pg';

/** Messages of PostgreSQL's wire protocol (documentation, “Message Formats”) by their first byte. */
const COPY_DATA = 0x64;
const COPY_DONE = 0x63;
/** CopyOutResponse, ParameterStatus, NoticeResponse, NotificationResponse: may come amid the rows and are of no interest. */
const PASSED_OVER: ReadonlySet<number> = new Set([0x48, 0x53, 0x4e, 0x41]);
/** A message begins with its kind and its length. */
const HEAD_BYTES = 5;
const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;
const LINE_END = Buffer.from('\r\n');
/** Ends of lines: as PostgreSQL sends them, or as RFC 4180 has them. */
export type LineEnds = 'LF' | 'CRLF';

/** How rows are handed on. */
export interface CopyOutOptions {
  readonly lineEnds: LineEnds;
  /** Rows are handed on in pieces of so many bytes at least: a database sends 8 KiB at a time, which is little to handle alone. */
  readonly pieceBytes: number;
  /** Bytes that are read ahead of the reader. */
  readonly readAheadBytes: number;
}

type Listener = (chunk: Buffer) => void;

/**
 * COPY … TO STDOUT as a stream of bytes: a query for `Client.query`. The server sends one message for each row; their heads are taken out
 * where they stand, by moving the rows together, so that nothing is allocated for a row. Bytes that are not read stay in the socket.
 */
export class CopyOut extends Readable implements Submittable {
  #connection: Connection | null = null;
  /** The client's own listener, while the rows are read instead of it. */
  #listener: Listener | null = null;
  #parts: Buffer[] = [];
  #bytes = 0;
  /** The beginning of a message's head that the chunk before ended with. */
  #head: Buffer | null = null;
  /** Bytes of a message that are still to come, and whether they belong to a row. */
  #missing = 0;
  #isRow = false;

  constructor(
    private readonly statement: string,
    private readonly options: CopyOutOptions,
  ) {
    super({ highWaterMark: options.readAheadBytes });
  }

  submit(connection: Connection): void {
    const { stream } = connection;
    const [listener] = stream.listeners('data') as Listener[];
    if (listener === undefined) throw new Error('nobody listens to the connection');
    this.#connection = connection;
    this.#listener = listener;
    stream.removeListener('data', listener);
    stream.on('data', this.#onData);
    connection.query(this.statement);
  }

  override _read(): void {
    this.#connection?.stream.resume();
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  handleCommandComplete(): void {
    // How many rows there were is nobody's question.
  }

  handleReadyForQuery(): void {
    // The rows have ended before.
  }

  readonly #onData = (received: Buffer): void => {
    const chunk = this.#head === null ? received : Buffer.concat([this.#head, received]);
    this.#head = null;
    const begin = this.#missing === 0 ? 0 : this.#goOn(chunk);
    const end = this.#readMessages(chunk, begin);
    if (end !== null) this.#finish(chunk.subarray(end));
    else if (this.#bytes >= this.options.pieceBytes && !this.#flush()) this.#connection?.stream.pause();
  };

  /** The rest of a message that an earlier chunk began; where it ends. */
  #goOn(chunk: Buffer): number {
    const end = Math.min(this.#missing, chunk.length);
    this.#missing -= end;
    if (!this.#isRow) return end;
    if (this.#missing > 0 || this.options.lineEnds === 'LF') this.#keep(chunk.subarray(0, end));
    else this.#keep(chunk.subarray(0, end - 1), LINE_END);
    return end;
  }

  /** Moves the rows of the chunk together, over the heads of their messages. Where the rows ended; null: they go on. */
  #readMessages(chunk: Buffer, begin: number): number | null {
    const extra = this.options.lineEnds === 'CRLF' ? 1 : 0;
    let read = begin;
    let written = begin;
    let ended = false;
    while (chunk.length - read >= HEAD_BYTES) {
      const kind = chunk[read] as number;
      ended = kind !== COPY_DATA && !PASSED_OVER.has(kind);
      if (ended) break;
      const from = read + HEAD_BYTES;
      const to = from + chunk.readInt32BE(read + 1) - 4;
      const isRow = kind === COPY_DATA;
      if (isRow) chunk.copyWithin(written, from, to);
      read = Math.min(to, chunk.length);
      if (isRow) written += read - from;
      if (to > chunk.length) {
        this.#missing = to - chunk.length;
        this.#isRow = isRow;
      } else if (isRow && extra === 1) {
        // There is room: the head was longer than one byte.
        chunk[written - 1] = CARRIAGE_RETURN;
        chunk[written] = LINE_FEED;
        written += 1;
      }
    }
    this.#keep(chunk.subarray(begin, written));
    if (ended) return read;
    if (read < chunk.length) this.#head = chunk.subarray(read);
    return null;
  }

  #keep(...parts: readonly Buffer[]): void {
    for (const part of parts) {
      if (part.length === 0) continue;
      this.#parts.push(part);
      this.#bytes += part.length;
    }
  }

  #flush(): boolean {
    const [first, ...others] = this.#parts;
    if (first === undefined) return true;
    const piece = others.length === 0 ? first : Buffer.concat(this.#parts, this.#bytes);
    this.#parts = [];
    this.#bytes = 0;
    return this.push(piece);
  }

  /** The client listens again, and gets what is behind the rows: an error, or that the statement is complete. */
  #finish(rest: Buffer): void {
    const [connection, listener] = [this.#connection, this.#listener];
    if (connection === null || listener === null) return;
    this.#connection = null;
    const { stream } = connection;
    stream.removeListener('data', this.#onData);
    stream.on('data', listener);
    const isDone = rest[0] === COPY_DONE;
    this.#flush();
    if (isDone) this.push(null);
    listener(isDone ? rest.subarray(rest.readInt32BE(1) + 1) : rest);
    stream.resume();
  }
}

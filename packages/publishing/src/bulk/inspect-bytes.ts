import { createHash } from 'node:crypto';
import {
  fileCut,
  fileHasByteOrderMark,
  fileHasZeroByte,
  fileIsNotUtf8,
  fileIsWide,
  fileIsWindows1258,
  fileLineEnds,
  fileLineTooLong,
  fileTooLarge,
} from './file.errors';
import { fileProblem, FileRefused, refuseFile } from './file-problem';
import { readAsWindows1258, Utf8Watch } from './utf8';

/** How much one upload may be. */
export interface FileLimits {
  readonly lineBytes: number;
  readonly fileBytes: number;
}

export const DEFAULT_FILE_LIMITS: FileLimits = { lineBytes: 1024 * 1024, fileBytes: 4 * 1024 ** 3 };

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const EXCERPT_CHARACTERS = 80;

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
  { bytes: [0xff, 0xfe], encoding: 'UTF-16 (little-endian)' },
  { bytes: [0xfe, 0xff], encoding: 'UTF-16 (big-endian)' },
];

/**
 * Looks at a text file byte by byte as it streams past: encoding, zero bytes, lengths of lines, the last line end. Holds nothing of it.
 * `hash` covers every byte.
 */
export class ByteInspector {
  readonly #watch = new Utf8Watch();
  readonly #hash = createHash('sha256');
  #head = Buffer.alloc(0);
  #bytes = 0;
  #line = 1;
  #lineStart = 0;
  #lastByte = 0;

  constructor(
    scope: string,
    private readonly limits: FileLimits,
  ) {
    this.#hash.update(scope);
  }

  /** Throws a FileRefused at the first fault. */
  push(chunk: Buffer): void {
    this.#hash.update(chunk);
    this.#lookForMark(chunk);
    const invalid = this.#watch.push(chunk);
    this.#countLines(chunk, invalid ?? chunk.length);
    if (invalid !== null) throw this.#badEncoding(chunk, invalid);
    this.#bytes += chunk.length;
    this.#lastByte = chunk.at(-1) ?? this.#lastByte;
    if (this.#bytes > this.limits.fileBytes) {
      throw refuseFile(fileProblem({ line: null }, fileTooLarge({ limitBytes: this.limits.fileBytes })));
    }
  }

  /** After the last chunk; throws a FileRefused when the file is cut. */
  end(): void {
    if (this.#bytes === this.#lineStart) return;
    const line = this.#line;
    const hasOtherEnds = line === 1 && this.#lastByte === CARRIAGE_RETURN;
    throw refuseFile(fileProblem({ line }, hasOtherEnds ? fileLineEnds({}) : fileCut({ line })));
  }

  /** `sha256:<64 hex digits>` of the scope and all bytes. */
  digest(): string {
    return `sha256:${this.#hash.digest('hex')}`;
  }

  #lookForMark(chunk: Buffer): void {
    if (this.#head.length >= 3) return;
    this.#head = Buffer.concat([this.#head, chunk.subarray(0, 3)]);
    const mark = MARKS.find(({ bytes }) => bytes.every((byte, place) => this.#head[place] === byte));
    if (mark === undefined) return;
    const error = mark.encoding === 'UTF-8' ? fileHasByteOrderMark({}) : fileIsWide({ encoding: mark.encoding });
    throw refuseFile(fileProblem({ line: 1 }, error, this.#head.toString('hex').toUpperCase()));
  }

  #countLines(chunk: Buffer, end: number): void {
    const { lineBytes } = this.limits;
    for (let place = 0; place < end; place += 1) {
      const byte = chunk[place];
      if (byte === LINE_FEED) {
        if (this.#bytes + place - this.#lineStart > lineBytes) throw this.#tooLong();
        this.#line += 1;
        this.#lineStart = this.#bytes + place + 1;
      } else if (byte === 0) {
        throw refuseFile(fileProblem({ line: this.#line }, fileHasZeroByte({ line: this.#line })));
      }
    }
    if (this.#bytes + end - this.#lineStart > lineBytes) throw this.#tooLong();
  }

  #tooLong(): FileRefused {
    const { lineBytes: limitBytes } = this.limits;
    return refuseFile(fileProblem({ line: this.#line }, fileLineTooLong({ line: this.#line, limitBytes })));
  }

  #badEncoding(chunk: Buffer, place: number): FileRefused {
    const line = this.#line;
    const byte = this.#bytes + place - this.#lineStart + 1;
    const begin = Math.max(0, this.#lineStart - this.#bytes);
    const feed = chunk.indexOf(LINE_FEED, place);
    const text = this.#watch.seenManyBytes
      ? null
      : readAsWindows1258(chunk.subarray(begin, feed === -1 ? chunk.length : feed));
    const found = chunk
      .subarray(place, place + 4)
      .toString('hex')
      .toUpperCase();
    const error =
      text === null
        ? fileIsNotUtf8({ line, byte, found })
        : fileIsWindows1258({ line, byte, text: text.slice(0, EXCERPT_CHARACTERS) });
    return refuseFile(fileProblem({ line }, error, found));
  }
}

/**
 * Passes the chunks on while they are sound. After a fault nothing more is passed on, but everything (up to the limit of a file) is
 * read, so that the sender, who may listen only after sending, hears the answer. Throws the FileRefused at the end.
 */
export async function* inspected(
  source: AsyncIterable<Buffer>,
  inspector: ByteInspector,
  limits: FileLimits,
): AsyncGenerator<Buffer> {
  let refused: FileRefused | undefined;
  let discarded = 0;
  for await (const chunk of source) {
    if (refused !== undefined) {
      discarded += chunk.length;
      if (discarded > limits.fileBytes) break;
      continue;
    }
    try {
      inspector.push(chunk);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      refused = error;
      continue;
    }
    yield chunk;
  }
  if (refused !== undefined) throw refused;
  inspector.end();
}

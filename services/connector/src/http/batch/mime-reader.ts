import type { IncomingHttpHeaders } from 'node:http';
import { batchMalformed } from '../http.errors';

/** A part of a multipart body: its headers, and what stands behind the empty line. */
export interface MimePart {
  readonly headers: IncomingHttpHeaders;
  readonly content: Buffer;
}

const LF = 10;
const CR = 13;
const LONGEST_HEADER_LINES = 64;
/** RFC 9110: token, and field content without control characters. */
const HEADER_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*?)[ \t]*$/;
/** RFC 2046, section 5.1.1: bcharsnospace, and no space at the end. */
const BOUNDARY = /^[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]$/;

/** Reads a body line by line; lines end in CRLF, or (as some clients write) in LF alone. */
export class LineReader {
  #place = 0;
  constructor(private readonly bytes: Buffer) {}

  /** Byte at which the next line begins. */
  get place(): number {
    return this.#place;
  }

  /** The next line without its end; null at the end of the text. */
  next(): string | null {
    if (this.#place >= this.bytes.length) return null;
    const found = this.bytes.indexOf(LF, this.#place);
    const end = found === -1 ? this.bytes.length : found;
    const line = this.bytes.subarray(this.#place, end > this.#place && this.bytes[end - 1] === CR ? end - 1 : end);
    this.#place = end + 1;
    return line.toString('latin1');
  }

  /** Header lines up to the empty one. Names are lower case; several of one name are joined by commas. */
  headers(where: string): IncomingHttpHeaders {
    const headers: Record<string, string> = {};
    for (let count = 0; ; count += 1) {
      const line = this.next();
      if (line === null || line === '') return headers;
      const [, name, value] = HEADER_LINE.exec(line) ?? [];
      if (name === undefined || value === undefined || count >= LONGEST_HEADER_LINES) throw notHeader(where, line);
      const key = name.toLowerCase();
      headers[key] = headers[key] === undefined ? value : `${headers[key]}, ${value}`;
    }
  }

  /** Everything that is left. */
  rest(): Buffer {
    return this.bytes.subarray(Math.min(this.#place, this.bytes.length));
  }
}

const notHeader = (where: string, line: string): Error =>
  batchMalformed({
    at: where,
    reason: {
      vi: `dòng ${JSON.stringify(line.slice(0, 60))} không phải tiêu đề`,
      en: `the line ${JSON.stringify(line.slice(0, 60))} is no header`,
    },
  });

/** The boundary of a `multipart/mixed` type; ODATA_BATCH_MALFORMED when it is not there or not well made. */
export function boundaryOf(parameters: ReadonlyMap<string, string>): string {
  const boundary = parameters.get('boundary') ?? '';
  if (BOUNDARY.test(boundary)) return boundary;
  throw batchMalformed({
    at: 'Content-Type',
    reason: { vi: 'thiếu boundary hợp lệ', en: 'there is no valid boundary' },
  });
}

/** Parts between the boundaries (RFC 2046, section 5.1.1). What stands before the first and behind the last is not read. */
export function* readParts(body: Buffer, boundary: string): Generator<MimePart> {
  const lines = new LineReader(body);
  let begin: number | null = null;
  let number = 0;
  for (let lineBegin = 0; ; lineBegin = lines.place) {
    const line = lines.next();
    if (line === null) break;
    const delimiter = delimiterOf(line, boundary);
    if (delimiter === null) continue;
    if (begin !== null) {
      number += 1;
      yield readPart(body.subarray(begin, endOfContent(body, lineBegin)), number);
    }
    if (delimiter === 'CLOSE') return;
    begin = lines.place;
  }
  throw batchMalformed({
    at: begin === null ? 'byte 0' : `byte ${body.length}`,
    reason: {
      vi: `không thấy --${boundary}${begin === null ? '' : '--'}`,
      en: `--${boundary}${begin === null ? '' : '--'} is not there`,
    },
  });
}

function delimiterOf(line: string, boundary: string): 'OPEN' | 'CLOSE' | null {
  if (!line.startsWith(`--${boundary}`)) return null;
  const rest = line.slice(boundary.length + 2).trimEnd();
  return rest === '' ? 'OPEN' : rest === '--' ? 'CLOSE' : null;
}

/** The end of line before a boundary belongs to the boundary. */
function endOfContent(body: Buffer, boundaryBegin: number): number {
  if (body[boundaryBegin - 1] !== LF) return boundaryBegin;
  return body[boundaryBegin - 2] === CR ? boundaryBegin - 2 : boundaryBegin - 1;
}

function readPart(bytes: Buffer, number: number): MimePart {
  const lines = new LineReader(bytes);
  const headers = lines.headers(`part ${number}`);
  return { headers, content: lines.rest() };
}

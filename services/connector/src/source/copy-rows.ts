import { answerTooLarge } from './source.errors';

/** Rows of text fields; null is SQL NULL. */
export type Rows = readonly (readonly (string | null)[])[];

const LINE_FEED = 10;
const NULL_FIELD = '\\N';

/** Longest row that is read, in bytes: expansions of one row could be as long as PostgreSQL's longest value. */
export const MAXIMUM_ROW_BYTES = 64 * 1024 * 1024;

/**
 * Reads PostgreSQL's COPY text format (documentation of COPY, “Text Format”): fields between tabs, rows end in a line feed, `\N` is null,
 * control characters and backslashes are escaped by a backslash. Bytes come in chunks that may end anywhere. ODATA_ANSWER_TOO_LARGE when a
 * row is longer than `maximumRowBytes`.
 */
export class CopyRowReader {
  #rest: Buffer[] = [];
  #restBytes = 0;

  constructor(private readonly maximumRowBytes = MAXIMUM_ROW_BYTES) {}

  /** The whole rows of what came so far. */
  read(chunk: Buffer): Rows {
    const end = chunk.lastIndexOf(LINE_FEED);
    if (end === -1) {
      this.#keep(chunk);
      return [];
    }
    const begun = this.#rest;
    const rest = chunk.subarray(end + 1);
    this.#rest = [];
    this.#restBytes = 0;
    if (rest.length > 0) this.#keep(rest);
    if (begun.length === 0) return readRows(chunk.toString('utf8', 0, end));
    return readRows(Buffer.concat([...begun, chunk.subarray(0, end)]).toString('utf8'));
  }

  #keep(part: Buffer): void {
    this.#rest.push(part);
    this.#restBytes += part.length;
    if (this.#restBytes > this.maximumRowBytes) throw answerTooLarge({});
  }
}

function readRows(text: string): Rows {
  const lines = text.split('\n');
  // Most chunks have neither nulls nor escapes: then nothing is looked at twice.
  return text.includes('\\') ? lines.map(readEscaped) : lines.map((line) => line.split('\t'));
}

function readEscaped(line: string): readonly (string | null)[] {
  const fields: (string | null)[] = line.split('\t');
  if (!line.includes('\\')) return fields;
  for (let place = 0; place < fields.length; place += 1) {
    const field = fields[place] as string;
    if (field === NULL_FIELD) fields[place] = null;
    else if (field.includes('\\')) fields[place] = field.replace(/\\(.)/g, unescapeOne);
  }
  return fields;
}

const CONTROL: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

const unescapeOne = (_: string, sign: string): string => CONTROL[sign] ?? sign;

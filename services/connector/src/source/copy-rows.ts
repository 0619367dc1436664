/** Rows of text fields; null is SQL NULL. */
export type Rows = readonly (readonly (string | null)[])[];

const LINE_FEED = 10;
const NULL_FIELD = '\\N';

/**
 * Reads PostgreSQL's COPY text format (documentation of COPY, “Text Format”): fields between tabs, rows end in a line feed, `\N` is null,
 * control characters and backslashes are escaped by a backslash. Bytes come in chunks that may end anywhere.
 */
export class CopyRowReader {
  #rest: Buffer | null = null;

  /** The whole rows of what came so far. */
  read(chunk: Buffer): Rows {
    const bytes = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = bytes.lastIndexOf(LINE_FEED);
    if (end === -1) {
      this.#rest = bytes;
      return [];
    }
    this.#rest = end + 1 === bytes.length ? null : bytes.subarray(end + 1);
    return readRows(bytes.toString('utf8', 0, end));
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

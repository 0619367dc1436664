import type { CodedError } from '@lientinh/errors';
import type { ProblemReport } from '../problems';
import { missingColumns, namesOf, unknownColumnError, type BulkColumn } from './columns';
import { fileProblem } from './file-problem';
import { columnTwice, lineNotJson } from './row.errors';

const CHUNK_CHARACTERS = 65_536;
const NULL = '\\N';
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/**
 * Turns JSON lines into COPY text rows: the row's number, then the columns. Lines that are no objects of known columns become problems
 * (all of them; the rest is still staged and checked).
 *
 * A number is carried in its shortest form, which is what was written for up to 15 digits; send more digits as text.
 */
export class NdjsonRows {
  readonly #byName = new Map<string, number>();
  #rows = 0;

  constructor(
    private readonly columns: readonly BulkColumn[],
    private readonly problems: ProblemReport,
  ) {
    columns.forEach((column, place) => namesOf(column).forEach((name) => this.#byName.set(name, place)));
  }

  /** Rows seen, sound or not. */
  get rows(): number {
    return this.#rows;
  }

  /** COPY text of one line, or the empty text when it is reported. */
  push(line: string): string {
    const row = this.#rows;
    this.#rows += 1;
    const object = this.#parse(line, row);
    if (object === null) return '';
    if (row === 0) this.#checkFirst(object);
    const cells: (string | undefined)[] = new Array<undefined>(this.columns.length).fill(undefined);
    let sound = true;
    for (const [name, value] of Object.entries(object)) {
      const place = this.#byName.get(name);
      const error = this.#place(cells, place, name, value);
      if (error === null) continue;
      sound = false;
      this.problems.add(fileProblem({ row, line: row + 1, path: name }, error, value));
    }
    return sound ? `${row}\t${cells.map((cell) => cell ?? NULL).join('\t')}\n` : '';
  }

  #parse(line: string, row: number): object | null {
    let reason = line.trim() === '' ? 'empty line' : 'not an object';
    try {
      const value: unknown = JSON.parse(line);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    } catch (error) {
      reason = error instanceof Error && line.trim() !== '' ? error.message.slice(0, 120) : reason;
    }
    this.problems.add(fileProblem({ row, line: row + 1 }, lineNotJson({ reason }), line));
    return null;
  }

  #place(cells: (string | undefined)[], place: number | undefined, name: string, value: unknown): CodedError | null {
    if (place === undefined) return unknownColumnError(this.columns, name);
    if (cells[place] !== undefined) return columnTwice({ column: name });
    const cell = copyCell(value);
    if (cell === null) return lineNotJson({ reason: 'it holds \\u0000 or half a surrogate pair' });
    cells[place] = cell;
    return null;
  }

  /** A required column that the very first object lacks is missing everywhere, most likely: said once, like a header's. */
  #checkFirst(object: object): void {
    for (const problem of missingColumns(this.columns, Object.keys(object))) {
      this.problems.add({ ...problem, row: 0 });
    }
  }
}

/** One value as COPY text, or null for text that PostgreSQL cannot hold. */
function copyCell(value: unknown): string | null {
  if (value === null || value === '') return NULL;
  if (typeof value === 'number') return plainNumber(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (text.includes('\0') || !text.isWellFormed()) return null;
  return text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

/** A number without exponent: `1e-7` is `0.0000001`. */
export function plainNumber(value: number): string {
  const text = String(value);
  const [, sign = '', first = '', more = '', exponent = ''] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (first === '') return text;
  const places = Number(exponent);
  return places < 0
    ? `${sign}0.${'0'.repeat(-places - 1)}${first}${more}`
    : `${sign}${`${first}${more}`.padEnd(places + 1, '0')}`;
}

/** Reads lines from chunks of bytes and gives COPY text, a chunk at a time. */
export async function* copyTextOfNdjson(source: AsyncIterable<Buffer>, rows: NdjsonRows): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder();
  let rest = '';
  let text = '';
  for await (const chunk of source) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) text += rows.push(line);
    if (text.length < CHUNK_CHARACTERS) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

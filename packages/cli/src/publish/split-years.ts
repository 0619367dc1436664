import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';

/** Where the years of a file of scores stand. */
export interface YearColumn {
  readonly column: number;
  /** Each year of the file, ascending as text. */
  readonly years: readonly string[];
}

const PARSING = { relax_column_count: true, info: true } as const;

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The `year` column of a CSV and the years in it; null when the file has none, or is not clean enough to be taken apart (then it is
 * sent as it is, and the platform says what is wrong with it).
 */
export async function findYears(path: string): Promise<YearColumn | null> {
  if (!(await isWholeUtf8(path))) return null;
  const years = new Set<string>();
  let column = -1;
  let width = 0;
  try {
    for await (const parsed of createReadStream(path).pipe(parse(PARSING))) {
      const { record } = parsed as Parsed;
      if (column === -1) {
        column = record.indexOf('year');
        width = record.length;
        if (column === -1) return null;
      } else if (record.length !== width) return null;
      else years.add(record[column] ?? '');
    }
  } catch {
    return null;
  }
  return years.size === 0 ? null : { column, years: [...years].sort() };
}

async function isWholeUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let last: string | undefined;
  try {
    for await (const chunk of createReadStream(path)) {
      last = decoder.decode(chunk as Buffer, { stream: true }).at(-1) ?? last;
    }
    decoder.decode();
  } catch {
    return false;
  }
  return last === '\n';
}

/** The rows of one year as a CSV without the year's column, and the line that each came from. */
export class YearRows {
  readonly #lines: number[] = [1];

  constructor(
    private readonly path: string,
    private readonly column: number,
    private readonly year: string,
  ) {}

  /** Line of the whole file for a line of this part, as far as it was read. */
  lineOf(line: number): number {
    return this.#lines[line - 1] ?? line;
  }

  async *body(): AsyncGenerator<Buffer> {
    this.#lines.length = 1;
    let text = '';
    let isHeader = true;
    for await (const parsed of createReadStream(this.path).pipe(parse(PARSING))) {
      const { record, info } = parsed as Parsed;
      if (!isHeader && record[this.column] !== this.year) continue;
      const cells = record.filter((_, place) => place !== this.column).map(csvCell);
      const line = `${cells.join(',')}\n`;
      if (!isHeader) for (let rest = line.split('\n').length - 1; rest > 0; rest -= 1) this.#lines.push(info.lines);
      isHeader = false;
      text += line;
      if (text.length < 65_536) continue;
      yield Buffer.from(text);
      text = '';
    }
    if (text !== '') yield Buffer.from(text);
  }
}

function csvCell(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

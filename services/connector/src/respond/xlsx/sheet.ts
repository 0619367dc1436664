import type { BegunRows, RowBatch } from '../table/begin-rows';
import type { ShownColumn } from '../table/shown-columns';
import { type CellWriter, cellWriterOf, type OnCut, textCell } from './cells';
import { STYLE, styleOf } from './styles';

/** Rows of a sheet in all (Excel specifications and limits), and those below the head. */
export const SHEET_ROWS = 1_048_576;
export const DATA_ROWS = SHEET_ROWS - 1;
const CHUNK_CHARACTERS = 65_536;
const NARROWEST = 8;
const WIDEST = 60;
/** Rows that the widths of columns are taken from. */
const SAMPLED_ROWS = 500;
const HEAD_HEIGHT_POINTS = 30;

const SHEET_BEGIN =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">';

/** `A`, `Z`, `AA` … for 0, 25, 26 … */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** What is the same in every sheet of a table. */
export interface SheetTable {
  readonly columns: readonly ShownColumn[];
  readonly heads: readonly string[];
  readonly widths: readonly number[];
  readonly writers: readonly CellWriter[];
}

/** Decides heads, widths and number formats; widths by the head and the first rows. */
export function sheetTable(
  columns: readonly ShownColumn[],
  heads: readonly string[],
  { first }: BegunRows,
  onCut: OnCut,
): SheetTable {
  const writers = columns.map((column) => cellWriterOf(column, styleOf(column), onCut));
  return { columns, heads, writers, widths: columns.map((column, index) => width(heads[index] ?? '', column, first)) };
}

function width(head: string, { place, type }: ShownColumn, first: RowBatch): number {
  const longestWord = Math.max(...head.split(/[\s_]/).map((word) => word.length), Math.ceil(head.length / 2));
  const fields = first.slice(0, SAMPLED_ROWS).map((row) => row[place]?.length ?? 0);
  const widest = type === 'Edm.Date' ? 10 : type === 'Edm.DateTimeOffset' ? 19 : type === 'Edm.Decimal' ? 12 : null;
  const wanted = widest ?? fields.reduce((most, length) => Math.max(most, length), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, longestWord + 3, wanted + 2));
}

/** Rows that are handed out sheet by sheet. */
export class RowFeed {
  readonly #batches: AsyncIterator<RowBatch>;
  #batch: RowBatch = [];
  #place = 0;
  #ended = false;

  constructor({ batches }: BegunRows) {
    this.#batches = batches;
  }

  /** Some rows, `most` at most; empty at the end. */
  async take(most: number): Promise<RowBatch> {
    if (!(await this.hasMore())) return [];
    const taken = this.#batch.slice(this.#place, this.#place + most);
    this.#place += taken.length;
    return taken;
  }

  async hasMore(): Promise<boolean> {
    while (!this.#ended && this.#place >= this.#batch.length) {
      const next = await this.#batches.next();
      this.#ended = next.done === true;
      [this.#batch, this.#place] = [next.done === true ? [] : next.value, 0];
    }
    return !this.#ended;
  }
}

/** One sheet: a frozen head row, then rows until there are no more or the sheet is full. Tells the number of rows by `onEnd`. */
export async function* sheetXml(
  table: SheetTable,
  feed: RowFeed,
  onRow: (row: readonly (string | null)[]) => void,
  onEnd: (rows: number) => void,
): AsyncGenerator<string> {
  let text = sheetHead(table);
  let rows = 0;
  const write = rowWriter(table);
  while (rows < DATA_ROWS) {
    const batch = await feed.take(DATA_ROWS - rows);
    if (batch.length === 0) break;
    for (const row of batch) {
      rows += 1;
      onRow(row);
      text += write(row, rows + 1);
      if (text.length < CHUNK_CHARACTERS) continue;
      yield text;
      text = '';
    }
  }
  onEnd(rows);
  yield `${text}</sheetData>${filterXml(table.columns.length, rows)}</worksheet>`;
}

function filterXml(columns: number, rows: number): string {
  return columns === 0 ? '' : `<autoFilter ref="${filterRange(columns, rows)}"/>`;
}

/** The head and all rows, as `A1:C10`. */
export function filterRange(columns: number, rows: number): string {
  return `A1:${columnLetters(columns - 1)}${rows + 1}`;
}

function sheetHead({ heads, widths }: SheetTable): string {
  const head = textCell(() => undefined, STYLE.head);
  const cells = heads.map((text, index) => `<c r="${columnLetters(index)}1"${head(text)}`);
  return (
    `${SHEET_BEGIN}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" ` +
    `state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml(widths)}<sheetData>` +
    `<row r="1" ht="${HEAD_HEIGHT_POINTS}" customHeight="1">${cells.join('')}</row>`
  );
}

/** Widths of columns, in characters. */
export function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const columns = widths.map(
    (one, index) => `<col min="${index + 1}" max="${index + 1}" width="${one}" customWidth="1"/>`,
  );
  return `<cols>${columns.join('')}</cols>`;
}

function rowWriter({ columns, writers }: SheetTable): (row: readonly (string | null)[], number: number) => string {
  const begins = columns.map((_, index) => `<c r="${columnLetters(index)}`);
  const places = columns.map(({ place }) => place);
  return (row, number) => {
    let text = `<row r="${number}">`;
    for (let index = 0; index < places.length; index += 1) {
      const field = row[places[index] as number];
      if (field !== null && field !== undefined)
        text += `${begins[index] as string}${number}"${(writers[index] as CellWriter)(field)}`;
    }
    return `${text}</row>`;
  };
}

/** A sheet of notes: rows of texts; a row of one text is a heading. */
export function notesXml(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const lines = rows.map((cells, index) => noteRow(cells, index + 1));
  return (
    `${SHEET_BEGIN}<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `${columnsXml(widths)}<sheetData>${lines.join('')}</sheetData></worksheet>`
  );
}

function noteRow(cells: readonly string[], number: number): string {
  const style = cells.length === 1 ? STYLE.title : STYLE.wrapped;
  const cell = textCell(() => undefined, style);
  const written = cells.flatMap((text, index) =>
    text === '' ? [] : [`<c r="${columnLetters(index)}${number}"${cell(text)}`],
  );
  return `<row r="${number}">${written.join('')}</row>`;
}

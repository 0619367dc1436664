import { alignRow } from '../tables/column-alignment';
import { cellMeaning, isBareNumber } from '../tables/cell-meaning';
import type { ColumnRole, TableRow } from '../tables/table-row';
import { readListMarker } from '../text/list-markers';

/** A row of a task table put right: which text is content, product, lead, coordinator, due, whatever column it was printed in. */
export interface RowFacts {
  readonly row: TableRow;
  readonly kind: 'SECTION' | 'HEADING' | 'STRAY' | 'TASK';
  /** `IV. Cải cách tổ chức bộ máy` where the row opens a part. */
  readonly section: string | null;
  readonly number: string | null;
  readonly contents: readonly NumberedText[];
  readonly product: CellText | null;
  readonly lead: CellText | null;
  readonly coordinator: CellText | null;
  readonly due: CellText | null;
  readonly shifted: boolean;
  readonly dropped: readonly string[];
}

export interface CellText {
  readonly text: string;
  readonly paragraphs: readonly string[];
}

/** A task's words, with the number printed before them in the same cell. */
export interface NumberedText {
  readonly number: string | null;
  readonly text: string;
}

export function readRowFacts(row: TableRow, columns: readonly (ColumnRole | null)[]): RowFacts {
  const filled = row.cells.filter((cell) => cell !== '');
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) return loneCell(row, only, columns);
  if (isNumberedSection(filled)) return emptyFacts(row, 'SECTION', `${filled[0]}. ${filled[1]}`);
  return alignedRow(row, columns);
}

/** `I | CẢI CÁCH THỂ CHẾ`: a Roman number and a title, nothing else. */
function isNumberedSection(filled: readonly string[]): boolean {
  const [number = '', title = ''] = filled;
  return filled.length === 2 && isBareNumber(number) && 'IVXLC'.includes(number.charAt(0)) && title.length > 2;
}

function loneCell(row: TableRow, cell: string, columns: readonly (ColumnRole | null)[]): RowFacts {
  const meaning = cellMeaning(cell);
  if (meaning === 'SECTION' || isShouted(cell)) return emptyFacts(row, 'SECTION', cell);
  if (meaning === 'NUMBERED_CONTENT') {
    const marker = readListMarker(cell);
    return {
      ...emptyFacts(row, 'HEADING', null),
      number: marker.label,
      contents: [{ number: marker.label, text: cell.slice(marker.body) }],
    };
  }
  const at = row.cells.indexOf(cell);
  return columns[at] === 'PRODUCT' && meaning === 'TEXT' ? alignedRow(row, columns) : emptyFacts(row, 'STRAY', null);
}

/** A title in capitals. */
function isShouted(cell: string): boolean {
  return cell.length > 5 && cell === cell.toUpperCase() && cell !== cell.toLowerCase();
}

function emptyFacts(row: TableRow, kind: RowFacts['kind'], section: string | null): RowFacts {
  const none = { product: null, lead: null, coordinator: null, due: null };
  return { row, kind, section, number: null, contents: [], ...none, shifted: false, dropped: [] };
}

function alignedRow(row: TableRow, columns: readonly (ColumnRole | null)[]): RowFacts {
  const { byColumn, dropped, shifted } = alignRow(row.cells, columns);
  const cellOf = (role: ColumnRole): CellText | null => {
    const cell = byColumn[columns.indexOf(role)] ?? null;
    return cell === null ? null : { text: row.cells[cell] ?? '', paragraphs: row.paragraphs[cell] ?? [] };
  };
  const number = cellOf('NUMBER')?.text ?? null;
  const group = cellOf('GROUP')?.text ?? null;
  return {
    row,
    kind: 'TASK',
    section: group !== null && cellMeaning(group) === 'SECTION' ? group : null,
    number: number === null ? null : bareNumber(number),
    contents: readContents(cellOf('CONTENT'), number),
    product: cellOf('PRODUCT'),
    lead: cellOf('LEAD'),
    coordinator: cellOf('COORDINATOR'),
    due: cellOf('DUE'),
    shifted,
    dropped: dropped.map((cell) => row.cells[cell] ?? ''),
  };
}

function bareNumber(printed: string): string {
  return printed.endsWith('.') || printed.endsWith(')') ? printed.slice(0, -1) : printed;
}

/** The tasks printed in one content cell: one, or several numbered in a row. */
function readContents(cell: CellText | null, numberCell: string | null): NumberedText[] {
  if (cell === null) return [];
  if (numberCell !== null) return [{ number: bareNumber(numberCell), text: cell.text }];
  const parts = cell.paragraphs.length > 1 ? [...cell.paragraphs] : splitNumbered(cell.text);
  return parts.map((part) => {
    const marker = readListMarker(part);
    return marker.kind === 'ARABIC'
      ? { number: marker.label, text: part.slice(marker.body) }
      : { number: null, text: part };
  });
}

/** `1. Rà soát … 2. Thực hiện …` in one paragraph: cut before each next number. */
function splitNumbered(text: string): string[] {
  const first = Number(readListMarker(text).label);
  if (!Number.isInteger(first) || first < 1) return [text];
  const parts: string[] = [];
  let start = 0;
  for (let next = first + 1; ; next += 1) {
    const at = text.indexOf(` ${next}. `, start);
    if (at === -1 || !opensSentence(text, at, `${next}`.length)) break;
    parts.push(text.slice(start, at).trim());
    start = at + 1;
  }
  return [...parts, text.slice(start).trim()];
}

function opensSentence(text: string, at: number, digits: number): boolean {
  const next = text.charAt(at + digits + 3);
  return next !== '' && next === next.toUpperCase() && next !== next.toLowerCase();
}

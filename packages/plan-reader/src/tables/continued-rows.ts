import { isLowerCase } from '../text/characters';
import { readListMarker } from '../text/list-markers';
import type { ColumnRole, TableRow } from './table-row';

/** A cell of this length fills several printed lines, so that a page break may cut it. */
const CUTTABLE_CELL = 60;

/** Joins rows that a page break cut in two. */
export function joinContinuedRows(rows: readonly TableRow[], columns: readonly (ColumnRole | null)[]): TableRow[] {
  const joined: TableRow[] = [];
  for (const row of rows) {
    const previous = joined.at(-1);
    if (previous !== undefined && isContinuation(previous, row, columns))
      joined[joined.length - 1] = join(previous, row);
    else joined.push(row);
  }
  return joined;
}

function isContinuation(previous: TableRow, row: TableRow, columns: readonly (ColumnRole | null)[]): boolean {
  if (!row.afterBreak) return false;
  const numberAt = columns.indexOf('NUMBER');
  if (numberAt !== -1 && (row.cells[numberAt] ?? '') !== '') return false;
  const filled = row.cells.flatMap((cell, index) => (cell === '' ? [] : [index]));
  if (filled.some((index) => isLowerCase(row.cells[index]?.charAt(0) ?? ''))) return true;
  const [only] = filled;
  if (filled.length !== 1 || only === undefined) return false;
  const opensItem = readListMarker(row.cells[only] ?? '').kind !== 'NONE';
  return !opensItem && (previous.cells[only] ?? '').length >= CUTTABLE_CELL;
}

function join(previous: TableRow, row: TableRow): TableRow {
  const width = Math.max(previous.cells.length, row.cells.length);
  const cells = Array.from({ length: width }, (_, index) => joinText(previous.cells[index], row.cells[index]));
  return { ...previous, cells, paragraphs: cells.map((cell) => [cell]), lastLine: row.lastLine };
}

function joinText(left = '', right = ''): string {
  return left !== '' && right !== '' ? `${left} ${right}` : `${left}${right}`;
}

import { foldKeepingLength } from '../text/fold';
import { hasAnyPhrase } from '../text/phrases';
import type { ColumnRole, DocumentTable, TableKind, TableRow } from './table-row';

interface RoleWords {
  readonly role: ColumnRole;
  readonly words: readonly string[];
}

/** What header cells call their columns, folded; first match wins. */
const ROLE_WORDS: readonly RoleWords[] = [
  { role: 'NOTE', words: ['ghi chu'] },
  { role: 'COORDINATOR', words: ['phoi hop'] },
  { role: 'LEAD', words: ['chu tri', 'chiu trach nhiem', 'don vi thuc hien', 'co quan thuc hien', 'phu trach'] },
  { role: 'DUE', words: ['thoi gian', 'thoi han', 'tien do', 'hoan thanh'] },
  { role: 'PRODUCT', words: ['san pham', 'ket qua'] },
  { role: 'GROUP', words: ['nhiem vu chung', 'linh vuc', 'nhom nhiem vu'] },
  { role: 'CONTENT', words: ['noi dung', 'nhiem vu', 'khuyet diem', 'han che', 'cong viec', 'tieu chi'] },
  { role: 'NUMBER', words: ['tt', 'stt', 'so tt', 'so thu tu'] },
];

const LONGEST_HEADER_CELL = 60;

/** The role of each column, when the row is a header; null when it is not. */
export function headerRoles(row: TableRow): (ColumnRole | null)[] | null {
  if (row.cells.some((cell) => cell.length > LONGEST_HEADER_CELL)) return null;
  const roles = row.cells.map((cell) => roleOf(foldKeepingLength(cell)));
  const named = new Set(roles.filter((role) => role !== null));
  const isHeader = named.has('CONTENT') && named.has('LEAD') && named.size >= 3;
  return isHeader ? roles : null;
}

function roleOf(folded: string): ColumnRole | null {
  return ROLE_WORDS.find((entry) => hasAnyPhrase(folded, entry.words))?.role ?? null;
}

/** How many rows may stand above the header (a title the OCR put into the table). */
const ROWS_ABOVE_HEADER = 3;

/** Recognises a table by its header; rows that repeat the header on later pages are dropped. */
export function toTable(rows: readonly TableRow[]): DocumentTable {
  const headerAt = rows.slice(0, ROWS_ABOVE_HEADER).findIndex((row) => headerRoles(row) !== null);
  const header = rows[headerAt];
  const line = rows[0]?.line ?? 0;
  if (header === undefined) return { line, columns: null, kind: isLayout(rows) ? 'LAYOUT' : 'UNKNOWN', rows };
  const body = rows.slice(headerAt + 1).flatMap((row, index, rest) => dropRepeatedHeader(row, rest[index - 1]));
  return { line, columns: headerRoles(header), kind: kindOf(header), rows: body };
}

/** A repeated header marks a page break for the row under it. */
function dropRepeatedHeader(row: TableRow, previous: TableRow | undefined): TableRow[] {
  if (headerRoles(row) !== null) return [];
  return previous !== undefined && headerRoles(previous) !== null ? [{ ...row, afterBreak: true }] : [row];
}

function kindOf(header: TableRow): TableKind {
  const words = foldKeepingLength(header.cells.join(' '));
  return hasAnyPhrase(words, ['khuyet diem', 'han che', 'ton tai']) ? 'SHORTCOMINGS' : 'TASKS';
}

/** A table that only lays out lines (recipients beside a brace): short cells, none a number or an agency column. */
function isLayout(rows: readonly TableRow[]): boolean {
  return rows.every(
    (row) =>
      row.cells.filter((cell) => cell.length > 60).length === 0 &&
      (row.cells.find((cell) => cell !== '') ?? '-').startsWith('-'),
  );
}

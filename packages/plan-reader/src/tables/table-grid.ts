import { collapseBlanks } from '../text/characters';
import { cellParagraphs, stripMarks } from '../text/plain-text';
import type { SourceLine } from '../text/source-lines';
import type { TableRow } from './table-row';

/** Rows of tables that are read in one document: ten times the longest appendix known. */
export const MOST_TABLE_ROWS = 2_000;

/** Rows of one table may have blank lines between them (page breaks), not text. */
export function groupTableLines(lines: readonly SourceLine[]): SourceLine[][] {
  const groups: SourceLine[][] = [];
  let open = false;
  let rows = 0;
  for (const line of lines) {
    if (rows >= MOST_TABLE_ROWS) break;
    if (line.isTableRow) {
      rows += 1;
      if (open) groups.at(-1)?.push(line);
      else groups.push([line]);
      open = true;
    } else if (line.text !== '') open = false;
  }
  return groups;
}

const MOST_CELLS = 16;

/** The rows of a table; ruling lines of markdown tables are dropped. */
export function toRows(lines: readonly SourceLine[]): TableRow[] {
  const rows: TableRow[] = [];
  let previous: number | null = null;
  for (const line of lines) {
    const raw = rawCells(line.raw).slice(0, MOST_CELLS);
    const paragraphs = raw.map((cell) => cellParagraphs(cell).map((part) => collapseBlanks(stripMarks(part))));
    const cells = paragraphs.map((parts) => parts.filter((part) => part !== '').join(' '));
    if (cells.every((cell) => cell === '' || isRuling(cell))) continue;
    const afterBreak = previous !== null && line.number > previous + 1;
    rows.push({ line: line.number, lastLine: line.number, cells, paragraphs, afterBreak });
    previous = line.number;
  }
  return rows;
}

function rawCells(raw: string): string[] {
  if (raw.includes('\t')) return raw.split('\t');
  const trimmed = raw.trim();
  return trimmed.slice(1, -1).split('|');
}

function isRuling(cell: string): boolean {
  for (const character of cell) if (!'-:= '.includes(character)) return false;
  return true;
}

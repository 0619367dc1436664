import type { SourceLine } from '../text/source-lines';
import { groupTableLines, toRows } from './table-grid';
import { toTable } from './table-header';
import type { DocumentTable } from './table-row';

/** The tables of a document in order. */
export function readDocumentTables(lines: readonly SourceLine[]): DocumentTable[] {
  return groupTableLines(lines).flatMap((group) => {
    const rows = toRows(group);
    return rows.length === 0 ? [] : [toTable(rows)];
  });
}

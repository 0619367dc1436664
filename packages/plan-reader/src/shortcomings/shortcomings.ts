import { type AgencyReference, type AgencyResolver, readAgencies } from '../agencies/agency-reference';
import { criterionName, quoted } from '../goals/index-goals';
import { findFraction } from '../goals/score-phrases';
import { joinContinuedRows } from '../tables/continued-rows';
import type { ColumnRole, DocumentTable, TableRow } from '../tables/table-row';
import { foldKeepingLength } from '../text/fold';
import { phraseEndsAt } from '../text/phrases';
import { skipBlanksBack } from '../text/characters';
import type { LineSpan } from '../text/source-lines';

/** A criterion that lost points last year, and who answers for it. */
export interface ShortcomingReading {
  readonly number: string | null;
  /** The dimension it stands under. */
  readonly section: string | null;
  readonly criterion: string;
  readonly score: number | null;
  readonly maxScore: number | null;
  readonly responsible: readonly AgencyReference[];
  /** The cell of agencies as printed. */
  readonly responsiblePrinted: string;
  readonly lines: LineSpan;
}

/** The rows of a table of shortcomings; a heading row counts only when it names an agency itself. */
export function readShortcomings(table: DocumentTable, directory: AgencyResolver): ShortcomingReading[] {
  const columns = table.columns ?? [];
  const shortcomings: ShortcomingReading[] = [];
  let section: string | null = null;
  for (const row of joinContinuedRows(table.rows, columns)) {
    const number = cellOf(row, columns, 'NUMBER');
    const content = cellOf(row, columns, 'CONTENT');
    const agencies = cellOf(row, columns, 'LEAD');
    if (isSectionNumber(number)) section = quoted(content) ?? content;
    if (content === '' || (isSectionNumber(number) && agencies === '')) continue;
    shortcomings.push(toShortcoming(row, number, section, content, agencies, directory));
  }
  return shortcomings;
}

function cellOf(row: TableRow, columns: readonly (ColumnRole | null)[], role: ColumnRole): string {
  return row.cells[columns.indexOf(role)] ?? '';
}

function isSectionNumber(number: string): boolean {
  return number !== '' && 'IVXLC'.includes(number.charAt(0));
}

function toShortcoming(
  row: TableRow,
  number: string,
  section: string | null,
  content: string,
  agencies: string,
  directory: AgencyResolver,
): ShortcomingReading {
  const folded = foldKeepingLength(content);
  const score = isSectionNumber(number) ? null : findFraction(folded);
  return {
    number: number === '' ? null : number,
    section,
    criterion:
      score === null
        ? (quoted(content) ?? criterionName(content))
        : criterionName(content.slice(0, nameEnd(folded, score.start))),
    score: score?.value ?? null,
    maxScore: score?.of ?? null,
    responsible: readAgencies(agencies, directory),
    responsiblePrinted: agencies,
    lines: { from: row.line, to: row.lastLine },
  };
}

/** Before the score stands «:» or «: đạt». */
function nameEnd(folded: string, scoreStart: number): number {
  const end = skipBlanksBack(folded, scoreStart);
  return phraseEndsAt(folded, 'dat', end) ? end - 3 : end;
}

import type { CellText, RowFacts } from './row-facts';
import { cellMeaning } from '../tables/cell-meaning';
import type { LineSpan } from '../text/source-lines';

/** A product row before its agencies and due are read. */
export interface ProductDraft {
  readonly product: string | null;
  readonly lead: string | null;
  readonly coordinator: string | null;
  readonly due: string | null;
  readonly lines: LineSpan;
}

/** A task before its cells are read: where it stands, and the rows of its products. */
export interface TaskDraft {
  readonly number: string | null;
  readonly numberPrinted: boolean;
  readonly part: PartDraft;
  readonly parentNumber: string | null;
  readonly content: string | null;
  /** The first product row is the task's own; further rows inherit what they leave blank. */
  products: ProductDraft[];
  readonly facts: RowFacts;
}

/** A part of the table: `II. Cải cách thể chế`; label and title null where the heading was lost. */
export interface PartDraft {
  readonly label: string | null;
  readonly title: string | null;
  readonly implied: boolean;
}

export function productOf(facts: RowFacts, index: number, count: number): ProductDraft {
  const lines = { from: facts.row.line, to: facts.row.lastLine };
  const strays = count === 1 ? [] : (facts.coordinator?.paragraphs ?? []).filter(isDueText);
  const coordinator = paragraphFor(facts.coordinator, index, count);
  const stray = coordinator !== null && isDueText(coordinator) ? coordinator : null;
  const ownDue = strays.length > 0 ? (facts.due?.paragraphs[index] ?? null) : paragraphFor(facts.due, index, count);
  return {
    product: paragraphFor(facts.product, index, count),
    lead: paragraphFor(facts.lead, index, count),
    coordinator: stray === null ? coordinator : null,
    due: stray ?? ownDue,
    lines,
  };
}

/** Where a row holds several tasks and a cell several paragraphs, each task gets its own; a cell of one paragraph is shared. */
function paragraphFor(cell: CellText | null, index: number, count: number): string | null {
  if (cell === null) return null;
  if (count === 1 || cell.paragraphs.length <= 1) return cell.text;
  const own = cell.paragraphs[index];
  return own === undefined || own === '' ? null : own;
}

/** A due text that slid into the cell of the coordinators. */
function isDueText(text: string): boolean {
  return cellMeaning(text) === 'DUE';
}

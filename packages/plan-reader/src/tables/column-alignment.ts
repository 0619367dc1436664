import type { CellMeaning } from './cell-meaning';
import { cellMeaning } from './cell-meaning';
import type { ColumnRole } from './table-row';

/** The cell of a row that belongs to each column, by index into the row's cells; and the cells that belong to none. */
export interface Alignment {
  readonly byColumn: readonly (number | null)[];
  readonly dropped: readonly number[];
  /** True when some cell stands under another column than the one printed above it. */
  readonly shifted: boolean;
}

const UNFIT = -3;

/** How well what a cell looks like fits a column. */
const FIT: Readonly<Record<CellMeaning, Partial<Record<ColumnRole, number>>>> = {
  SECTION: { GROUP: 4, NUMBER: 1, CONTENT: 1 },
  NUMBER: { NUMBER: 4 },
  NUMBERED_CONTENT: { CONTENT: 4, PRODUCT: 0, GROUP: 0 },
  AGENCIES: { LEAD: 3, COORDINATOR: 3, CONTENT: -1, PRODUCT: -1, NOTE: -1 },
  DUE: { DUE: 4, NOTE: 0, PRODUCT: -2, CONTENT: -2 },
  TEXT: { CONTENT: 2, PRODUCT: 2, NOTE: 0.5, GROUP: 0, LEAD: -2, COORDINATOR: -1, DUE: -2 },
};

const DROP_COST = -4;
/** A cell that only repeats another cell of the row is a fault of the OCR and costs little to drop. */
const DROP_COPY_COST = 0.5;
const MOVED_COST = -0.6;
const CHANGED_SHIFT_COST = -0.8;

interface State {
  readonly score: number;
  readonly columns: readonly (number | null)[];
}

/**
 * Puts the non-blank cells of a row under the columns they mean, keeping their order: a row stays as printed unless moving cells
 * together makes clearly more sense of them.
 */
export function alignRow(cells: readonly string[], columns: readonly (ColumnRole | null)[]): Alignment {
  const filled = cells.flatMap((cell, index) => (cell === '' ? [] : [index]));
  const meanings = filled.map((index) => cellMeaning(cells[index] ?? ''));
  const dropCosts = filled.map((index) => (isCopy(cells, index) ? DROP_COPY_COST : DROP_COST));
  const best = bestPlacement(filled, meanings, dropCosts, columns);
  const byColumn = columns.map<number | null>(() => null);
  const dropped: number[] = [];
  filled.forEach((cell, position) => {
    const column = best.columns[position] ?? null;
    if (column === null) dropped.push(cell);
    else byColumn[column] = cell;
  });
  return { byColumn, dropped, shifted: byColumn.some((cell, column) => cell !== null && cell !== column) };
}

/** Best placement by dynamic programming over (cells placed, last column used). */
function bestPlacement(
  filled: readonly number[],
  meanings: readonly CellMeaning[],
  dropCosts: readonly number[],
  columns: readonly (ColumnRole | null)[],
): State {
  let states = new Map<number, State>([[-1, { score: 0, columns: [] }]]);
  filled.forEach((cell, position) => {
    const next = new Map<number, State>();
    for (const [last, state] of states) {
      keepBest(next, last, {
        score: state.score + (dropCosts[position] ?? DROP_COST),
        columns: [...state.columns, null],
      });
      for (let column = last + 1; column < columns.length; column += 1) {
        const score =
          state.score + placing(cell, column, meanings[position] ?? 'TEXT', columns, shiftBefore(state, filled));
        keepBest(next, column, { score, columns: [...state.columns, column] });
      }
    }
    states = next;
  });
  return [...states.values()].reduce((best, state) => (state.score > best.score ? state : best));
}

function placing(
  cell: number,
  column: number,
  meaning: CellMeaning,
  columns: readonly (ColumnRole | null)[],
  before: number | null,
): number {
  const role = columns[column] ?? null;
  const fit = role === null ? UNFIT : (FIT[meaning][role] ?? UNFIT);
  const shift = column - cell;
  const moved = shift === 0 ? 0 : MOVED_COST;
  const changed = before === null || shift === before ? 0 : CHANGED_SHIFT_COST;
  return fit + moved + changed;
}

/** How far the cell placed last was moved. */
function shiftBefore(state: State, filled: readonly number[]): number | null {
  for (let position = state.columns.length - 1; position >= 0; position -= 1) {
    const column = state.columns[position] ?? null;
    const cell = filled[position];
    if (column !== null && cell !== undefined) return column - cell;
  }
  return null;
}

function keepBest(states: Map<number, State>, key: number, state: State): void {
  const known = states.get(key);
  if (known === undefined || state.score > known.score) states.set(key, state);
}

const SHORTEST_COPY = 15;

/** True when the cell's text stands in the cell before it. */
function isCopy(cells: readonly string[], index: number): boolean {
  const cell = cells[index] ?? '';
  return cell.length >= SHORTEST_COPY && cells.some((other, at) => at < index && other !== '' && other.includes(cell));
}

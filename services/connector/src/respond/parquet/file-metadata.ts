import type { TableAnswer } from '../table-format';
import { meaningOf, type ShownColumn } from '../table/shown-columns';
import { rightsNotes } from '../table/rights-notes';

/**
 * What the file says of itself, as key-value metadata of its footer: where the rows come from and, as JSON, what each column is called and
 * means in Vietnamese and English.
 */
export function fileMetadata(answer: TableAnswer, columns: readonly ShownColumn[]): ReadonlyMap<string, string> {
  const { plan, address, answeredAt, positions, scope } = answer;
  const { label, description } = plan.set.set;
  return new Map([
    ['lientinh:set', JSON.stringify({ name: plan.set.name, label, description })],
    ['lientinh:address', address],
    ['lientinh:answered_at', answeredAt.toISOString()],
    ['lientinh:ledger_positions', JSON.stringify(positions)],
    ['lientinh:rights', JSON.stringify(rightsNotes(scope, plan))],
    ['lientinh:columns', JSON.stringify(columns.map(describeColumn))],
  ]);
}

function describeColumn(column: ShownColumn): Record<string, unknown> {
  const label = column.property?.column.label ?? { vi: column.name, en: column.name };
  return { name: column.name, type: column.type, label, description: meaningOf(column) };
}

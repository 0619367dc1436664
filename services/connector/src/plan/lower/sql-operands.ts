import type { SortItem, Sql } from '../../source/sql/sql';

const sorted = (items: readonly SortItem[]): readonly Sql[] => items.map(({ expression }) => expression);

/** What an expression is made of, without the SELECTs in it. */
function operandsOf(node: Sql): readonly Sql[] {
  switch (node.kind) {
    case 'operator':
      return [node.left, node.right];
    case 'prefix':
    case 'test':
    case 'cast':
    case 'vietnamese':
    case 'extract':
    case 'atUtc':
    case 'once':
      return [node.operand];
    case 'call':
      return [...node.arguments, ...(node.filter ? [node.filter] : []), ...sorted(node.orderBy ?? [])];
    case 'rowNumber':
      return [...node.partitionBy, ...sorted(node.orderBy)];
    case 'case':
      return [...node.branches.flatMap(({ when, then }) => [when, then]), node.otherwise];
    case 'rowValue':
      return node.items;
    case 'anyOf':
      return [node.value, node.list];
    case 'among':
      return node.values;
    default:
      return [];
  }
}

/** Whether a column of one of the tables stands in the expression, its SELECTs left aside. */
export function speaksOf(expression: Sql, tables: ReadonlySet<string>): boolean {
  const waiting = [expression];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'column' && tables.has(next.table)) return true;
    waiting.push(...operandsOf(next));
  }
  return false;
}

import type { ComputeItem, OrderItem } from '../../query/ast';
import { findNavigation, findProperty } from '../../model';
import { nameTaken } from '../plan.errors';
import type { TypedOrder } from '../typed/query';
import type { Names } from '../typed/names';
import type { CheckContext } from './context';
import { checkExpression } from './expression';

/** The names with the aliases added; each may use those before it. ODATA_NAME_TAKEN. */
export function checkCompute(items: readonly ComputeItem[], names: Names, context: CheckContext): Names {
  return items.reduce((known, item) => {
    const expression = checkExpression(item.expression, known, context);
    const alias = item.alias.normalize('NFC');
    refuseTaken(alias, known, item.at);
    const it = { row: known.it.row, computed: new Map(known.it.computed).set(alias, expression) };
    const variables = new Map([...known.variables].map(([name, row]) => [name, row === known.it ? it : row]));
    return { ...known, it, variables };
  }, names);
}

/** ODATA_NAME_TAKEN when the rows have the name already. */
export function refuseTaken(name: string, { it, option }: Names, at: number): void {
  const { shape } = it.row;
  const taken =
    it.computed.has(name) ||
    (shape.kind === 'entities'
      ? findProperty(shape.set, name) !== null || findNavigation(shape.set, name) !== null
      : shape.columns.some(({ path }) => path[0] === name));
  if (taken) throw nameTaken({ option, at, name });
}

/** The expressions of an order. */
export function checkOrder(items: readonly OrderItem[], names: Names, context: CheckContext): readonly TypedOrder[] {
  return items.map(({ expression, descending }) => ({
    expression: checkExpression(expression, names, context),
    descending,
  }));
}

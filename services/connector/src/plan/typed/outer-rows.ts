import type { TypedExpansion, TypedQuery } from './query';
import type { RowVariable } from './shape';
import { operandsOf } from './operands';
import type { Typed } from './typed-expression';

/** Whether something in the query speaks of a row that is not one of its own, such as `$it` of the request. */
export function speaksOfOuterRows(query: TypedQuery): boolean {
  const own = new Set<RowVariable>();
  return speaksOfOthers(expressionsOf(query, own), own);
}

/** Whether an expression speaks of a row that is not among `rows`, nor a variable in it. */
export function speaksOfOthers(expressions: readonly Typed[], rows: Iterable<RowVariable>): boolean {
  const own = new Set(rows);
  const spokenOf = new Set<RowVariable>();
  const waiting = [...expressions];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'property' || next.kind === 'groupColumn') spokenOf.add(next.row);
    if (next.kind === 'quantified' || next.kind === 'count') {
      own.add(next.variable);
      spokenOf.add(next.collection.from);
    }
    waiting.push(...operandsOf(next));
  }
  return [...spokenOf].some((row) => !own.has(row));
}

/** Every expression of the query and of the expansions in it; `own` takes their rows. */
function expressionsOf(query: TypedQuery, own: Set<RowVariable>): Typed[] {
  own.add(query.row).add(query.result);
  const computed = query.outputs.flatMap((output) => (output.kind === 'computed' ? [output.expression] : []));
  return [
    ...(query.filter === null ? [] : [query.filter]),
    ...query.order.map(({ expression }) => expression),
    ...computed,
    ...query.expansions.flatMap((expansion: TypedExpansion) => expressionsOf(expansion.query, own)),
  ];
}

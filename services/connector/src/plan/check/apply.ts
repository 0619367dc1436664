import type { AggregateItem, Transformation } from '../../query/ast';
import { MAXIMUM_TRANSFORMATIONS } from '../limits';
import { nameTaken, notSupported, planTooLarge, wrongType } from '../plan.errors';
import type { Step, TypedAggregate } from '../typed/query';
import type { Names, RowNames } from '../typed/names';
import type { GroupColumn } from '../typed/shape';
import { isNumeric, type Typed } from '../typed/typed-expression';
import { checkCompute, checkOrder } from './computed';
import { bareNames, inOption, nameOfRows, type CheckContext } from './context';
import { checkCondition, checkExpression, checkPath } from './expression';
import { logicOf } from './operators';
import { checkSearchable } from './search';

/** Steps taken so far, and the names of what they give. */
export interface Applied {
  readonly steps: readonly Step[];
  readonly it: RowNames;
}
type GroupBy = Extract<Transformation, { kind: 'groupby' }>;

/** `$apply` (OData Data Aggregation 4.0): each transformation over what the one before gives. */
export function checkApply(transformations: readonly Transformation[], names: Names, context: CheckContext): Applied {
  return transformations.reduce<Applied>(
    (applied, one) => {
      if (applied.steps.length >= MAXIMUM_TRANSFORMATIONS)
        throw planTooLarge({
          option: '$apply',
          at: one.at,
          what: { vi: 'phép biến đổi', en: 'transformations' },
          limit: MAXIMUM_TRANSFORMATIONS,
        });
      return applyOne(applied, one, withRow(names, applied.it), context);
    },
    { steps: [], it: names.it },
  );
}

/** The same names about other rows. */
function withRow(names: Names, it: RowNames): Names {
  const variables = new Map([...names.variables].map(([name, row]) => [name, row === names.it ? it : row]));
  return { ...names, it, variables };
}

function applyOne(applied: Applied, one: Transformation, names: Names, context: CheckContext): Applied {
  const { it } = applied;
  const step = (next: Step): Applied => ({ steps: [...applied.steps, next], it });
  switch (one.kind) {
    case 'identity':
      return applied;
    case 'filter':
      return step({ kind: 'filter', predicate: checkCondition(one.filter, names, context) });
    case 'search':
      checkSearchable(it.row, one.search, names.option);
      return step({ kind: 'search', search: one.search });
    case 'compute':
      return { steps: applied.steps, it: checkCompute(one.items, names, context).it };
    case 'orderby':
      return step({ kind: 'order', order: checkOrder(one.items, names, context) });
    case 'top':
      return step({ kind: 'limit', top: one.count, skip: 0 });
    case 'skip':
      return step({ kind: 'limit', top: null, skip: one.count });
    case 'aggregate':
      return grouped(applied, { keys: [], where: null, items: one.items, at: one.at }, names, context);
    case 'groupby':
      return groupBy(applied, one, names, context);
  }
}

interface Key {
  readonly path: readonly string[];
  readonly expression: Typed;
}
interface Group {
  readonly keys: readonly Key[];
  readonly where: Typed | null;
  readonly items: readonly AggregateItem[];
  readonly at: number;
}

function groupBy(applied: Applied, one: GroupBy, names: Names, context: CheckContext): Applied {
  const keys = one.by.map((path): Key => ({
    path: path.segments.map((segment) => segment.normalize('NFC')),
    expression: checkPath(path, names, context),
  }));
  const { where, inner, items, behind } = partsOf(one, names, context);
  const after = grouped(applied, { keys, where, items, at: one.at }, inner, context);
  return behind.reduce((sofar, next) => applyOne(sofar, next, withRow(names, sofar.it), context), after);
}

interface Parts {
  readonly where: Typed | null;
  readonly inner: Names;
  readonly items: readonly AggregateItem[];
  /** Of each group one row is left: what follows is the same over all groups. */
  readonly behind: readonly Transformation[];
}

/** What a groupby does within each group: computes and filters rows, then aggregates them. ODATA_NOT_SUPPORTED for others. */
function partsOf({ then, at }: GroupBy, names: Names, context: CheckContext): Parts {
  let [inner, where]: [Names, Typed | null] = [names, null];
  for (const [place, one] of then.entries()) {
    if (one.kind === 'aggregate') {
      const behind = then.slice(place + 1);
      const wrong = behind.find(({ kind }) => kind !== 'filter' && kind !== 'compute' && kind !== 'identity');
      if (wrong !== undefined) throw refuse(wrong.kind, wrong.at);
      return { where, inner, items: one.items, behind };
    }
    if (one.kind === 'filter') {
      const condition = checkCondition(one.filter, inner, context);
      where = where === null ? condition : logicOf('and', where, condition, { option: names.option, at: one.at });
    } else if (one.kind === 'compute') inner = checkCompute(one.items, inner, context);
    else if (one.kind !== 'identity') throw refuse(one.kind, one.at);
  }
  if (where !== null || inner !== names) throw refuse('filter', at);
  return { where: null, inner, items: [], behind: [] };
}

const refuse = (kind: string, at: number): Error => notSupported({ option: '$apply', at, what: `groupby(…, ${kind})` });

function grouped(applied: Applied, group: Group, names: Names, context: CheckContext): Applied {
  const { shape } = names.it.row;
  const columns: GroupColumn[] = [];
  const add = (column: GroupColumn, at: number): void => {
    const [first = ''] = column.path;
    const clashes = columns.some(
      ({ path }) =>
        path[0] === first && (path.length === 1 || column.path.length === 1 || path.join() === column.path.join()),
    );
    if (clashes) throw nameTaken({ option: names.option, at, name: column.path.join('/') });
    columns.push(column);
  };
  for (const { path, expression } of group.keys) add(columnOf(path, expression, true), group.at);
  const aggregates = group.items.map((item) => {
    const { aggregate, result } = aggregateOf(item, names, context);
    add(columnOf([item.alias.normalize('NFC')], result, false), item.at);
    return aggregate;
  });
  const of = shape.kind === 'entities' ? shape.set : shape.of;
  const result = { shape: { kind: 'groups', of, columns } } as const;
  const keys = group.keys.map(({ expression }) => expression);
  const step: Step = { kind: 'group', keys, aggregates, where: group.where, result };
  return { steps: [...applied.steps, step], it: bareNames(result) };
}

const columnOf = (
  path: readonly string[],
  like: Pick<Typed, 'type' | 'nullable' | 'collation'>,
  key: boolean,
): GroupColumn => ({
  path,
  type: like.type,
  nullable: like.nullable,
  collation: like.collation,
  key,
});

/** Sums and averages are of numbers; no value at all gives null. */
function aggregateOf(
  item: AggregateItem,
  names: Names,
  context: CheckContext,
): { aggregate: TypedAggregate; result: Pick<Typed, 'type' | 'nullable' | 'collation'> } {
  const { method } = item;
  const whole = { type: 'Edm.Int64', nullable: false, collation: 'BINARY' } as const;
  if (item.expression === null) return { aggregate: { method: 'count', expression: null }, result: whole };
  const expression = checkExpression(item.expression, inOption(names, '$apply'), context);
  const aggregate = { method, expression };
  if (method === 'count' || method === 'countdistinct') return { aggregate, result: whole };
  if (method === 'min' || method === 'max')
    return { aggregate, result: { type: expression.type, nullable: true, collation: expression.collation } };
  if (!isNumeric(expression.type))
    throw wrongType({
      option: '$apply',
      at: item.at,
      what: `${method} (${nameOfRows(names.it.row)})`,
      types: [expression.type],
      expected: 'Edm.Int32, Edm.Int64, Edm.Decimal, Edm.Double',
    });
  const isDouble = expression.type === 'Edm.Double';
  const sum = expression.type === 'Edm.Int32' ? 'Edm.Int64' : expression.type;
  const type = method === 'sum' ? sum : isDouble ? 'Edm.Double' : 'Edm.Decimal';
  return { aggregate, result: { type, nullable: true, collation: 'BINARY' } };
}

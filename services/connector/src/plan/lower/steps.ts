import {
  columnSql,
  type Select,
  type SelectColumn,
  type SortItem,
  type Sql,
  type SqlFunction,
} from '../../source/sql/sql';
import type { EntitySet } from '../../model/edm';
import type { Step, TypedAggregate, TypedOrder } from '../typed/query';
import type { RowVariable } from '../typed/shape';
import { lowerCondition } from './condition';
import { groupColumnName, lowerExpression } from './expression';
import { tieBreakers } from './order';
import { lowerSearch } from './search';
import type { SelectDraft, Statement } from './statement';

/** Rows after some steps of `$apply`. */
export interface Stage {
  readonly draft: SelectDraft;
  readonly row: RowVariable;
  /** The order that the last `orderby` gave them. */
  readonly order: readonly TypedOrder[];
}

/** Takes the steps of `$apply` one after another; a step that cannot go into the same SELECT begins one around it. */
export function lowerSteps(begin: Stage, steps: readonly Step[], statement: Statement): Stage {
  return steps.reduce((stage, step) => lowerStep(stage, step, statement), begin);
}

function lowerStep(stage: Stage, step: Step, statement: Statement): Stage {
  const { draft } = stage;
  switch (step.kind) {
    case 'filter':
      draft.where.push(lowerCondition(step.predicate, statement));
      return stage;
    case 'search':
      draft.where.push(lowerSearch(step.search, draft.from.alias));
      return stage;
    case 'order':
      return { ...stage, order: step.order };
    case 'limit':
      return limited(stage, step, statement);
    case 'group': {
      const select = grouped(stage, step, statement);
      return { draft: statement.openDerived(step.result, select), row: step.result, order: [] };
    }
  }
}

/** The first rows in the order so far, as rows of a SELECT around them. */
function limited(stage: Stage, step: Extract<Step, { kind: 'limit' }>, statement: Statement): Stage {
  const { draft, row, order } = stage;
  const orderBy = [...order, ...tieBreakers(row, order)].map((item): SortItem => sortItem(item, statement));
  const select = draft.finish({
    columns: everyColumn(row, draft.from.alias),
    orderBy,
    limit: step.top,
    offset: step.skip,
  });
  return { ...stage, draft: statement.openDerived(row, select) };
}

/** One expression of an ORDER BY. */
export const sortItem = ({ expression, descending }: TypedOrder, statement: Statement): SortItem => ({
  expression: lowerExpression(expression, statement),
  descending,
  nullable: expression.nullable,
});

/** Every column of the row, under its own name. */
function everyColumn({ shape }: RowVariable, alias: string): readonly SelectColumn[] {
  const names =
    shape.kind === 'entities' ? columnsOf(shape.set) : shape.columns.map((_, place) => groupColumnName(place));
  return names.map((name) => ({ expression: columnSql(alias, name), alias: name }));
}

const columnsOf = ({ set }: EntitySet): readonly string[] => [
  ...set.columns.map(({ name }) => name),
  ...(set.searchable ? ['search_text'] : []),
];

function grouped(stage: Stage, step: Extract<Step, { kind: 'group' }>, statement: Statement): Select {
  const { keys, aggregates, where } = step;
  const filter = where === null ? null : lowerCondition(where, statement);
  const values = [
    ...keys.map((key) => lowerExpression(key, statement)),
    ...aggregates.map((aggregate) => lowerAggregate(aggregate, filter, statement)),
  ];
  const columns = values.map((expression, place) => ({ expression, alias: groupColumnName(place) }));
  // A group is there even when none of its rows is aggregated.
  return stage.draft.finish({ columns, groupByFirst: keys.length });
}

const AGGREGATE: Readonly<Record<TypedAggregate['method'], SqlFunction>> = {
  sum: 'sum',
  min: 'min',
  max: 'max',
  average: 'avg',
  count: 'count',
  countdistinct: 'count',
};

function lowerAggregate({ method, expression }: TypedAggregate, filter: Sql | null, statement: Statement): Sql {
  const value = expression === null ? [] : [lowerExpression(expression, statement)];
  const ofBoolean = expression?.type === 'Edm.Boolean' && (method === 'min' || method === 'max');
  const name = ofBoolean ? (method === 'min' ? 'bool_and' : 'bool_or') : AGGREGATE[method];
  return { kind: 'call', name, arguments: value, distinct: method === 'countdistinct', filter };
}

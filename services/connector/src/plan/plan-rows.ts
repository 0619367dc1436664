import { printStatement } from '../source/sql/print';
import type { Select, Sql } from '../source/sql/sql';
import type { PrintedStatement } from '../source/statement';
import type { EntitySet, Model, Property } from '../model/edm';
import type { ResourceStep } from './check/resource';
import { lowerCondition } from './lower/condition';
import { changedSince, removedSql } from './lower/changes';
import { csvText } from './lower/csv-text';
import { behind, sqlTypeOf, tieBreakers, type OrderKey } from './lower/order';
import { propertyField, shownFields, type Field } from './lower/outputs';
import { pathConditions } from './lower/path-conditions';
import { lowerSearch } from './lower/search';
import { Statement, type ReadInOrder, type SelectDraft } from './lower/statement';
import { lowerSteps, sortItem } from './lower/steps';
import { countSql } from './lower/values';
import type { OutputColumn, PageRequest, RowScope } from './plan';
import { optionNotApplicable } from './plan.errors';
import type { TypedOrder, TypedQuery } from './typed/query';

/** Checked rows of one address. */
export interface RowsRequest {
  readonly model: Model;
  readonly scope: RowScope;
  readonly steps: readonly ResourceStep[];
  readonly query: TypedQuery;
  /** Further conditions on the rows that the query begins with. */
  readonly also?: (alias: string) => readonly Sql[];
}
/** A statement, its fields, and the sets that it reads. */
export interface PlannedRows {
  readonly columns: readonly OutputColumn[];
  readonly rows: PrintedStatement;
  readonly sets: readonly EntitySet[];
}

interface Begun {
  readonly statement: Statement;
  readonly draft: SelectDraft;
  readonly order: readonly TypedOrder[];
  /** What `$filter` and `$search` ask. */
  readonly asked: readonly Sql[];
}

function begin(
  { model, scope, steps, query, also }: RowsRequest,
  since: PageRequest['changedSince'],
  inOrder: ReadInOrder | null,
): Begun {
  const statement = new Statement(model, scope, inOrder);
  const { row } = query;
  if (row.shape.kind !== 'entities') throw new Error('a request begins with entities');
  const first = statement.open(row, row.shape.set);
  const { alias } = first.from;
  first.where.push(...pathConditions(steps, alias, statement), ...(also?.(alias) ?? []));
  if (since !== null) first.where.push(changedSince(row.shape.set, alias, since));
  const { draft, order } = lowerSteps({ draft: first, row, order: [] }, query.steps, statement);
  const asked: Sql[] = [];
  if (query.filter !== null) asked.push(lowerCondition(query.filter, statement));
  if (query.search !== null) asked.push(lowerSearch(query.search, draft.from.alias));
  return { statement, draft, order, asked };
}

function printed(select: Select, { sets }: Statement): PrintedStatement {
  return { ...printStatement(select), withoutLoops: sets.some(({ set }) => set.workedOut === true) };
}

/** How many rows there are, whatever the page. */
export function planCount(request: RowsRequest): PlannedRows {
  const { statement, draft, asked } = begin(request, null, null);
  draft.where.push(...asked);
  const select = draft.finish({ columns: [{ expression: countSql, alias: null }] });
  const column: OutputColumn = { name: '$count', type: 'Edm.Int64', role: 'COMPUTED', property: null };
  return { columns: [column], rows: printed(select, statement), sets: statement.sets };
}

/** What is left out of a page: nothing of one row, all but keys of references. */
export interface RowsForm {
  readonly single: boolean;
  readonly references: boolean;
  readonly property: Property | null;
}

/** The rows of a page. */
export function planRows(request: RowsRequest, form: RowsForm, page: PageRequest): PlannedRows {
  const { query } = request;
  const inOrder = form.single || !isCut(query, page) ? null : orderBegin(query);
  const { statement, draft, order, asked } = begin(request, page.changedSince, inOrder);
  if (page.changedSince === null) draft.where.push(...asked);
  const { alias } = draft.from;
  const shown = shownOf(request, form, statement, alias);
  const keys = form.property !== null || page.addresses === false ? [] : hiddenKeys(query, shown, alias);
  const ordering = form.single ? [] : orderOf(query, order, page, statement);
  const paging = page.size === null ? [] : ordering.map(pagingField);
  const removed = page.changedSince === null || asked.length === 0 ? [] : [removedField(asked)];
  if (page.after !== null) draft.where.push(behindPage(ordering, page.after));
  const fields = [...shown, ...keys, ...paging, ...removed];
  const select: Select = draft.finish({
    columns: fields.map((field) => ({ expression: expressionOf(field, page), alias: null })),
    orderBy: ordering,
    limit: form.single ? null : limitOf(query, page),
    offset: form.single || page.after !== null ? 0 : query.skip,
  });
  return { columns: fields.map(({ column }) => column), rows: printed(select, statement), sets: statement.sets };
}

const expressionOf = ({ sql, column }: Field, { csv }: PageRequest): Sql =>
  csv === undefined ? sql : csvText(sql, column, csv);

/** The place must be one in this order: a token of another order is refused. */
function behindPage(ordering: readonly OrderKey[], after: readonly (string | null)[]): Sql {
  if (after.length === ordering.length) return behind(ordering, after);
  const reason = { vi: 'không phải của thứ tự sắp xếp này', en: 'it is not of this order' };
  throw optionNotApplicable({ option: '$skiptoken', at: 0, reason });
}

function shownOf({ query }: RowsRequest, form: RowsForm, statement: Statement, alias: string): readonly Field[] {
  if (form.property !== null) return [propertyField(form.property, alias, 'PROPERTY')];
  return form.references ? [] : shownFields(query, statement);
}

/** Whether these are not all rows, so that they need an order. */
const isCut = ({ top, skip }: TypedQuery, { size, after }: PageRequest): boolean =>
  size !== null || after !== null || top !== null || skip > 0;

/** The column of the set that the order begins with; null when it begins with something else, or `$apply` makes other rows. */
function orderBegin({ row, steps, order, result }: TypedQuery): ReadInOrder | null {
  const isPlain = steps.every(({ kind }) => kind === 'filter' || kind === 'search');
  const [first] = [...order, ...tieBreakers(result, order)];
  const { expression } = first ?? {};
  if (!isPlain || expression?.kind !== 'property' || expression.row !== row || expression.path.length > 0) return null;
  return { row, column: expression.property.column.name };
}

/** One more than the page, which tells whether there is a next one. */
function limitOf({ top }: TypedQuery, { size }: PageRequest): number | null {
  if (size === null) return top;
  return top === null ? size + 1 : Math.min(top, size + 1);
}

function orderOf(
  query: TypedQuery,
  applied: readonly TypedOrder[],
  page: PageRequest,
  statement: Statement,
): readonly OrderKey[] {
  const wanted = query.order.length > 0 ? query.order : applied;
  if (wanted.length === 0 && !isCut(query, page)) return [];
  const total = [...wanted, ...tieBreakers(query.result, wanted)];
  return total.map((item) => ({
    ...sortItem(item, statement),
    type: item.expression.type,
    sqlType: sqlTypeOf(item.expression),
  }));
}

const pagingField = ({ expression, type }: OrderKey, place: number): Field => ({
  column: { name: String(place), type, role: 'PAGING', property: null },
  sql: expression,
});

const removedField = (asked: readonly Sql[]): Field => ({
  column: { name: '$removed', type: 'Edm.Boolean', role: 'REMOVED', property: null },
  sql: removedSql(asked),
});

const RECORDED_AT = 'recorded_at';

/** Keys, for addresses, and since when a row reads as it does, for ETags, where they are not shown. */
function hiddenKeys({ result }: TypedQuery, shown: readonly Field[], alias: string): readonly Field[] {
  if (result.shape.kind !== 'entities') return [];
  const { set } = result.shape;
  const needed = new Set(set.key);
  for (const property of set.properties.values())
    if (set.set.changeTracking && property.column.name === RECORDED_AT) needed.add(property);
  return [...needed]
    .filter((property) => !shown.some(({ column }) => column.property === property))
    .map((property) => propertyField(property, alias, 'KEY'));
}

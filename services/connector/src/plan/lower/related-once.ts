import type { Navigation } from '../../model/edm';
import {
  allOf,
  callSql,
  columnSql,
  constantSql,
  emptySelect,
  falseSql,
  joined,
  numberSql,
  operatorSql,
  orElse,
  parameterSql,
  type CommonSelect,
  type Select,
  type SelectColumn,
  type SortItem,
  type Sql,
} from '../../source/sql/sql';
import type { TypedExpansion, TypedQuery } from '../typed/query';
import { canFail } from '../typed/operands';
import { speaksOfOuterRows } from '../typed/outer-rows';
import { isApart } from './apart';
import { tieBreakers } from './order';
import type { RowsFirst } from './rows-first';
import type { Range, Related, SelectDraft, Statement } from './statement';
import { sortItem } from './steps';
import { countSql } from './values';

/**
 * Whether related rows are asked for once for all rows, not for each: where the contract says that the rows of one cost as much as those
 * of many, and around such. What speaks of the row that it belongs to can only be asked for each.
 */
export function isAskedOnce(expansion: TypedExpansion, from: Range, statement: Statement): boolean {
  const isOfRequest = statement.isOfRequest(from);
  const { navigation, query } = expansion;
  if (from.set !== null && isOfRequest && isApart(navigation.definition, from.set) && !hasAskedOnce(query.expansions))
    return false;
  return canBeAskedOnce(expansion);
}

function canBeAskedOnce({ navigation, query }: TypedExpansion): boolean {
  const isCheaper = navigation.definition.together !== undefined || hasAskedOnce(query.expansions);
  return navigation.many && isCheaper && !speaksOfOuterRows(query);
}

const hasAskedOnce = (expansions: readonly TypedExpansion[]): boolean =>
  expansions.some((inner) => canBeAskedOnce(inner) || (!inner.navigation.many && hasAskedOnce(inner.query.expansions)));

/** How the rows of an expansion are chosen and written. */
export interface RelatedRows {
  readonly asked: (draft: SelectDraft, query: TypedQuery, statement: Statement) => readonly Sql[];
  /** A row as JSON text. */
  readonly rowText: (expansion: TypedExpansion, statement: Statement) => Sql;
}

/** The related rows as a JSON list, and how many there are before `$top` and `$skip`, by one SELECT that is joined to all rows. */
export function relatedOnce(expansion: TypedExpansion, from: Range, statement: Statement, rows: RelatedRows): Related {
  const known = from.related.get(expansion);
  if (known !== undefined) return known;
  const { navigation } = expansion;
  const { on } = navigation.definition;
  const first = from.draft.rowsFirst(() => statement.name());
  const grouped = groupedRows(expansion, from, first, statement, rows);
  const pairs = on.map((pair, place) => ({ value: columnSql(from.alias, pair.from), column: name(place) }));
  first.join(grouped, pairs);
  const list = orElse(columnSql(grouped.name, name(on.length + 1)), constantSql(''));
  const related: Related = {
    count: callSql('coalesce', columnSql(grouped.name, name(on.length)), numberSql(0)),
    list: expansion.form === 'count' ? null : joined([constantSql('['), list, constantSql(']')]),
  };
  from.related.set(expansion, related);
  return related;
}

const name = (place: number): string => `c${place + 1}`;

/** A row for each of the rows that have any: what they are joined by, the number of related rows, their list. */
function groupedRows(
  expansion: TypedExpansion,
  from: Range,
  first: RowsFirst,
  statement: Statement,
  rows: RelatedRows,
): CommonSelect {
  const { navigation, query, form } = expansion;
  const draft = openBelonging(expansion, from, first, statement, rows);
  const keys = navigation.definition.on.map(({ to }) => columnSql(draft.from.alias, to));
  const orderBy =
    form === 'count'
      ? []
      : [...query.order, ...tieBreakers(query.row, query.order)].map((item) => sortItem(item, statement));
  const texts = form === 'count' ? [] : [within(query, keys, orderBy, rows.rowText(expansion, statement))];
  const values = [...keys, ...texts, ...orderBy.map(({ expression }) => expression)];
  const related = draft.finish({ columns: named(values) });
  return { name: statement.name(), select: grouped(related, keys.length, orderBy, statement.name()) };
}

const named = (values: readonly Sql[]): readonly SelectColumn[] =>
  values.map((expression, place) => ({ expression, alias: name(place) }));

/** Related rows: keys first, then the text and what they are ordered by, where these are not only counted. By the keys in groups. */
function grouped(related: Select, keys: number, orderBy: readonly SortItem[], alias: string): Select {
  const column = (place: number): Sql => columnSql(alias, name(place));
  const list: Sql = {
    kind: 'call',
    name: 'string_agg',
    arguments: [column(keys), constantSql(',')],
    orderBy: orderBy.map((item, place) => ({ ...item, expression: column(keys + 1 + place) })),
  };
  const keyColumns = Array.from({ length: keys }, (_, place) => column(place));
  return {
    ...emptySelect,
    columns: named([...keyColumns, countSql, ...(orderBy.length === 0 ? [] : [list])]),
    from: { relation: { kind: 'derived', select: related }, alias },
    groupByFirst: keys,
  };
}

/** The related rows of all rows there are, as they are asked for. */
function openBelonging(
  { navigation, target, query }: TypedExpansion,
  from: Range,
  first: RowsFirst,
  statement: Statement,
  { asked }: RelatedRows,
): SelectDraft {
  const draft = statement.open(query.row, target);
  const belonging = ofTheseRows(navigation, draft.from.alias, from.alias, first);
  const conditions = asked(draft, query, statement);
  const isSafe = query.filter === null || !canFail(query.filter);
  draft.where.push(...belonging, ...(isSafe ? conditions : [askedOfThese(belonging, conditions)]));
  return draft;
}

/** PostgreSQL may ask conditions in any order: one that can fail is not to fail on a row that nobody asked about. */
const askedOfThese = (belonging: readonly Sql[], conditions: readonly Sql[]): Sql => ({
  kind: 'case',
  branches: [{ when: allOf(belonging), then: allOf(conditions) }],
  otherwise: falseSql,
});

/** Null outside of `$skip` and `$top`, which are of the rows of each row; a list leaves it out. */
function within({ top, skip }: TypedQuery, keys: readonly Sql[], orderBy: readonly SortItem[], text: Sql): Sql {
  if (top === null && skip === 0) return text;
  const place: Sql = { kind: 'rowNumber', partitionBy: keys, orderBy };
  const behind = operatorSql('>', place, parameterSql(String(skip), 'bigint'));
  const when =
    top === null
      ? behind
      : operatorSql('and', behind, operatorSql('<=', place, parameterSql(String(skip + top), 'bigint')));
  return { kind: 'case', branches: [{ when, then: text }], otherwise: { kind: 'word', word: 'null' } };
}

/**
 * That the rows belong to one of the rows there are. Lists of values are pushed through views to the tables and their indexes; where the
 * contract names other columns than those that are equal, what is left is looked up in the rows.
 */
function ofTheseRows({ definition }: Navigation, alias: string, from: string, first: RowsFirst): readonly Sql[] {
  const { on, together } = definition;
  const listed = together?.narrowedBy ?? on;
  const lists = listed.map((pair): Sql => ({
    kind: 'anyOf',
    value: columnSql(alias, pair.to),
    list: valuesOf(pair.from, from, first),
  }));
  if (on.length === 1 && listed.some((pair) => pair.to === on[0]?.to && pair.from === on[0].from)) return lists;
  const values = on.map(({ to }) => columnSql(alias, to));
  const kept = on.map((pair) => ({ expression: first.keep(columnSql(from, pair.from)), alias: null }));
  const select: Select = { ...emptySelect, columns: kept, from: theRows(first) };
  return [...lists, { kind: 'among', values, select }];
}

function valuesOf(column: string, from: string, first: RowsFirst): Sql {
  const columns = [{ expression: first.keep(columnSql(from, column)), alias: null }];
  return { kind: 'arrayOf', select: { ...emptySelect, columns, distinct: true, from: theRows(first) } };
}

const theRows = ({ name: rows }: RowsFirst): Select['from'] => ({
  relation: { kind: 'common', name: rows },
  alias: rows,
});

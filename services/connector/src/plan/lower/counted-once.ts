import { allOf, callSql, columnSql, numberSql, operatorSql, type Sql } from '../../source/sql/sql';
import { canFail } from '../typed/operands';
import { speaksOfOthers } from '../typed/outer-rows';
import type { Typed } from '../typed/typed-expression';
import { isApart } from './apart';
import { lowerSearch } from './search';
import type { Statement } from './statement';
import { countSql } from './values';

type Count = Extract<Typed, { kind: 'count' }>;

const isOfRowsApart = ({ from: { shape }, path, navigation }: Count['collection']): boolean =>
  shape.kind === 'entities' && path.length === 0 && isApart(navigation.definition, shape.set);

/**
 * The number of related rows, counted once for all rows where the contract says that those of one cost as much as those of many. Null
 * where they can only be counted for each row: what is asked of them speaks of that row, or could fail on rows that are nobody's.
 */
export function countedOnce(
  { collection, variable, filter, search }: Count,
  statement: Statement,
  lowerCondition: (filter: Typed, statement: Statement) => Sql,
): Sql | null {
  const { on, together } = collection.navigation.definition;
  const isOfEach = filter !== null && (canFail(filter) || speaksOfOthers([filter], [variable]));
  if (together === undefined || isOfEach || isOfRowsApart(collection)) return null;
  const from = statement.follow(statement.rangeOf(collection.from), collection.path);
  const draft = statement.open(variable, collection.target);
  if (filter !== null) draft.where.push(lowerCondition(filter, statement));
  if (search !== null) draft.where.push(lowerSearch(search, draft.from.alias));
  const values = [...on.map(({ to }) => columnSql(draft.from.alias, to)), countSql];
  const columns = values.map((expression, place) => ({ expression, alias: `c${place + 1}` }));
  const name = statement.name();
  from.draft.common.push({ name, select: draft.finish({ columns, groupByFirst: on.length }) });
  const equal = on.map((pair, place) =>
    operatorSql('=', columnSql(name, `c${place + 1}`), columnSql(from.alias, pair.from)),
  );
  from.draft.joins.push({ relation: { kind: 'common', name }, alias: name, on: allOf(equal) });
  return callSql('coalesce', columnSql(name, `c${on.length + 1}`), numberSql(0));
}

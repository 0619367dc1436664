import type { BiNavigation } from '@lientinh/bi';
import { columnSql, emptySelect, type Sql } from '../../source/sql/sql';

/** The alias of the rows of a SELECT that speaks of no other: it may stand more than once in a statement. */
export const ALONE = 't0';

/** That a row of `alias` leads to one of the rows, named `ALONE`, that meet the conditions; these are read once, so that indexes serve. */
export function leadsToOneOf({ on, target, name }: BiNavigation, alias: string, where: readonly Sql[]): Sql {
  const [pair, ...others] = on;
  if (pair === undefined || others.length > 0) throw new Error(`${name} is not by one column`);
  return { kind: 'anyOf', value: columnSql(alias, pair.from), list: listOf(target, pair.to, where) };
}

/** Values of a column of the rows, named `ALONE`, that meet the conditions. */
export const listOf = (view: string, column: string, where: readonly Sql[]): Sql => ({
  kind: 'arrayOf',
  select: {
    ...emptySelect,
    columns: [{ expression: columnSql(ALONE, column), alias: null }],
    from: { relation: { kind: 'view', name: view }, alias: ALONE },
    where,
  },
});

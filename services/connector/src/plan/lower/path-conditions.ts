import { columnSql, operatorSql, parameterSql, type Sql } from '../../source/sql/sql';
import type { Navigation } from '../../model/edm';
import { entityRow } from '../check/context';
import type { ResourceStep } from '../check/resource';
import { isNarrowedBy } from '../row-scope';
import { ALONE, listOf } from './own-column';
import type { Statement } from './statement';
import { anyColumn, SQL_TYPE } from './values';

/** What the address says of the rows that stand as `alias`: their own key, and that they belong to the row before. */
export function pathConditions(steps: readonly ResourceStep[], alias: string, statement: Statement): readonly Sql[] {
  const step = steps.at(-1);
  if (step === undefined) return [];
  return [...keyConditions(step, alias), ...belongingConditions(steps, alias, statement)];
}

function keyConditions({ key }: ResourceStep, alias: string): readonly Sql[] {
  return [...(key ?? [])].map(([property, { text }]) =>
    operatorSql('=', columnSql(alias, property.column.name), parameterSql(text, SQL_TYPE[property.type])),
  );
}

function belongingConditions(steps: readonly ResourceStep[], alias: string, statement: Statement): readonly Sql[] {
  const navigation = steps.at(-1)?.navigation ?? null;
  const before = steps.slice(0, -1);
  const parent = before.at(-1);
  if (navigation === null || parent === undefined) return [];
  const direct = before.length === 1 ? byKeyOfParent(parent, steps, alias, statement) : null;
  if (direct !== null) return direct;
  const draft = statement.open(entityRow(parent.set), parent.set);
  const parentAlias = draft.from.alias;
  draft.where.push(
    ...navigation.definition.on.map(({ from, to }) =>
      operatorSql('=', columnSql(parentAlias, from), columnSql(alias, to)),
    ),
    ...pathConditions(before, parentAlias, statement),
  );
  return [{ kind: 'exists', select: draft.finish({ columns: [anyColumn] }) }];
}

/** Where the navigation goes by the key that the address gives, the row itself need not be read, and an index on the target serves. */
function byKeyOfParent(
  parent: ResourceStep,
  steps: readonly ResourceStep[],
  alias: string,
  statement: Statement,
): readonly Sql[] | null {
  const navigation = steps.at(-1)?.navigation;
  if (navigation === null || navigation === undefined || isNarrowedBy(parent.set, statement.scope)) return null;
  const values = new Map(
    [...(parent.key ?? [])].map(([property, value]) => [property.column.name, { property, value }]),
  );
  const conditions = navigation.definition.on.map(({ from, to }) => {
    const known = values.get(from);
    if (known === undefined) return null;
    const { property, value } = known;
    return operatorSql('=', columnSql(alias, to), parameterSql(value.text, SQL_TYPE[property.type]));
  });
  if (!conditions.every((condition) => condition !== null)) return null;
  return [...conditions, ...narrowing(parent, navigation, alias)];
}

/** Where the view works rows out together: that it need not do so for others than those that this row's values are of. */
function narrowing(parent: ResourceStep, { definition }: Navigation, alias: string): readonly Sql[] {
  const { on, together } = definition;
  const more = (together?.narrowedBy ?? []).filter(
    ({ from, to }) => !on.some((pair) => pair.from === from && pair.to === to),
  );
  return more.map(({ from, to }): Sql => ({
    kind: 'anyOf',
    value: columnSql(alias, to),
    list: listOf(parent.set.set.name, from, keyConditions(parent, ALONE)),
  }));
}

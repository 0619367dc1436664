import type { Property } from '../../model/edm';
import { columnSql, type Sql } from '../../source/sql/sql';
import type { OutputColumn } from '../plan';
import type { Output, TypedQuery } from '../typed/query';
import { groupColumnName, lowerExpression } from './expression';
import { lowerExpansion, lowerExpansionCount } from './expansions';
import { groupObject } from './json-objects';
import type { Range, Statement } from './statement';
import { durationText } from './values';

/** A field of the rows and the SQL that gives it. */
export interface Field {
  readonly column: OutputColumn;
  readonly sql: Sql;
}

/** What is shown of a row: properties, computed and grouped values, related rows. */
export function shownFields(query: TypedQuery, statement: Statement): readonly Field[] {
  const range = statement.rangeOf(query.result);
  const objects = new Set<string>();
  const own = query.outputs.flatMap((output) => fieldOf(output, query, range, statement, objects));
  return [...own, ...query.expansions.flatMap((expansion) => expansionFields(expansion, range, statement))];
}

function fieldOf(
  output: Output,
  query: TypedQuery,
  range: Range,
  statement: Statement,
  objects: Set<string>,
): readonly Field[] {
  switch (output.kind) {
    case 'property':
      return [propertyField(output.property, range.alias, 'PROPERTY')];
    case 'computed': {
      const { type } = output.expression;
      const sql = lowerExpression(output.expression, statement);
      const column: OutputColumn = { name: output.name, type, role: 'COMPUTED', property: null };
      return [{ column, sql: type === 'Edm.Duration' ? durationText(sql) : sql }];
    }
    case 'groupColumn':
      return groupField(output.place, query, range.alias, objects);
  }
}

/** A property of the rows. */
export const propertyField = (property: Property, alias: string, role: 'PROPERTY' | 'KEY'): Field => ({
  column: { name: property.name, type: property.type, role, property },
  sql: columnSql(alias, property.column.name),
});

/** Properties that were grouped by behind a navigation are one object. */
function groupField(
  place: number,
  { outputs, result }: TypedQuery,
  alias: string,
  objects: Set<string>,
): readonly Field[] {
  const columns = result.shape.kind === 'groups' ? result.shape.columns : [];
  const column = columns[place];
  const [name = '', ...rest] = column?.path ?? [];
  if (column === undefined || objects.has(name)) return [];
  if (rest.length === 0) {
    const sql = columnSql(alias, groupColumnName(place));
    const { type } = column;
    const output: OutputColumn = { name, type, role: 'COMPUTED', property: null };
    return [{ column: output, sql: type === 'Edm.Duration' ? durationText(sql) : sql }];
  }
  objects.add(name);
  const places = outputs.flatMap((output) => (output.kind === 'groupColumn' ? [output.place] : []));
  const inner = places.flatMap((each) => {
    const one = columns[each];
    return one?.path[0] === name ? [{ place: each, path: one.path.slice(1), type: one.type }] : [];
  });
  return [{ column: { name, type: 'JSON', role: 'EXPANSION', property: null }, sql: groupObject(inner, alias) }];
}

function expansionFields(
  expansion: TypedQuery['expansions'][number],
  range: Range,
  statement: Statement,
): readonly Field[] {
  const { navigation, form, query } = expansion;
  const count = (): Field => ({
    column: { name: `${navigation.name}@odata.count`, type: 'Edm.Int64', role: 'EXPANSION_COUNT', property: null },
    sql: lowerExpansionCount(expansion, range, statement),
  });
  if (form === 'count') return [count()];
  const rows: Field = {
    column: { name: navigation.name, type: 'JSON', role: 'EXPANSION', property: null },
    sql: lowerExpansion(expansion, range, statement),
  };
  return query.count ? [count(), rows] : [rows];
}

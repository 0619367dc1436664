import { columnSql, constantSql, joined, parameterSql, type Sql } from '../../source/sql/sql';
import type { EntitySet, Property } from '../../model/edm';
import { groupColumnName } from './expression';
import { jsonText, keyText } from './values';

/** A field of a JSON object: its name with a colon, and its value as JSON text. */
export interface Member {
  readonly name: Sql;
  readonly value: Sql;
}

/** `{"a":1,"b":[…]}`: texts are joined, which PostgreSQL does faster than it builds JSON values, and without a limit of fields. */
export function objectText(members: readonly Member[]): Sql {
  const texts = members.flatMap(({ name, value }, place) =>
    place === 0 ? [name, value] : [constantSql(','), name, value],
  );
  return joined([constantSql('{'), ...texts, constantSql('}')]);
}

/** Names of the model are part of the statement. */
export const nameOf = (name: string): Sql => constantSql(`${JSON.stringify(name)}:`);
/** Names that a caller gave are not. */
export const givenName = (name: string): Sql => parameterSql(`${JSON.stringify(name)}:`, 'text');

export const propertySql = ({ column }: Property, alias: string): Sql => columnSql(alias, column.name);

/** `"@odata.id":"Provinces('24%402004-01-01')"`, relative to the service. */
export function referenceOf(set: EntitySet, alias: string): Member {
  const [first] = set.key;
  const keys = set.key.flatMap((property, place) => [
    ...(place === 0 ? [] : [constantSql(',')]),
    ...(set.key.length === 1 ? [] : [constantSql(`${property.name}=`)]),
    keyText(propertySql(property, alias), property.type),
  ]);
  if (first === undefined) throw new Error(`${set.name} has no key`);
  const address = joined([constantSql(`${set.name}(`), ...keys, constantSql(')')]);
  return { name: nameOf('@odata.id'), value: jsonText(address, 'Edm.String') };
}

/** Grouped properties behind a navigation, as the object that they are properties of. */
export function groupObject(
  columns: readonly { readonly place: number; readonly path: readonly string[]; readonly type: Property['type'] }[],
  alias: string,
): Sql {
  const names = [...new Set(columns.map(({ path }) => path[0] ?? ''))];
  return objectText(
    names.map((name) => {
      const inner = columns.filter(({ path }) => path[0] === name);
      const [only] = inner;
      const value =
        only?.path.length === 1
          ? jsonText(columnSql(alias, groupColumnName(only.place)), only.type)
          : groupObject(
              inner.map((column) => ({ ...column, path: column.path.slice(1) })),
              alias,
            );
      return { name: givenName(name), value };
    }),
  );
}

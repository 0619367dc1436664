import {
  callSql,
  columnSql,
  constantSql,
  emptySelect,
  joined,
  orElse,
  parameterSql,
  testSql,
  type Sql,
} from '../../source/sql/sql';
import type { EntitySet, Property } from '../../model/edm';
import type { Output, TypedExpansion, TypedQuery } from '../typed/query';
import { groupColumnName, lowerCondition, lowerExpression } from './expression';
import { sortItem } from './steps';
import { tieBreakers } from './order';
import { lowerSearch } from './search';
import type { Range, SelectDraft, Statement } from './statement';
import { countSql, jsonText, keyText } from './values';

/** A field of a JSON object: its name with a colon, and its value as JSON text. */
interface Member {
  readonly name: Sql;
  readonly value: Sql;
}

/** `{"a":1,"b":[…]}`: texts are joined, which PostgreSQL does faster than it builds JSON values, and without a limit of fields. */
function objectText(members: readonly Member[]): Sql {
  const texts = members.flatMap(({ name, value }, place) =>
    place === 0 ? [name, value] : [constantSql(','), name, value],
  );
  return joined([constantSql('{'), ...texts, constantSql('}')]);
}

/** Names of the model are part of the statement. */
const nameOf = (name: string): Sql => constantSql(`${JSON.stringify(name)}:`);
/** Names that a caller gave are not. */
const givenName = (name: string): Sql => parameterSql(`${JSON.stringify(name)}:`, 'text');

const propertySql = ({ column }: Property, alias: string): Sql => columnSql(alias, column.name);

/** The related rows as JSON text, or the related row (null when there is none), or their number. */
export function lowerExpansion(expansion: TypedExpansion, from: Range, statement: Statement): Sql {
  const { navigation, form, query } = expansion;
  if (form === 'count') return lowerExpansionCount(expansion, from, statement);
  if (!navigation.many) return lowerOne(expansion, from, statement);
  const draft = statement.openRelated(query.row, from, navigation);
  addConditions(draft, query, statement);
  const order = [...query.order, ...tieBreakers(query.row, query.order)];
  const object = rowText(expansion, statement);
  const orderBy = order.map((item) => sortItem(item, statement));
  const rows = draft.finish({
    columns: [{ expression: object, alias: 'c1' }],
    orderBy,
    limit: query.top,
    offset: query.skip,
  });
  const alias = statement.alias();
  const list = callSql('string_agg', columnSql(alias, 'c1'), constantSql(','));
  const text = joined([constantSql('['), orElse(list, constantSql('')), constantSql(']')]);
  const around: SelectDraft['from'] = { relation: { kind: 'derived', select: rows }, alias };
  return { kind: 'scalar', select: { ...emptySelect, columns: [{ expression: text, alias: null }], from: around } };
}

/** How many related rows there are, before `$top` and `$skip`. */
export function lowerExpansionCount({ navigation, query }: TypedExpansion, from: Range, statement: Statement): Sql {
  const draft = statement.openRelated(query.row, from, navigation);
  addConditions(draft, query, statement);
  return { kind: 'scalar', select: draft.finish({ columns: [{ expression: countSql, alias: null }] }) };
}

function addConditions(draft: SelectDraft, query: TypedQuery, statement: Statement): void {
  if (query.filter !== null) draft.where.push(lowerCondition(query.filter, statement));
  if (query.search !== null) draft.where.push(lowerSearch(query.search, draft.from.alias));
}

/** A single row is joined, as paths to it are. */
function lowerOne(expansion: TypedExpansion, from: Range, statement: Statement): Sql {
  const { navigation, target, query } = expansion;
  const range = statement.follow(from, [navigation]);
  statement.place(query.row, range);
  const [key] = target.key;
  if (key === undefined) throw new Error(`${target.name} has no key`);
  const isThere = testSql(propertySql(key, range.alias), 'is not null');
  return {
    kind: 'case',
    branches: [{ when: isThere, then: rowText(expansion, statement) }],
    otherwise: { kind: 'word', word: 'null' },
  };
}

function rowText({ form, target, query }: TypedExpansion, statement: Statement): Sql {
  const range = statement.rangeOf(query.row);
  if (form === 'references') return objectText([referenceOf(target, range.alias)]);
  const outputs = query.outputs.map((output) => memberOf(output, range.alias, statement));
  return objectText([...outputs, ...query.expansions.flatMap((inner) => membersOf(inner, range, statement))]);
}

function memberOf(output: Output, alias: string, statement: Statement): Member {
  switch (output.kind) {
    case 'property':
      return {
        name: nameOf(output.property.name),
        value: jsonText(propertySql(output.property, alias), output.property.type),
      };
    case 'computed':
      return {
        name: givenName(output.name),
        value: jsonText(lowerExpression(output.expression, statement), output.expression.type),
      };
    case 'groupColumn':
      throw new Error('related rows are never groups');
  }
}

function membersOf(expansion: TypedExpansion, range: Range, statement: Statement): readonly Member[] {
  const { navigation, form, query } = expansion;
  const countName = nameOf(`${navigation.name}@odata.count`);
  const count = (): Member => ({
    name: countName,
    value: jsonText(lowerExpansionCount(expansion, range, statement), 'Edm.Int64'),
  });
  if (form === 'count') return [count()];
  const rows = orElse(lowerExpansion(expansion, range, statement), constantSql('null'));
  return [...(query.count ? [count()] : []), { name: nameOf(navigation.name), value: rows }];
}

/** `"@odata.id":"Provinces('24%402004-01-01')"`, relative to the service. */
function referenceOf(set: EntitySet, alias: string): Member {
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

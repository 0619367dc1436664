import { propertyOf, groupColumnOf } from '../check/paths';
import {
  allOf,
  falseSql,
  oneOf,
  operatorSql,
  parameterSql,
  testSql,
  type SortItem,
  type Sql,
  type SqlType,
} from '../../source/sql/sql';
import type { TypedOrder } from '../typed/query';
import type { RowVariable } from '../typed/shape';
import type { Typed } from '../typed/typed-expression';
import { SQL_TYPE } from './values';

/** What makes an order total: the paging order of the set, or the keys of groups, without what is ordered by already. */
export function tieBreakers(row: RowVariable, order: readonly TypedOrder[]): readonly TypedOrder[] {
  const { shape } = row;
  const unique: readonly Typed[] =
    shape.kind === 'entities'
      ? shape.set.pagingOrder.map((property) => propertyOf(row, [], property))
      : shape.columns.flatMap(({ key }, place) => (key ? [groupColumnOf(row, place)] : []));
  return unique
    .filter((wanted) => !order.some(({ expression }) => isSame(expression, wanted)))
    .map((expression) => ({ expression, descending: false }));
}

function isSame(one: Typed, other: Typed): boolean {
  if (one.kind === 'groupColumn' && other.kind === 'groupColumn')
    return one.row === other.row && one.place === other.place;
  return (
    one.kind === 'property' &&
    other.kind === 'property' &&
    one.row === other.row &&
    one.path.length === 0 &&
    one.property === other.property
  );
}

/** An expression of the order, and the types that its values have and are read back as. */
export interface OrderKey extends SortItem {
  readonly type: Typed['type'];
  readonly sqlType: SqlType;
}

/** Of a property its own type, which its indexes are of; whole numbers that were calculated may be of any length. */
export function sqlTypeOf({ kind, type }: Typed): SqlType {
  return type === 'Edm.Int64' && kind !== 'property' ? 'numeric' : SQL_TYPE[type];
}

/**
 * The rows behind those values. Where all go one way and none is null, a comparison of row values, which indexes serve; else key by key,
 * nulls lowest.
 */
export function behind(keys: readonly OrderKey[], values: readonly (string | null)[]): Sql {
  const [first] = keys;
  const oneWay = keys.every(({ nullable, descending }) => !nullable && descending === first?.descending);
  if (oneWay && first !== undefined && values.every((value) => value !== null)) {
    const [left, right] = [
      keys.map(({ expression }) => expression),
      keys.map((key, place) => read(key, values[place])),
    ];
    return operatorSql(first.descending ? '<' : '>', rowOf(left), rowOf(right));
  }
  const alternatives = keys.map((key, place) =>
    allOf([...keys.slice(0, place).map((before, index) => same(before, values[index])), after(key, values[place])]),
  );
  const bound = first === undefined ? null : notBefore(first, values[0]);
  return bound === null ? oneOf(alternatives) : allOf([bound, oneOf(alternatives)]);
}

const rowOf = (items: readonly Sql[]): Sql =>
  items.length === 1 && items[0] !== undefined ? items[0] : { kind: 'rowValue', items };

const read = ({ sqlType }: OrderKey, value: string | null | undefined): Sql => parameterSql(value ?? '', sqlType);

function same(key: OrderKey, value: string | null | undefined): Sql {
  return value === null || value === undefined
    ? testSql(key.expression, 'is null')
    : operatorSql('=', key.expression, read(key, value));
}

function after(key: OrderKey, value: string | null | undefined): Sql {
  const { expression, descending, nullable } = key;
  if (value === null || value === undefined) return descending ? falseSql : testSql(expression, 'is not null');
  const beyond = operatorSql(descending ? '<' : '>', expression, read(key, value));
  return descending && nullable ? operatorSql('or', beyond, testSql(expression, 'is null')) : beyond;
}

/** Said beside the alternatives, so that an index on the first key can be entered at the right place. */
function notBefore(key: OrderKey, value: string | null | undefined): Sql | null {
  if (key.nullable || value === null || value === undefined) return null;
  return operatorSql(key.descending ? '<=' : '>=', key.expression, read(key, value));
}

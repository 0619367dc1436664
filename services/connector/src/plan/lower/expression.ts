import {
  callSql,
  castSql,
  columnSql,
  falseSql,
  notSql,
  nullSql,
  operatorSql,
  orElse,
  parameterSql,
  testSql,
  type Sql,
  type SqlOperator,
} from '../../source/sql/sql';
import type { RowVariable } from '../typed/shape';
import { INTEGRAL, type Comparison, type Typed, type TypedCollection } from '../typed/typed-expression';
import { countedOnce } from './counted-once';
import { lowerFunction } from './functions';
import { lowerSearch } from './search';
import type { SelectDraft, Statement } from './statement';
import { anyColumn, anyOf, countSql, instantText, SQL_TYPE } from './values';

/** `asCondition`: a null may be false, as where rows are chosen; comparisons can then use indexes. */
type Lower<K extends Typed['kind']> = (
  node: Extract<Typed, { kind: K }>,
  statement: Statement,
  asCondition: boolean,
) => Sql;

const lowers: { readonly [K in Typed['kind']]: Lower<K> } = {
  literal: ({ text, type }) => parameterSql(text, SQL_TYPE[type]),
  null: ({ type }) => castSql(nullSql, SQL_TYPE[type]),
  property: (node, statement) => {
    const range = statement.follow(statement.rangeOf(node.row), node.path);
    return collated(node, columnSql(range.alias, node.property.column.name));
  },
  groupColumn: (node, statement) =>
    collated(node, columnSql(statement.rangeOf(node.row).alias, groupColumnName(node.place))),
  comparison: lowerComparison,
  logic: ({ operator, left, right }, statement, asCondition) =>
    operatorSql(operator, lower(left, statement, asCondition), lower(right, statement, asCondition)),
  not: ({ operand }, statement) => notSql(lower(operand, statement, false)),
  arithmetic: lowerArithmetic,
  negate: ({ operand }, statement) => ({
    kind: 'prefix',
    operator: '-',
    operand: exact(operand, lower(operand, statement, false)),
  }),
  oneOf: lowerOneOf,
  function: (node, statement) =>
    lowerFunction(
      node,
      node.arguments.map((argument) => lower(argument, statement, false)),
    ),
  convert: ({ operand, type }, statement) => converted(operand, lower(operand, statement, false), type),
  case: ({ branches, type }, statement) => ({
    kind: 'case',
    branches: branches.map(({ when, then }) => ({
      when: lower(when, statement, true),
      then: lower(then, statement, false),
    })),
    otherwise: castSql(nullSql, SQL_TYPE[type]),
  }),
  quantified: lowerQuantified,
  count: (node, statement) => countedOnce(node, statement, lowerAsCondition) ?? countedEach(node, statement),
};

/** SQL of a checked expression: true, false or null as OData says. */
export const lowerExpression = (typed: Typed, statement: Statement): Sql => lower(typed, statement, false);
/** SQL of a condition as it is written: what is null may be false. */
export const lowerAsCondition = (typed: Typed, statement: Statement): Sql => lower(typed, statement, true);
/** The name of a column of a group in the SELECT that made it. */
export const groupColumnName = (place: number): string => `c${place + 1}`;

function lower(typed: Typed, statement: Statement, asCondition: boolean): Sql {
  const one = lowers[typed.kind] as Lower<Typed['kind']>;
  return one(typed, statement, asCondition);
}

/** One collation only is ever said, so that no two can contradict each other. */
const collated = ({ collation }: Typed, operand: Sql): Sql =>
  collation === 'VIETNAMESE' ? { kind: 'vietnamese', operand } : operand;

const OPERATOR = { eq: '=', ne: '<>', lt: '<', le: '<=', gt: '>', ge: '>=' } as const satisfies Readonly<
  Record<Comparison, SqlOperator>
>;

/** Null equals null alone and is neither less nor greater (OData 4.01 Part 2, 5.1.1.1): a comparison is never null. */
function lowerComparison(
  { operator, left, right }: Extract<Typed, { kind: 'comparison' }>,
  statement: Statement,
  asCondition: boolean,
): Sql {
  const isEquality = operator === 'eq' || operator === 'ne';
  if (isEquality && (left.kind === 'null' || right.kind === 'null')) {
    const value = lower(left.kind === 'null' ? right : left, statement, false);
    return testSql(value, operator === 'eq' ? 'is null' : 'is not null');
  }
  const [a, b] = [lower(left, statement, false), lower(right, statement, false)];
  const plain = operatorSql(OPERATOR[operator], a, b);
  const [some, both] = [left.nullable || right.nullable, left.nullable && right.nullable];
  if (!some) return plain;
  if (operator === 'ne') return operatorSql('is distinct from', a, b);
  if (operator === 'eq') return asCondition && !both ? plain : operatorSql('is not distinct from', a, b);
  const orEqual = operator === 'le' || operator === 'ge';
  const complete =
    orEqual && both
      ? operatorSql('or', plain, operatorSql('and', testSql(a, 'is null'), testSql(b, 'is null')))
      : plain;
  return asCondition ? complete : orElse(complete, falseSql);
}

function lowerOneOf(
  { value, texts, withNull }: Extract<Typed, { kind: 'oneOf' }>,
  statement: Statement,
  asCondition: boolean,
): Sql {
  const operand = lower(value, statement, false);
  if (texts.length === 0) return withNull ? testSql(operand, 'is null') : falseSql;
  const found = anyOf(operand, texts, value.type);
  if (withNull) return operatorSql('or', found, testSql(operand, 'is null'));
  return asCondition || !value.nullable ? found : orElse(found, falseSql);
}

/** Whole numbers are calculated as exact decimals, so that none is too large. */
const exact = ({ type }: Typed, sql: Sql): Sql => (INTEGRAL.has(type) ? castSql(sql, 'numeric') : sql);

const ARITHMETIC = { add: '+', sub: '-', mul: '*', div: '/', divby: '/' } as const;

function lowerArithmetic(node: Extract<Typed, { kind: 'arithmetic' }>, statement: Statement): Sql {
  const { operator, left, right, type } = node;
  const [a, b] = [exact(left, lower(left, statement, false)), exact(right, lower(right, statement, false))];
  if (operator === 'mod') return type === 'Edm.Double' ? doubleRemainder(a, b) : callSql('mod', a, b);
  if (operator === 'div' && INTEGRAL.has(type)) return callSql('div', a, b);
  const result = operatorSql(ARITHMETIC[operator], a, b);
  if (left.type !== 'Edm.Date') return result;
  return type === 'Edm.Date' ? castSql(result, 'date') : callSql('make_interval_of_days', result);
}

const doubleRemainder = (a: Sql, b: Sql): Sql =>
  operatorSql('-', a, operatorSql('*', b, callSql('trunc', operatorSql('/', a, b))));

function converted(operand: Typed, sql: Sql, type: Typed['type']): Sql {
  const { type: from } = operand;
  if (type === 'Edm.String') return from === 'Edm.DateTimeOffset' ? instantText(sql) : castSql(sql, 'text');
  if (type === 'Edm.Date') return castSql({ kind: 'atUtc', operand: sql }, 'date');
  if (type === 'Edm.Int64' && from === 'Edm.Int32') return sql;
  if (INTEGRAL.has(type)) return castSql(callSql('trunc', castSql(sql, 'numeric')), SQL_TYPE[type]);
  return castSql(sql, SQL_TYPE[type]);
}

function openCollection(collection: TypedCollection, row: RowVariable, statement: Statement): SelectDraft {
  const from = statement.follow(statement.rangeOf(collection.from), collection.path);
  return statement.openRelated(row, from, collection.navigation);
}

function countedEach(node: Extract<Typed, { kind: 'count' }>, statement: Statement): Sql {
  const draft = openCollection(node.collection, node.variable, statement);
  if (node.filter !== null) draft.where.push(lower(node.filter, statement, true));
  if (node.search !== null) draft.where.push(lowerSearch(node.search, draft.from.alias));
  return { kind: 'scalar', select: draft.finish({ columns: [{ expression: countSql, alias: null }] }) };
}

/** `all` is true of none; a predicate that is null does not hold. */
function lowerQuantified(node: Extract<Typed, { kind: 'quantified' }>, statement: Statement): Sql {
  const { operator, predicate } = node;
  const draft = openCollection(node.collection, node.variable, statement);
  const condition = predicate === null ? null : lower(predicate, statement, true);
  if (condition !== null) draft.where.push(operator === 'any' ? condition : testSql(condition, 'is not true'));
  const exists: Sql = { kind: 'exists', select: draft.finish({ columns: [anyColumn] }) };
  return operator === 'any' ? exists : notSql(exists);
}

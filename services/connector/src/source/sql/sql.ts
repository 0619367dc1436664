/**
 * A small tree of SQL: what the planner says, before it is text. Names of tables and columns come from the contract, names of functions
 * and operators from the lists below, and everything that a caller wrote is a `parameter`: there is no node for raw text.
 */

/** Types that values are cast to. */
export type SqlType =
  | 'text'
  | 'boolean'
  | 'integer'
  | 'bigint'
  | 'numeric'
  | 'double precision'
  | 'date'
  | 'timestamptz'
  | 'time'
  | 'interval'
  | 'uuid'
  | 'text[]'
  | 'boolean[]'
  | 'integer[]'
  | 'bigint[]'
  | 'numeric[]'
  | 'double precision[]'
  | 'date[]'
  | 'timestamptz[]'
  | 'time[]'
  | 'interval[]'
  | 'uuid[]';

/** Functions that the planner calls. */
export type SqlFunction =
  | 'bi.fold_text'
  | 'abs'
  | 'ascii'
  | 'avg'
  | 'bool_and'
  | 'bool_or'
  | 'btrim'
  | 'ceil'
  | 'coalesce'
  | 'count'
  | 'div'
  | 'floor'
  | 'justify_hours'
  | 'length'
  | 'lower'
  | 'max'
  | 'min'
  | 'mod'
  | 'now'
  | 'make_interval_of_days'
  | 'replace'
  | 'right'
  | 'round'
  | 'starts_with'
  | 'string_agg'
  | 'strpos'
  | 'substr'
  | 'sum'
  | 'to_json'
  | 'trunc'
  | 'upper';

export type SqlOperator =
  | '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | '/'
  | '||'
  | 'and'
  | 'or'
  | 'is distinct from'
  | 'is not distinct from';

/** Fields of `extract`. */
export type ExtractField = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'epoch';

/** An expression. */
export type Sql =
  | { readonly kind: 'column'; readonly table: string; readonly column: string }
  /** A value of the caller, as text that PostgreSQL reads as `type`. */
  | { readonly kind: 'parameter'; readonly text: string; readonly type: SqlType }
  /** Text of the contract: names of properties as they stand in JSON, names of sets. */
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'word'; readonly word: 'null' | 'true' | 'false' }
  | { readonly kind: 'operator'; readonly operator: SqlOperator; readonly left: Sql; readonly right: Sql }
  | { readonly kind: 'prefix'; readonly operator: 'not' | '-'; readonly operand: Sql }
  | {
      readonly kind: 'test';
      readonly operand: Sql;
      readonly test: 'is null' | 'is not null' | 'is true' | 'is not true';
    }
  | {
      readonly kind: 'call';
      readonly name: SqlFunction;
      readonly arguments: readonly Sql[];
      readonly distinct?: boolean;
      /** Of an aggregate: which rows it takes. */
      readonly filter?: Sql | null;
      /** Of an aggregate: in which order it takes them. */
      readonly orderBy?: readonly SortItem[];
    }
  /** The place of a row among those with the same values, from 1. */
  | { readonly kind: 'rowNumber'; readonly partitionBy: readonly Sql[]; readonly orderBy: readonly SortItem[] }
  | { readonly kind: 'cast'; readonly operand: Sql; readonly type: SqlType }
  | { readonly kind: 'vietnamese'; readonly operand: Sql }
  | { readonly kind: 'extract'; readonly field: ExtractField; readonly operand: Sql }
  | { readonly kind: 'atUtc'; readonly operand: Sql }
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly when: Sql; readonly then: Sql }[];
      readonly otherwise: Sql;
    }
  | { readonly kind: 'rowValue'; readonly items: readonly Sql[] }
  | { readonly kind: 'anyOf'; readonly value: Sql; readonly list: Sql }
  /** The only column of a SELECT as an array, read once: conditions on it reach through the views that they are asked of. */
  | { readonly kind: 'arrayOf'; readonly select: Select }
  /** Whether the values are a row of a SELECT, which is read once and then looked up; null is none. */
  | { readonly kind: 'among'; readonly values: readonly Sql[]; readonly select: Select }
  | { readonly kind: 'exists'; readonly select: Select }
  | { readonly kind: 'scalar'; readonly select: Select }
  /** Without columns: evaluated once for the whole statement, by a scalar subquery. */
  | { readonly kind: 'once'; readonly operand: Sql };

export interface SelectColumn {
  readonly expression: Sql;
  /** Made by the planner (`c1`), or a column of the contract. */
  readonly alias: string | null;
}
export type Relation =
  | { readonly kind: 'view'; readonly name: string }
  | { readonly kind: 'derived'; readonly select: Select }
  /** One of the `common` SELECTs of this SELECT or of one around it. */
  | { readonly kind: 'common'; readonly name: string };
export interface FromItem {
  readonly relation: Relation;
  readonly alias: string;
}
export interface Join extends FromItem {
  readonly on: Sql;
}
export interface SortItem {
  readonly expression: Sql;
  readonly descending: boolean;
  readonly nullable: boolean;
}
/** A SELECT under a name: carried out once, whoever reads it. */
export interface CommonSelect {
  readonly name: string;
  readonly select: Select;
}
export interface Select {
  readonly common: readonly CommonSelect[];
  readonly columns: readonly SelectColumn[];
  readonly from: FromItem | null;
  readonly joins: readonly Join[];
  readonly where: readonly Sql[];
  /** Groups by the first so many columns. */
  readonly groupByFirst: number;
  /** Without duplicates of its columns. */
  readonly distinct: boolean;
  readonly orderBy: readonly SortItem[];
  readonly limit: number | null;
  readonly offset: number | null;
}

export const nullSql: Sql = { kind: 'word', word: 'null' };
export const trueSql: Sql = { kind: 'word', word: 'true' };
export const falseSql: Sql = { kind: 'word', word: 'false' };
export const numberSql = (value: number): Sql => ({ kind: 'number', value });
export const constantSql = (text: string): Sql => ({ kind: 'constant', text });
export const parameterSql = (text: string, type: SqlType): Sql => ({ kind: 'parameter', text, type });
export const columnSql = (table: string, column: string): Sql => ({ kind: 'column', table, column });
export const operatorSql = (operator: SqlOperator, left: Sql, right: Sql): Sql => ({
  kind: 'operator',
  operator,
  left,
  right,
});
export const callSql = (name: SqlFunction, ...arguments_: readonly Sql[]): Sql => ({
  kind: 'call',
  name,
  arguments: arguments_,
});
export const castSql = (operand: Sql, type: SqlType): Sql => ({ kind: 'cast', operand, type });
export const notSql = (operand: Sql): Sql => ({ kind: 'prefix', operator: 'not', operand });
export const testSql = (operand: Sql, test: 'is null' | 'is not null' | 'is true' | 'is not true'): Sql => ({
  kind: 'test',
  operand,
  test,
});
export const onceSql = (operand: Sql): Sql => ({ kind: 'once', operand });

/** All of them; true when there is none. */
export function allOf(conditions: readonly Sql[]): Sql {
  return (
    conditions.reduce<Sql | null>((all, one) => (all === null ? one : operatorSql('and', all, one)), null) ?? trueSql
  );
}
/** At least one of them; false when there is none. */
export function oneOf(conditions: readonly Sql[]): Sql {
  return (
    conditions.reduce<Sql | null>((all, one) => (all === null ? one : operatorSql('or', all, one)), null) ?? falseSql
  );
}
/** Texts one after another; null when one of them is. */
export function joined(texts: readonly Sql[]): Sql {
  const [first = constantSql(''), ...others] = texts;
  return others.reduce((all, one) => operatorSql('||', all, one), first);
}
/** `operand`, or the text `otherwise` where it is null. */
export const orElse = (operand: Sql, otherwise: Sql): Sql => callSql('coalesce', operand, otherwise);

/** A SELECT of everything, to be changed with `{ ...emptySelect, … }`. */
export const emptySelect: Select = {
  common: [],
  columns: [],
  from: null,
  joins: [],
  where: [],
  groupByFirst: 0,
  distinct: false,
  orderBy: [],
  limit: null,
  offset: null,
};

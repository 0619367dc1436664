import type { Expression } from '../../src/query';

/** An exact decimal: `digits` times ten to the power of `-scale`. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}
export type Value = boolean | string | Decimal | null;

/** A row of the test's tables as plain values, with the rows that belong to it. */
export interface UnitRow {
  readonly Id: string;
  readonly Name: string;
  readonly Size: Decimal | null;
  readonly Parent: UnitRow | null;
  readonly Facts: readonly FactRow[];
}
export interface FactRow {
  readonly Id: string;
  readonly Year: Decimal;
  readonly Level: Decimal | null;
  readonly Total: Decimal | null;
  readonly Value: Decimal | null;
  readonly Name: string | null;
  readonly Code: string | null;
  readonly Flag: boolean | null;
  readonly Day: string | null;
  readonly Unit: UnitRow | null;
}
export type Row = FactRow | UnitRow;
type Variables = Readonly<Record<string, Row>>;

export const decimal = (text: string): Decimal => {
  const [whole = '', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
};
const isDecimal = (value: unknown): value is Decimal =>
  typeof value === 'object' && value !== null && 'digits' in value;

function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.digits * 10n ** BigInt(scale - a.scale), b.digits * 10n ** BigInt(scale - b.scale), scale];
}

/** Less than 0, 0, or more: null is lowest. */
export function compare(a: Value, b: Value): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  if (isDecimal(a) && isDecimal(b)) {
    const [x, y] = aligned(a, b);
    return x < y ? -1 : x > y ? 1 : 0;
  }
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

/** What an expression is worth for a row, as the specification says; written without a look at the planner. */
export function evaluate(expression: Expression, row: Row, variables: Variables = {}): Value {
  const inner = (node: Expression): Value => evaluate(node, row, variables);
  switch (expression.kind) {
    case 'literal':
      return literal(expression.type, expression.text);
    case 'member':
      return member(expression.segments, row, variables) as Value;
    case 'unary': {
      const value = inner(expression.operand);
      if (expression.operator === 'not') return value === null ? null : value === false;
      return isDecimal(value) ? { ...value, digits: -value.digits } : null;
    }
    case 'binary':
      return binary(expression.operator, inner(expression.left), inner(expression.right));
    case 'in':
      return expression.list.some((item) => compare(inner(item), inner(expression.value)) === 0);
    case 'call':
      return call(expression.name, expression.arguments.map(inner));
    case 'count': {
      const rows = (member(expression.collection.segments, row, variables) ?? []) as readonly Row[];
      const { filter } = expression;
      const matching = filter === null ? rows : rows.filter((each) => evaluate(filter, each, variables) === true);
      return decimal(String(matching.length));
    }
    case 'lambda': {
      const rows = (member(expression.collection.segments, row, variables) ?? []) as readonly Row[];
      const { variable, predicate } = expression;
      const holds = (each: Row): boolean =>
        predicate === null || evaluate(predicate, row, { ...variables, [variable ?? '']: each }) === true;
      return expression.operator === 'any' ? rows.some(holds) : rows.every(holds);
    }
  }
}

function literal(type: string, text: string): Value {
  if (type === 'null') return null;
  if (type === 'boolean') return text === 'true';
  return type === 'integer' || type === 'decimal' ? decimal(text) : text;
}

function member(segments: readonly string[], row: Row, variables: Variables): unknown {
  const [first = '', ...others] = segments;
  const variable = variables[first];
  const [from, path] = variable === undefined ? [row, segments] : [variable, others];
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name] ?? null, from);
}

function binary(operator: string, a: Value, b: Value): Value {
  switch (operator) {
    case 'and':
      return a === false || b === false ? false : a === null || b === null ? null : true;
    case 'or':
      return a === true || b === true ? true : a === null || b === null ? null : false;
    case 'eq':
      return compare(a, b) === 0;
    case 'ne':
      return compare(a, b) !== 0;
    case 'gt':
    case 'lt':
      return a !== null && b !== null && (operator === 'gt' ? compare(a, b) > 0 : compare(a, b) < 0);
    case 'ge':
    case 'le':
      if (a === null || b === null) return a === b;
      return operator === 'ge' ? compare(a, b) >= 0 : compare(a, b) <= 0;
    default:
      return isDecimal(a) && isDecimal(b) ? arithmetic(operator, a, b) : null;
  }
}

function arithmetic(operator: string, a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  switch (operator) {
    case 'add':
      return { digits: x + y, scale };
    case 'sub':
      return { digits: x - y, scale };
    case 'mul':
      return { digits: a.digits * b.digits, scale: a.scale + b.scale };
    case 'mod':
      return { digits: x % y, scale };
    default:
      return { digits: x / y, scale: 0 }; // `div` of whole numbers
  }
}

function call(name: string, values: readonly Value[]): Value {
  if (values.includes(null)) return null;
  const [a, b, c] = values as [string, string, Decimal];
  const characters = Array.from(typeof a === 'string' ? a : '');
  const number = (value: number): Decimal => decimal(String(value));
  const integer = (value: unknown): number => Number((value as Decimal).digits);
  switch (name) {
    case 'contains':
      return a.includes(b);
    case 'startswith':
      return a.startsWith(b);
    case 'endswith':
      return a.endsWith(b);
    case 'indexof':
      return number(a.includes(b) ? Array.from(a.slice(0, a.indexOf(b))).length : -1);
    case 'length':
      return number(characters.length);
    case 'concat':
      return a + b;
    case 'tolower':
      return a.toLowerCase();
    case 'toupper':
      return a.toUpperCase();
    case 'trim':
      return a.trim();
    case 'substring': {
      const from = Math.max(0, integer(b));
      return characters.slice(from, values.length > 2 ? from + integer(c) : undefined).join('');
    }
    case 'year':
      return number(Number(a.slice(0, 4)));
    case 'month':
      return number(Number(a.slice(5, 7)));
    case 'day':
      return number(Number(a.slice(8, 10)));
    case 'floor':
    case 'ceiling':
    case 'round':
      return rounded(name, values[0] as Decimal);
    default:
      throw new Error(`the evaluator does not know ${name}`);
  }
}

function rounded(name: string, { digits, scale }: Decimal): Decimal {
  const unit = 10n ** BigInt(scale);
  const down = digits / unit - (digits % unit < 0n ? 1n : 0n);
  const rest = digits - down * unit;
  if (name === 'floor' || rest === 0n) return { digits: down, scale: 0 };
  if (name === 'ceiling') return { digits: down + 1n, scale: 0 };
  const up = 2n * rest > unit || (2n * rest === unit && digits > 0n);
  return { digits: up ? down + 1n : down, scale: 0 };
}

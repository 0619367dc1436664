import {
  callSql,
  castSql,
  constantSql,
  nullSql,
  numberSql,
  operatorSql,
  parameterSql,
  testSql,
  type Sql,
} from '../../source/sql/sql';
import { INTEGRAL, type ExtractName, type FunctionName, type Typed } from '../typed/typed-expression';

type Call = Extract<Typed, { kind: 'function' }>;
type Lower = (arguments_: readonly Sql[], call: Call) => Sql;

const whole = (value: Sql): Sql => castSql(value, 'integer');
const at = (arguments_: readonly Sql[], index: number): Sql => arguments_[index] ?? nullSql;
const WHITE = constantSql(' \t\n\r\u00a0');

/** The first argument in UTC where it is an instant. */
const clockOf = ([value = nullSql]: readonly Sql[], { arguments: [typed] }: Call): Sql =>
  typed?.type === 'Edm.DateTimeOffset' ? { kind: 'atUtc', operand: value } : value;
const extract =
  (field: ExtractName): Lower =>
  (arguments_, call) =>
    whole({ kind: 'extract', field, operand: clockOf(arguments_, call) });
const secondsOf: Lower = (arguments_, call) => ({
  kind: 'extract',
  field: 'second',
  operand: clockOf(arguments_, call),
});

/** Whole numbers are round already. */
const rounded =
  (name: 'floor' | 'ceil' | 'round'): Lower =>
  ([value = nullSql], { type }) => {
    if (INTEGRAL.has(type)) return value;
    if (type === 'Edm.Decimal' || name !== 'round') return callSql(name, value);
    // Halves away from zero, as OData has it; PostgreSQL's own rounding of doubles takes halves to the even number.
    return castSql(callSql('round', castSql(value, 'numeric')), 'double precision');
  };

/** Positions count from 0 in OData and from 1 in SQL; a start before the text is its beginning. */
const substring: Lower = ([text = nullSql, start = nullSql, length]) => {
  const from = callSql('substr', text, whole(operatorSql('+', start, numberSql(1))));
  return length === undefined ? from : callSql('substr', from, numberSql(1), whole(length));
};

const lowers: Readonly<Record<FunctionName, Lower>> = {
  concat: ([a = nullSql, b = nullSql]) => operatorSql('||', a, b),
  contains: ([a = nullSql, b = nullSql]) => operatorSql('>', callSql('strpos', a, b), numberSql(0)),
  startswith: ([a = nullSql, b = nullSql]) => callSql('starts_with', a, b),
  endswith: ([a = nullSql, b = nullSql]) => operatorSql('=', callSql('right', a, callSql('length', b)), b),
  indexof: ([a = nullSql, b = nullSql]) => operatorSql('-', callSql('strpos', a, b), numberSql(1)),
  length: (arguments_) => callSql('length', at(arguments_, 0)),
  substring,
  tolower: (arguments_) => callSql('lower', { kind: 'vietnamese', operand: at(arguments_, 0) }),
  toupper: (arguments_) => callSql('upper', { kind: 'vietnamese', operand: at(arguments_, 0) }),
  trim: (arguments_) => callSql('btrim', at(arguments_, 0), WHITE),
  year: extract('year'),
  month: extract('month'),
  day: extract('day'),
  hour: extract('hour'),
  minute: extract('minute'),
  second: (arguments_, call) => whole(callSql('floor', secondsOf(arguments_, call))),
  fractionalseconds: (arguments_, call) => callSql('mod', secondsOf(arguments_, call), numberSql(1)),
  date: (arguments_, call) => castSql(clockOf(arguments_, call), 'date'),
  time: (arguments_, call) => castSql(clockOf(arguments_, call), 'time'),
  totaloffsetminutes: (arguments_) => ({
    kind: 'case',
    branches: [{ when: testSql(at(arguments_, 0), 'is null'), then: castSql(nullSql, 'integer') }],
    otherwise: numberSql(0),
  }),
  totalseconds: (arguments_) => ({ kind: 'extract', field: 'epoch', operand: at(arguments_, 0) }),
  now: () => callSql('now'),
  mindatetime: () => parameterSql('0001-01-01T00:00:00Z', 'timestamptz'),
  maxdatetime: () => parameterSql('9999-12-31T23:59:59.999999Z', 'timestamptz'),
  round: rounded('round'),
  floor: rounded('floor'),
  ceiling: rounded('ceil'),
};

/** A built-in function over SQL values; null of null, as OData has it for all of them. Texts are found as they are, never as patterns. */
export function lowerFunction(call: Call, arguments_: readonly Sql[]): Sql {
  return lowers[call.name](arguments_, call);
}

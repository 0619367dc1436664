import type { EdmType } from '../../model/edm';
import type { Literal, LiteralType } from '../../query/ast';
import { valueOutOfRange, type Place } from '../plan.errors';
import type { Typed, TypedLiteral } from '../typed/typed-expression';

const TYPE_OF: Readonly<Record<Exclude<LiteralType, 'null' | 'integer'>, EdmType>> = {
  boolean: 'Edm.Boolean',
  decimal: 'Edm.Decimal',
  double: 'Edm.Double',
  string: 'Edm.String',
  date: 'Edm.Date',
  instant: 'Edm.DateTimeOffset',
  timeOfDay: 'Edm.TimeOfDay',
  duration: 'Edm.Duration',
  guid: 'Edm.Guid',
};
const INT32 = 2_147_483_647n;

/** A literal with its type: integers are Int32 where they fit (OData 4.01 Part 2, 5.1.1.14.1). ODATA_VALUE_OUT_OF_RANGE. */
export function checkLiteral(literal: Literal, option: string): Typed {
  if (literal.type === 'null') return nullOf('Edm.String');
  const type = literal.type === 'integer' ? integerType(literal.text) : TYPE_OF[literal.type];
  return literalOf(type, textFor(type, literal.text, { option, at: literal.at }));
}

/** A literal of the planner's own making. */
export const literalOf = (type: EdmType, text: string): TypedLiteral => ({
  kind: 'literal',
  type,
  nullable: false,
  collation: 'BINARY',
  size: 1,
  text,
});
export const nullOf = (type: EdmType): Typed => ({ kind: 'null', type, nullable: true, collation: 'BINARY', size: 1 });

function integerType(text: string): EdmType {
  const value = BigInt(text);
  return value <= INT32 && value >= -INT32 - 1n ? 'Edm.Int32' : 'Edm.Int64';
}

/** The text that PostgreSQL reads as a value of the type. */
function textFor(type: EdmType, text: string, place: Place): string {
  const refuse = (): Error => valueOutOfRange({ ...place, value: text, type });
  if (text.includes('\0') || !text.isWellFormed()) throw refuse();
  // Texts are kept composed; some systems send letters and diacritics apart.
  if (type === 'Edm.String') return text.normalize('NFC');
  if (type === 'Edm.Duration') return durationText(text) ?? raise(refuse());
  if (type === 'Edm.Double') return text.replace('INF', 'Infinity');
  if ((type === 'Edm.Date' || type === 'Edm.DateTimeOffset') && !isCalendarDay(text.slice(0, 10))) throw refuse();
  return text;
}

function raise(error: Error): never {
  throw error;
}

/** Whether the day is one of the years 1 to 9999. */
function isCalendarDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = /^\d{4}-\d{2}-\d{2}$/.test(text) ? text.split('-').map(Number) : [];
  if (year < 1) return false;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const DURATION = /^([+-]?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(\.\d+)?S)?)?$/;

/** `P1DT2H` as seconds with a unit: PostgreSQL does not read a sign before the P. Null when it is none. */
function durationText(text: string): string | null {
  const match = DURATION.exec(text);
  if (match === null) return null;
  const [, sign = '', days = '0', hours = '0', minutes = '0', seconds = '0', fraction = ''] = match;
  const whole = ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds);
  return whole > 1_000_000_000_000n ? null : `${sign === '-' ? '-' : ''}${whole}${fraction} seconds`;
}

import type { EdmType } from '../../model/edm';
import { type Place } from '../plan.errors';
import { isNumeric, NUMERIC, type Typed } from '../typed/typed-expression';
import { sizeOf } from './context';

/**
 * The type that both are promoted to: the wider of two numbers; an instant for a day and an instant (the day begins at midnight UTC);
 * else null when they differ. Null literals have every type.
 */
export function commonType(left: Typed, right: Typed): EdmType | null {
  if (left.kind === 'null') return right.type;
  if (right.kind === 'null' || left.type === right.type) return left.type;
  if (isNumeric(left.type) && isNumeric(right.type)) return wider(left.type, right.type);
  const pair = new Set([left.type, right.type]);
  return pair.has('Edm.Date') && pair.has('Edm.DateTimeOffset') ? 'Edm.DateTimeOffset' : null;
}

/** The wider of two numeric types. */
export function wider(left: EdmType, right: EdmType): EdmType {
  return NUMERIC.indexOf(left) > NUMERIC.indexOf(right) ? left : right;
}

/** The same value in a type that it is promoted to; a literal is read as of that type. */
export function promoted(value: Typed, type: EdmType, place: Place): Typed {
  if (value.type === type) return value;
  if (value.kind === 'null') return { ...value, type };
  if (value.kind === 'literal') return { ...value, type, text: promotedText(value.text, value.type) };
  return convertOf(value, type, place);
}

/** A value converted to another type. */
export const convertOf = (operand: Typed, type: EdmType, place: Place): Typed => ({
  kind: 'convert',
  type,
  nullable: operand.nullable,
  collation: operand.collation,
  size: sizeOf([operand], place),
  operand,
});

const promotedText = (text: string, from: EdmType): string => (from === 'Edm.Date' ? `${text}T00:00:00Z` : text);

import type { BinaryOperator } from './ast';

/**
 * How tightly operators between two operands bind (OData 4.01 Part 2, section 5.1.1.17): a greater number binds tighter. `has` and `in` are
 * primary operators and bind tighter than `not` and the sign.
 */
export const OPERATOR_POWER: Readonly<Record<BinaryOperator | 'in', number>> = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  lt: 4,
  le: 4,
  gt: 4,
  ge: 4,
  add: 5,
  sub: 5,
  mul: 6,
  div: 6,
  divby: 6,
  mod: 6,
  has: 8,
  in: 8,
};
/** `not` and the sign before an operand. */
export const UNARY_POWER = 7;

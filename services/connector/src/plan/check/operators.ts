import type { EdmType } from '../../model/edm';
import { wrongType, type Place } from '../plan.errors';
import type { Collation } from '../typed/shape';
import { INTEGRAL, isNumeric, type Arithmetic, type Comparison, type Typed } from '../typed/typed-expression';
import { sizeOf } from './context';
import { nullOf } from './literals';
import { commonType, promoted, wider } from './promote';

/** Vietnamese order where one of them is Vietnamese. */
export function commonCollation(operands: readonly Typed[]): Collation {
  return operands.some(({ collation }) => collation === 'VIETNAMESE') ? 'VIETNAMESE' : 'BINARY';
}

/** `eq`, `ne`, `lt` …: never null (OData 4.01 Part 2, 5.1.1.1). ODATA_WRONG_TYPE. */
export function comparisonOf(operator: Comparison, left: Typed, right: Typed, place: Place): Typed {
  const type = commonType(left, right);
  if (type === null)
    throw wrongType({ ...place, what: operator, types: [left.type, right.type], expected: FORM_OF[left.type] });
  // Of two values that may both be null, `ge` and `le` are written twice.
  const times = (operator === 'ge' || operator === 'le') && left.nullable && right.nullable ? 2 : 1;
  return {
    kind: 'comparison',
    operator,
    left: promoted(left, type, place),
    right: promoted(right, type, place),
    type: 'Edm.Boolean',
    nullable: false,
    collation: 'BINARY',
    size: sizeOf([left, right], place, times),
  };
}

/** How a value of the type is written, for those who wrote another. */
const FORM_OF: Readonly<Record<EdmType, string>> = {
  'Edm.String': "Edm.String ('…')",
  'Edm.Boolean': 'Edm.Boolean (true, false)',
  'Edm.Int32': 'Edm.Int32 (46)',
  'Edm.Int64': 'Edm.Int64 (46)',
  'Edm.Decimal': 'Edm.Decimal (46.5)',
  'Edm.Double': 'Edm.Double (4.65e1)',
  'Edm.Date': 'Edm.Date (2025-07-01)',
  'Edm.DateTimeOffset': 'Edm.DateTimeOffset (2025-07-01T00:00:00Z)',
  'Edm.TimeOfDay': 'Edm.TimeOfDay (08:30:00)',
  'Edm.Duration': "Edm.Duration (duration'P1D')",
  'Edm.Guid': 'Edm.Guid',
};

/** `and`, `or`: three-valued (OData 4.01 Part 2, 5.1.1.1.7). */
export function logicOf(operator: 'and' | 'or', left: Typed, right: Typed, place: Place): Typed {
  return {
    kind: 'logic',
    operator,
    left: asBoolean(left, operator, place),
    right: asBoolean(right, operator, place),
    type: 'Edm.Boolean',
    nullable: left.nullable || right.nullable,
    collation: 'BINARY',
    size: sizeOf([left, right], place),
  };
}

/** `not`: null of null. */
export function notOf(operand: Typed, place: Place): Typed {
  return {
    kind: 'not',
    operand: asBoolean(operand, 'not', place),
    type: 'Edm.Boolean',
    nullable: operand.nullable,
    collation: 'BINARY',
    size: sizeOf([operand], place),
  };
}

/** The operand as a condition. ODATA_WRONG_TYPE when it is none. */
export function asBoolean(operand: Typed, what: string, place: Place): Typed {
  if (operand.kind === 'null') return nullOf('Edm.Boolean');
  if (operand.type !== 'Edm.Boolean')
    throw wrongType({ ...place, what, types: [operand.type], expected: 'Edm.Boolean' });
  return operand;
}

/** `add`, `sub` … over numbers, days, instants and durations (OData 4.01 Part 2, 5.1.1.2). ODATA_WRONG_TYPE. */
export function arithmeticOf(operator: Arithmetic, left: Typed, right: Typed, place: Place): Typed {
  const [a, b] = [left.kind === 'null' ? nullOf(right.type) : left, right.kind === 'null' ? nullOf(left.type) : right];
  const numbers = isNumeric(a.type) && isNumeric(b.type);
  const type = numbers ? numericResult(operator, a.type, b.type) : temporalResult(operator, a.type, b.type);
  if (type === null)
    throw wrongType({ ...place, what: operator, types: [left.type, right.type], expected: EXPECTED_OF_ARITHMETIC });
  const common = numbers ? wider(a.type, b.type) : null;
  return {
    kind: 'arithmetic',
    operator,
    left: common === null ? a : promoted(a, common, place),
    right: common === null ? b : promoted(b, common, place),
    type,
    nullable: left.nullable || right.nullable,
    collation: 'BINARY',
    size: sizeOf([left, right], place, operator === 'mod' && type === 'Edm.Double' ? 2 : 1),
  };
}

const EXPECTED_OF_ARITHMETIC =
  'Edm.Int32, Edm.Int64, Edm.Decimal, Edm.Double, Edm.Date, Edm.DateTimeOffset, Edm.Duration';

/** Whole numbers give a 64-bit one; what does not fit goes on exactly, as the next wider type does. `divby` is never whole. */
function numericResult(operator: Arithmetic, left: EdmType, right: EdmType): EdmType {
  if (!INTEGRAL.has(left) || !INTEGRAL.has(right)) return wider(left, right);
  return operator === 'divby' ? 'Edm.Decimal' : 'Edm.Int64';
}

const DAY = new Set<EdmType>(['Edm.Date', 'Edm.DateTimeOffset']);

function temporalResult(operator: Arithmetic, left: EdmType, right: EdmType): EdmType | null {
  if (DAY.has(left) && right === 'Edm.Duration') return operator === 'add' || operator === 'sub' ? left : null;
  if (DAY.has(left) && left === right) return operator === 'sub' ? 'Edm.Duration' : null;
  if (left !== 'Edm.Duration')
    return left === 'Edm.Int32' && right === 'Edm.Duration' && operator === 'mul' ? right : null;
  if (right === 'Edm.Duration') return operator === 'add' || operator === 'sub' ? right : null;
  return isNumeric(right) && (operator === 'mul' || operator === 'div' || operator === 'divby') ? left : null;
}

/** `-`: of a number or a duration. */
export function negateOf(operand: Typed, place: Place): Typed {
  if (!isNumeric(operand.type) && operand.type !== 'Edm.Duration')
    throw wrongType({ ...place, what: '-', types: [operand.type], expected: EXPECTED_OF_ARITHMETIC });
  const type = INTEGRAL.has(operand.type) ? 'Edm.Int64' : operand.type;
  return {
    kind: 'negate',
    operand,
    type,
    nullable: operand.nullable,
    collation: 'BINARY',
    size: sizeOf([operand], place),
  };
}

/** `in`: as `eq` with one of them, so never null. Literals go as one list. ODATA_WRONG_TYPE. */
export function membershipOf(value: Typed, list: readonly Typed[], place: Place): Typed {
  if (!list.every((item) => item.kind === 'literal' || item.kind === 'null'))
    return list
      .map((item) => comparisonOf('eq', value, item, place))
      .reduce((all, one) => logicOf('or', all, one, place));
  const type = list.reduce(
    (common: EdmType, item) => {
      const next = commonType({ ...value, type: common }, item);
      if (next === null)
        throw wrongType({ ...place, what: 'in', types: [value.type, item.type], expected: FORM_OF[value.type] });
      return next;
    },
    value.kind === 'null' ? (list.find(({ kind }) => kind !== 'null')?.type ?? value.type) : value.type,
  );
  const items = list.map((item) => promoted(item, type, place));
  return {
    kind: 'oneOf',
    value: promoted(value, type, place),
    texts: items.flatMap((item) => (item.kind === 'literal' ? [item.text] : [])),
    withNull: items.some(({ kind }) => kind === 'null'),
    type: 'Edm.Boolean',
    nullable: false,
    collation: 'BINARY',
    size: sizeOf([value, value, ...list], place),
  };
}

/** `case(condition:value,…)`: the values are promoted to one type; null when no condition is true. ODATA_WRONG_TYPE. */
export function caseOf(arguments_: readonly Typed[], place: Place): Typed {
  const values = arguments_.filter((_, index) => index % 2 === 1);
  const like = values.reduce((common, value) => {
    const type = commonType(common, value);
    if (type !== null) return { ...(common.kind === 'null' ? value : common), type };
    throw wrongType({ ...place, what: 'case', types: [common.type, value.type], expected: FORM_OF[common.type] });
  });
  const branches = values.map((value, index) => ({
    when: asBoolean(arguments_[2 * index] ?? value, 'case', place),
    then: promoted(value, like.type, place),
  }));
  const collation = commonCollation(values);
  return { kind: 'case', branches, type: like.type, nullable: true, collation, size: sizeOf(arguments_, place) };
}

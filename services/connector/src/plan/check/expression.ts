import type { Binary, Call, CollectionCount, Expression, Lambda, MemberPath } from '../../query/ast';
import { MAXIMUM_LAMBDA_DEPTH } from '../limits';
import { notSupported, nameTaken, planTooLarge, unknownFunction, wrongType, type Place } from '../plan.errors';
import type { Names } from '../typed/names';
import type { Arithmetic, Comparison, Typed } from '../typed/typed-expression';
import { bareNames, entityRow, sizeOf, type CheckContext } from './context';
import { castOf, functionOf } from './functions';
import { checkLiteral } from './literals';
import { arithmeticOf, asBoolean, caseOf, comparisonOf, logicOf, membershipOf, negateOf, notOf } from './operators';
import { collectionAt, entityKeyAt, valueAt } from './paths';
import { checkSearchable } from './search';

type Checks = {
  readonly [K in Expression['kind']]: (
    node: Extract<Expression, { kind: K }>,
    names: Names,
    context: CheckContext,
  ) => Typed;
};

const placeOf = (node: Expression, { option }: Names): Place => ({ option, at: node.at });

const checks: Checks = {
  literal: (node, { option }) => checkLiteral(node, option),
  member: (node, names, { model }) => valueAt(node, names, model),
  count: checkCount,
  lambda: checkLambda,
  binary: checkBinary,
  unary: (node, names, context) => {
    const operand = check(node.operand, names, context);
    return (node.operator === 'not' ? notOf : negateOf)(operand, placeOf(node, names));
  },
  in: (node, names, context) =>
    membershipOf(
      check(node.value, names, context),
      node.list.map((item) => check(item, names, context)),
      placeOf(node, names),
    ),
  call: checkCall,
};

/**
 * The expression with the type of every node, after OData's rules of promotion. ODATA_UNKNOWN_NAME, ODATA_UNKNOWN_FUNCTION,
 * ODATA_WRONG_TYPE, ODATA_WRONG_PATH, ODATA_VALUE_OUT_OF_RANGE, ODATA_PLAN_TOO_LARGE.
 */
export function checkExpression(expression: Expression, names: Names, context: CheckContext): Typed {
  const typed = check(expression, names, context);
  context.spend(typed, placeOf(expression, names));
  return typed;
}

/** The same for a condition. */
export function checkCondition(expression: Expression, names: Names, context: CheckContext): Typed {
  return asBoolean(checkExpression(expression, names, context), names.option, placeOf(expression, names));
}

function check(expression: Expression, names: Names, context: CheckContext): Typed {
  const one = checks[expression.kind] as (node: Expression, names: Names, context: CheckContext) => Typed;
  return one(expression, names, context);
}

const COMPARISONS = new Set<string>(['eq', 'ne', 'lt', 'le', 'gt', 'ge']);

function checkBinary(node: Binary, names: Names, context: CheckContext): Typed {
  const place = placeOf(node, names);
  const { operator } = node;
  if (operator === 'has')
    throw wrongType({
      ...place,
      what: 'has',
      types: [check(node.left, names, context).type],
      expected: 'an enumeration',
    });
  if (operator === 'eq' || operator === 'ne') {
    const entity = entityComparedToNull(node, names, context);
    if (entity !== null) return comparisonOf(operator, entity, checkLiteral(NULL, names.option), place);
  }
  const left = check(node.left, names, context);
  const right = check(node.right, names, context);
  if (operator === 'and' || operator === 'or') return logicOf(operator, left, right, place);
  return COMPARISONS.has(operator)
    ? comparisonOf(operator as Comparison, left, right, place)
    : arithmeticOf(operator as Arithmetic, left, right, place);
}

const NULL = { kind: 'literal', type: 'null', text: 'null', at: 0 } as const;

/** `Successor eq null` asks whether there is a related row. */
function entityComparedToNull({ left, right }: Binary, names: Names, { model }: CheckContext): Typed | null {
  const isNull = (node: Expression): boolean => node.kind === 'literal' && node.type === 'null';
  if (left.kind === 'member' && isNull(right)) return entityKeyAt(left, names, model);
  return right.kind === 'member' && isNull(left) ? entityKeyAt(right, names, model) : null;
}

function checkCall(node: Call, names: Names, context: CheckContext): Typed {
  const place = placeOf(node, names);
  const [value, type] = node.arguments;
  if (node.name === 'isof' || node.name === 'matchespattern' || node.name.startsWith('geo.'))
    throw notSupported({ ...place, what: node.name });
  if (node.name !== 'cast') {
    const arguments_ = node.arguments.map((argument) => check(argument, names, context));
    return node.name === 'case' ? caseOf(arguments_, place) : functionOf(node.name, arguments_, place);
  }
  if (value === undefined || type === undefined || node.arguments.length !== 2)
    throw unknownFunction({ ...place, name: 'cast', types: [], signatures: ['cast(…, Edm.String)'], nearest: [] });
  return castOf(check(value, names, context), typeName(type), place);
}

function typeName(node: Expression): string {
  if (node.kind === 'member') return node.segments.join('/');
  return node.kind === 'literal' ? node.text : node.kind;
}

function checkCount(node: CollectionCount, names: Names, context: CheckContext): Typed {
  const collection = collectionAt(node.collection, names, context.model);
  const variable = entityRow(collection.target);
  const place = placeOf(node, names);
  if (node.search !== null) checkSearchable(variable, node.search, names.option);
  const inner = { ...names, it: bareNames(variable) };
  const filter = node.filter === null ? null : asBoolean(check(node.filter, inner, context), '$filter', place);
  return {
    kind: 'count',
    collection,
    variable,
    filter,
    search: node.search,
    type: 'Edm.Int64',
    nullable: false,
    collation: 'BINARY',
    size: sizeOf(filter === null ? [] : [filter], place),
  };
}

function checkLambda(node: Lambda, names: Names, context: CheckContext): Typed {
  const collection = collectionAt(node.collection, names, context.model);
  const variable = entityRow(collection.target);
  const place = placeOf(node, names);
  if ([...names.variables.keys()].filter((name) => !name.startsWith('$')).length >= MAXIMUM_LAMBDA_DEPTH)
    throw planTooLarge({
      ...place,
      what: { vi: 'any/all lồng nhau', en: 'any/all within each other' },
      limit: MAXIMUM_LAMBDA_DEPTH,
    });
  if (node.variable !== null && names.variables.has(node.variable)) throw nameTaken({ ...place, name: node.variable });
  const variables = new Map(names.variables);
  if (node.variable !== null) variables.set(node.variable, bareNames(variable));
  const predicate =
    node.predicate === null
      ? null
      : asBoolean(check(node.predicate, { ...names, variables }, context), node.operator, place);
  return {
    kind: 'quantified',
    operator: node.operator,
    collection,
    variable,
    predicate,
    type: 'Edm.Boolean',
    nullable: false,
    collation: 'BINARY',
    size: sizeOf(predicate === null ? [] : [predicate], place),
  };
}

/** The value at the end of a path, for lists of paths (`groupby`). */
export function checkPath(path: MemberPath, names: Names, context: CheckContext): Typed {
  return checkExpression(path, names, context);
}

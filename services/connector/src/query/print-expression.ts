import type { Expression, Literal, LiteralType, SearchExpression } from './ast';
import { chainOf } from './balance';
import { FUNCTIONS } from './functions';
import { OPERATOR_POWER, UNARY_POWER } from './operators';
import { isPlainWord } from './search-parser';
import { visit, type Visitor } from './visitor';

/** How tightly a printed expression holds together: a greater number needs parentheses in fewer places. */
const PRIMARY_POWER = 9;

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const LITERALS: Partial<Record<LiteralType, (text: string) => string>> = {
  string: quote,
  duration: (text) => `duration${quote(text)}`,
};

/** A value as OData writes it in an address. */
export function printLiteral({ type, text }: Literal): string {
  return LITERALS[type]?.(text) ?? text;
}

function powerOf(expression: Expression): number {
  if (expression.kind === 'binary') return OPERATOR_POWER[expression.operator];
  if (expression.kind === 'in') return OPERATOR_POWER.in;
  return expression.kind === 'unary' ? UNARY_POWER : PRIMARY_POWER;
}

/** An expression in parentheses unless it holds together more tightly than `power`. */
const tighterThan = (expression: Expression, power: number): string =>
  powerOf(expression) > power ? printExpression(expression) : `(${printExpression(expression)})`;

const PRINTER: Visitor<Expression, string> = {
  literal: printLiteral,
  member: ({ segments }) => segments.join('/'),
  count: ({ collection, filter, search }) => {
    const options = [
      ...(filter === null ? [] : [`$filter=${printExpression(filter)}`]),
      ...(search === null ? [] : [`$search=${printSearch(search)}`]),
    ];
    return `${printExpression(collection)}/$count${options.length === 0 ? '' : `(${options.join(';')})`}`;
  },
  lambda: ({ collection, operator, variable, predicate }) => {
    const inner = variable === null || predicate === null ? '' : `${variable}:${printExpression(predicate)}`;
    return `${printExpression(collection)}/${operator}(${inner})`;
  },
  binary: (node) => {
    const { operator, left, right } = node;
    const power = OPERATOR_POWER[operator];
    if (operator === 'and' || operator === 'or') return printChain(node, operator);
    return `${tighterThan(left, power - 1)} ${operator} ${tighterThan(right, power)}`;
  },
  unary: ({ operator, operand }) => {
    const needsParentheses = powerOf(operand) < PRIMARY_POWER || (operator === 'negate' && operand.kind === 'literal');
    const inner = printExpression(operand);
    return `${operator === 'not' ? 'not ' : '-'}${needsParentheses ? `(${inner})` : inner}`;
  },
  in: ({ value, list }) => `${tighterThan(value, OPERATOR_POWER.in - 1)} in (${list.map(printExpression).join(',')})`,
  call: (node) => {
    const values = node.arguments.map(printExpression);
    const name = FUNCTIONS.get(node.name)?.name ?? node.name;
    if (name !== 'case') return `${name}(${values.join(',')})`;
    const branches = values.filter((_, place) => place % 2 === 0);
    // A space on both sides: "15:10" would be a time of day.
    return `case(${branches.map((condition, place) => `${condition} : ${values[place * 2 + 1] ?? ''}`).join(',')})`;
  },
};

function printChain(node: Expression, operator: 'and' | 'or'): string {
  const operands = chainOf(node, (each) =>
    each.kind === 'binary' && each.operator === operator ? [each.left, each.right] : null,
  );
  return operands.map((operand) => tighterThan(operand, OPERATOR_POWER[operator])).join(` ${operator} `);
}

/** An expression as canonical OData text, not percent-encoded: parsed again it is the same tree. */
export function printExpression(expression: Expression): string {
  return visit(expression, PRINTER);
}

const SEARCH_POWER = { searchOr: 1, searchAnd: 2, searchNot: 3, term: 4 } as const;
const SEARCH_PRINTER: Visitor<SearchExpression, string> = {
  term: ({ text }) => (isPlainWord(text) ? text : text.includes('"') ? quote(text) : `"${text}"`),
  searchNot: ({ operand }) =>
    `NOT ${operand.kind === 'term' || operand.kind === 'searchNot' ? printSearch(operand) : `(${printSearch(operand)})`}`,
  searchAnd: (node) => printSearchChain(node, ' '),
  searchOr: (node) => printSearchChain(node, ' OR '),
};

function printSearchChain(node: SearchExpression, separator: string): string {
  const operands = chainOf(node, (each) =>
    'left' in each && each.kind === node.kind ? ([each.left, each.right] as const) : null,
  );
  const power = SEARCH_POWER[node.kind];
  return operands
    .map((each) => (SEARCH_POWER[each.kind] > power ? printSearch(each) : `(${printSearch(each)})`))
    .join(separator);
}

/** A search as canonical text of `$search`: words side by side are joined by AND. */
export function printSearch(search: SearchExpression): string {
  return visit(search, SEARCH_PRINTER);
}

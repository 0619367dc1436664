import type { BinaryOperator, Call, Expression } from './ast';
import { balanced } from './balance';
import type { ParseContext } from './context';
import { parseCall } from './call-parser';
import { parseMember } from './member-parser';
import { resolveAlias } from './alias-parser';
import { parseMembershipList } from './list-parser';
import { OPERATOR_POWER, UNARY_POWER } from './operators';
import { PHRASES } from './phrases';
import { constructUnsupported } from './query.errors';
import type { TextToken } from './token';

/** `commonExpr` of the grammar: as much as belongs to one expression. */
export function parseExpression(context: ParseContext): Expression {
  return parseOperators(context, 0);
}

/** Operands joined by operators that bind tighter than `power`. */
function parseOperators(context: ParseContext, power: number): Expression {
  const { scanner, budget } = context;
  return budget.nest(scanner.place(scanner.peek().at), () => {
    let left = parseOperand(context);
    for (let operator = operatorAfter(context, power); operator !== null; operator = operatorAfter(context, power))
      left = parseAfterOperator(context, left, operator);
    return left;
  });
}

function operatorAfter({ scanner }: ParseContext, power: number): BinaryOperator | 'in' | null {
  const token = scanner.peek();
  if (token.kind !== 'name') return null;
  const word = token.text.toLowerCase();
  if (!Object.hasOwn(OPERATOR_POWER, word)) return null;
  const operator = word as BinaryOperator | 'in';
  return OPERATOR_POWER[operator] > power ? operator : null;
}

function parseAfterOperator(context: ParseContext, left: Expression, operator: BinaryOperator | 'in'): Expression {
  if (operator === 'and' || operator === 'or') return parseChain(context, left, operator);
  const { at } = context.scanner.take();
  const place = context.scanner.place(at);
  if (operator === 'in') {
    const list = parseMembershipList(context, parseExpression);
    return context.budget.made({ kind: 'in', value: left, list, at }, place, [left, ...list]);
  }
  const right = parseOperators(context, OPERATOR_POWER[operator]);
  return context.budget.made({ kind: 'binary', operator, left, right, at }, place, [left, right]);
}

/** `a and b and c`: one balanced tree. */
function parseChain(context: ParseContext, first: Expression, operator: 'and' | 'or'): Expression {
  const { scanner, budget } = context;
  const operands = [first];
  const places: number[] = [];
  while (scanner.atWord(operator)) {
    places.push(scanner.take().at);
    operands.push(parseOperators(context, OPERATOR_POWER[operator]));
  }
  return balanced(operands, (left, right, number) => {
    const at = places[number] ?? left.at;
    return budget.made<Expression>({ kind: 'binary', operator, left, right, at }, scanner.place(at), [left, right]);
  });
}

function parseOperand(context: ParseContext): Expression {
  const { scanner, budget } = context;
  const token = scanner.peek();
  switch (token.kind) {
    case 'literal':
      scanner.take();
      return budget.made(token.literal, scanner.place(token.at));
    case 'name':
      return parseNamed(context, token);
    case 'alias':
      return resolveAlias(context, parseExpression);
    case 'system':
      if (token.text === '$it') return parseMember(context, parseExpression);
      if (token.text === '$root' || token.text === '$this')
        throw constructUnsupported({ ...scanner.place(token.at), construct: token.text });
      return scanner.fail(PHRASES.operand);
    case 'mark':
      return parseMarked(context, token);
    case 'end':
      return scanner.fail(PHRASES.operand);
  }
}

/** `not …`, a function, or a path. */
function parseNamed(context: ParseContext, token: TextToken): Expression {
  const { scanner } = context;
  if (token.text.toLowerCase() === 'not') return parseUnary(context, 'not');
  if (scanner.text.charAt(token.end) !== '(') return parseMember(context, parseExpression);
  const call: Call = parseCall(context, parseExpression);
  return call;
}

function parseMarked(context: ParseContext, token: TextToken): Expression {
  const { scanner } = context;
  if (token.text === '-') return parseUnary(context, 'negate');
  if (token.text === '[' || token.text === '{')
    throw constructUnsupported({ ...scanner.place(token.at), construct: 'JSON' });
  if (!scanner.tryMark('(')) return scanner.fail(PHRASES.operand);
  const inner = parseExpression(context);
  scanner.takeMark(')');
  return inner;
}

function parseUnary(context: ParseContext, operator: 'not' | 'negate'): Expression {
  const { at } = context.scanner.take();
  const operand = parseOperators(context, UNARY_POWER);
  return context.budget.made({ kind: 'unary', operator, operand, at }, context.scanner.place(at), [operand]);
}

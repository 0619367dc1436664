import type { SearchExpression } from './ast';
import { balanced } from './balance';
import type { ParseContext } from './context';
import { findQuoted } from './read-literal';
import { PHRASES } from './phrases';

/** A word: everything up to white space, parenthesis, double quote or semicolon. */
const WORD = /[^\s()";'][^\s()";]*/uy;
/** In `$search` itself nothing follows a semicolon: there it belongs to the word. */
const WORD_OF_OPTION = /[^\s()"'][^\s()"]*/uy;
const TERM_START = /[^\s);]/y;
const TERM_START_OF_OPTION = /[^\s)]/y;
const isWholeOption = ({ scanner }: ParseContext): boolean => scanner.option === '$search';
const wordOf = (context: ParseContext): RegExp => (isWholeOption(context) ? WORD_OF_OPTION : WORD);

/** Whether a term can be written without quotes. */
export function isPlainWord(text: string): boolean {
  WORD.lastIndex = 0;
  return WORD.exec(text)?.[0] === text && !['AND', 'OR', 'NOT'].includes(text);
}

/** `$search`: NOT binds tighter than AND, AND tighter than OR; terms side by side are joined by AND (OData 4.01 Part 2, 5.1.7). */
export function parseSearch(context: ParseContext): SearchExpression {
  const { scanner, budget } = context;
  return budget.nest(scanner.place(scanner.skipSpace()), () =>
    parseSearchChain(context, 'searchOr', () => parseSearchChain(context, 'searchAnd', () => parseTerm(context))),
  );
}

function parseSearchChain(
  context: ParseContext,
  kind: 'searchAnd' | 'searchOr',
  parseOperand: () => SearchExpression,
): SearchExpression {
  const { scanner, budget } = context;
  const operands = [parseOperand()];
  const places: number[] = [];
  for (let at = joinedAt(context, kind); at !== null; at = joinedAt(context, kind)) {
    places.push(at);
    operands.push(parseOperand());
  }
  return balanced(operands, (left, right, number) => {
    const at = places[number] ?? left.at;
    return budget.made<SearchExpression>({ kind, left, right, at }, scanner.place(at), [left, right]);
  });
}

/** Where the chain goes on, with its operator taken; null when it does not. */
function joinedAt(context: ParseContext, kind: 'searchAnd' | 'searchOr'): number | null {
  const { scanner } = context;
  const or = operatorAt(context, 'OR');
  if (kind === 'searchOr') {
    if (or !== null) scanner.moveTo(or.end);
    return or?.at ?? null;
  }
  if (or !== null || !termFollows(context)) return null;
  const and = operatorAt(context, 'AND');
  if (and !== null) scanner.moveTo(and.end);
  return and?.at ?? scanner.skipSpace();
}

function termFollows(context: ParseContext): boolean {
  const { scanner } = context;
  const start = scanner.skipSpace();
  const found = scanner.match(isWholeOption(context) ? TERM_START_OF_OPTION : TERM_START) !== null;
  scanner.moveTo(start);
  return found;
}

/** The word AND, OR or NOT where something stands after it; it is a plain word at the end. Nothing is taken. */
function operatorAt(context: ParseContext, word: 'AND' | 'OR' | 'NOT'): { at: number; end: number } | null {
  const { scanner } = context;
  const start = scanner.skipSpace();
  const found = scanner.match(wordOf(context));
  const end = start + word.length;
  const isOperator = found?.text === word && termFollows(context);
  scanner.moveTo(start);
  return isOperator ? { at: start, end } : null;
}

function parseTerm(context: ParseContext): SearchExpression {
  const { scanner, budget } = context;
  const not = operatorAt(context, 'NOT');
  if (not !== null) {
    const { at } = not;
    scanner.moveTo(not.end);
    const operand = budget.nest(scanner.place(at), () => parseTerm(context));
    return budget.made<SearchExpression>({ kind: 'searchNot', operand, at }, scanner.place(at), [operand]);
  }
  const at = scanner.skipSpace();
  const first = scanner.text.charAt(at);
  if (first === '(') {
    scanner.moveTo(at + 1);
    const inner = parseSearch(context);
    scanner.takeMark(')');
    return inner;
  }
  return budget.made<SearchExpression>({ kind: 'term', text: takeTerm(context, at, first), at }, scanner.place(at));
}

/** A word, a phrase in double quotes, or a text in single quotes. */
function takeTerm(context: ParseContext, at: number, first: string): string {
  const { scanner } = context;
  if (first !== '"' && first !== "'") return scanner.match(wordOf(context))?.text ?? scanner.fail(PHRASES.searchTerm);
  const end = scanner.text.indexOf('"', at + 1);
  const phrase =
    first === "'" || end === -1
      ? findQuoted(scanner.text, at, scanner.option)
      : { text: scanner.text.slice(at + 1, end), end: end + 1 };
  if (phrase.text.trim() === '') scanner.fail(PHRASES.phraseText);
  scanner.moveTo(phrase.end);
  return phrase.text;
}

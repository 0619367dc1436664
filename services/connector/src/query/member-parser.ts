import type { CollectionCount, Expression, Lambda, MemberPath, SearchExpression } from './ast';
import type { ParseContext } from './context';
import { nearestNames } from './nearest-names';
import { PHRASES } from './phrases';
import { constructUnsupported, functionUnknown, optionTwice, optionUnknown, shown } from './query.errors';
import { parseSearch } from './search-parser';

type Parse = (context: ParseContext) => Expression;

/** A path, and what may end it: `/$count`, `/any(…)`, `/all(…)`. The next token is a name or `$it`. */
export function parseMember(context: ParseContext, parseExpression: Parse): MemberPath | CollectionCount | Lambda {
  const { scanner, budget } = context;
  const first = scanner.peek();
  const { at } = first;
  const segments: string[] = [];
  if (first.kind === 'system') {
    scanner.take();
    segments.push('$it');
  } else segments.push(scanner.takeName(PHRASES.property, true).text);
  const collection = (): MemberPath => ({ kind: 'member', segments, at });
  while (atSlash(context)) {
    scanner.take();
    const next = scanner.peek();
    if (next.kind === 'system') return parseSystemSegment(context, collection(), parseExpression);
    const name = scanner.takeName(PHRASES.property, true);
    if (scanner.text.charAt(name.end) === '(') return parseLambda(context, collection(), name, parseExpression);
    segments.push(name.text);
    budget.count(scanner.place(name.at));
  }
  return budget.made(collection(), scanner.place(at));
}

/** A slash directly after the name before it. */
function atSlash({ scanner }: ParseContext): boolean {
  return scanner.atMark('/') && !scanner.peek().spaced;
}

function parseSystemSegment(context: ParseContext, collection: MemberPath, parseExpression: Parse): CollectionCount {
  const { scanner, budget } = context;
  const token = scanner.take();
  if (token.kind !== 'system' || token.text !== '$count') {
    const construct = scanner.text.slice(token.at, token.end);
    throw constructUnsupported({ ...scanner.place(token.at), construct: shown(construct) });
  }
  const { at } = collection;
  const inner = budget.made(collection, scanner.place(at));
  const options =
    scanner.text.charAt(token.end) === '('
      ? parseCountOptions(context, parseExpression)
      : { filter: null, search: null };
  const children = options.filter === null ? [inner] : [inner, options.filter];
  return budget.made({ kind: 'count', collection: inner, ...options, at }, scanner.place(at), children);
}

interface CountOptions {
  filter: Expression | null;
  search: SearchExpression | null;
}

/** `($filter=…;$search=…)` after `/$count`; names also without `$` (OData 4.01). */
function parseCountOptions(context: ParseContext, parseExpression: Parse): CountOptions {
  const { scanner } = context;
  const options: CountOptions = { filter: null, search: null };
  scanner.takeMark('(');
  do {
    const token = scanner.peek();
    if (token.kind !== 'name' && token.kind !== 'system') return scanner.fail(PHRASES.countOption);
    const written = token.text;
    scanner.take();
    const name = written.toLowerCase().replace('$', '');
    const place = scanner.place(token.at);
    if (name !== 'filter' && name !== 'search')
      throw optionUnknown({ ...place, name: shown(written), nearest: ['$filter', '$search'] });
    if (options[name] !== null) throw optionTwice({ ...place, name: `$${name}` });
    scanner.takeMark('=');
    if (name === 'filter') options.filter = parseExpression(context);
    else options.search = parseSearch(context);
  } while (scanner.tryMark(';'));
  scanner.takeMark(')');
  return options;
}

/** `any(s:s/Value gt 5)`, `any()`; the next token is the parenthesis. */
function parseLambda(
  context: ParseContext,
  path: MemberPath,
  { text, at }: { readonly text: string; readonly at: number },
  parseExpression: Parse,
): Lambda {
  const { scanner, budget } = context;
  const operator = text.toLowerCase();
  if (operator !== 'any' && operator !== 'all')
    throw functionUnknown({ ...scanner.place(at), name: shown(text), nearest: nearestNames(text, ['any', 'all']) });
  const collection = budget.made(path, scanner.place(path.at));
  const place = scanner.place(path.at);
  scanner.takeMark('(');
  if (operator === 'any' && scanner.tryMark(')'))
    return budget.made<Lambda>(
      { kind: 'lambda', operator, collection, variable: null, predicate: null, at: path.at },
      place,
      [collection],
    );
  const variable = scanner.takeName(PHRASES.variable).text;
  scanner.takeMark(':');
  const predicate = parseExpression(context);
  scanner.takeMark(')');
  const lambda: Lambda = { kind: 'lambda', operator, collection, variable, predicate, at: path.at };
  return budget.made(lambda, place, [collection, predicate]);
}

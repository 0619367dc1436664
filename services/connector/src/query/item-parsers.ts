import type { BilingualText } from '@lientinh/contracts';
import type { ComputeItem, OrderItem, SelectItem } from './ast';
import type { ParseContext } from './context';
import { parseExpression } from './expression-parser';
import { PHRASES } from './phrases';
import { constructUnsupported, literalInvalid, shown } from './query.errors';

/** Items separated by commas, at least one. */
export function parseList<Item>(context: ParseContext, parseItem: (context: ParseContext) => Item): readonly Item[] {
  const { scanner, budget } = context;
  const items: Item[] = [];
  do {
    budget.count(scanner.place(scanner.peek().at));
    items.push(parseItem(context));
  } while (scanner.tryMark(','));
  return items;
}

/** `Value desc`. */
export function parseOrderItem(context: ParseContext): OrderItem {
  const { scanner } = context;
  const expression = parseExpression(context);
  const descending = scanner.atWord('desc');
  if (descending || scanner.atWord('asc')) scanner.take();
  return { expression, descending };
}

/** `Value mul 2 as Twice`. */
export function parseComputeItem(context: ParseContext): ComputeItem {
  const { scanner } = context;
  const { at } = scanner.peek();
  const expression = parseExpression(context);
  return { expression, alias: parseAlias(context), at };
}

/** `as Twice`. */
export function parseAlias({ scanner }: ParseContext): string {
  scanner.takeWord('as');
  return scanner.takeName(PHRASES.name).text;
}

/** Names joined by slashes, from the next token on; a segment may be qualified by a namespace. */
export function parseNames({ scanner }: ParseContext, expected: BilingualText): string[] {
  const names = [scanner.takeName(expected, true).text];
  while (scanner.atMark('/') && !scanner.peek().spaced) {
    const after = scanner.peek().end;
    if (scanner.text.charAt(after) === '$') break;
    scanner.take();
    names.push(scanner.takeName(expected, true).text);
  }
  return names;
}

/** `*`, `Value`, `Province/NameVi`. */
export function parseSelectItem(context: ParseContext): SelectItem {
  const { scanner } = context;
  const { at } = scanner.peek();
  if (scanner.tryMark('*')) return { path: ['*'], at };
  const path = parseNames(context, PHRASES.propertyOrStar);
  const next = scanner.peek();
  // Only complex properties and collections have options; the model has neither, and a ")" may close an $expand around this.
  if (scanner.atMark('(')) throw constructUnsupported({ ...scanner.place(next.at), construct: '$select=…(…)' });
  return { path, at };
}

/** A whole number from zero on: `$top`, `$skip`, the steps `top` and `skip`. */
export function parseCountNumber({ scanner }: ParseContext): number {
  const token = scanner.peek();
  const value = token.kind === 'literal' && token.literal.type === 'integer' ? Number(token.literal.text) : -1;
  if (value < 0) return scanner.fail(PHRASES.wholeNumber);
  if (!Number.isSafeInteger(value)) {
    const reason = {
      vi: `số lớn nhất là ${Number.MAX_SAFE_INTEGER}`,
      en: `the greatest number is ${Number.MAX_SAFE_INTEGER}`,
    };
    throw literalInvalid({ ...scanner.place(token.at), value: shown(scanner.text.slice(token.at, token.end)), reason });
  }
  scanner.take();
  return value;
}

/** `true` or `false`. */
export function parseBoolean({ scanner }: ParseContext): boolean {
  const token = scanner.peek();
  if (token.kind !== 'literal' || token.literal.type !== 'boolean') return scanner.fail(PHRASES.boolean);
  scanner.take();
  return token.literal.text === 'true';
}

import type { Expression, Literal } from './ast';
import { copyAt } from './alias-parser';
import { type ParseContext, withText } from './context';
import { PHRASES } from './phrases';
import { literalInvalid, shown, textUnended } from './query.errors';

type Parse = (context: ParseContext) => Expression;

/** A JSON string: `"…"` with escapes. */
const JSON_STRING = /"(?:[^"\\]|\\.)*"/suy;

/** What `in` is followed by: `(1,2)`, `["a","b"]`, or an alias with such a value. */
export function parseMembershipList(context: ParseContext, parseExpression: Parse): readonly Expression[] {
  const { scanner } = context;
  if (scanner.peek().kind === 'alias') return resolveAliasedList(context, parseExpression);
  if (scanner.tryMark('(')) return parseItems(context, ')', parseExpression);
  if (scanner.tryMark('[')) return parseItems(context, ']', parseJsonItem);
  return scanner.fail(PHRASES.list);
}

function parseItems(context: ParseContext, close: ')' | ']', parseItem: Parse): readonly Expression[] {
  const { scanner, budget } = context;
  const items: Expression[] = [];
  if (scanner.tryMark(close)) return items;
  do {
    budget.checkList(scanner.place(scanner.peek().at), items.length);
    items.push(parseItem(context));
  } while (scanner.tryMark(','));
  scanner.takeMark(close);
  return items;
}

/** A value in a JSON array: a JSON string, or a value as OData writes it. */
function parseJsonItem(context: ParseContext): Literal {
  const { scanner, budget } = context;
  const token = scanner.peek();
  if (token.kind === 'literal') {
    scanner.take();
    return budget.made(token.literal, scanner.place(token.at));
  }
  if (!scanner.atMark('"')) return scanner.fail(PHRASES.value);
  const found = scanner.match(JSON_STRING);
  if (found === null) throw textUnended({ ...scanner.place(token.at), quote: '"' });
  const text = jsonString(found.text);
  if (text === null) {
    const reason = { vi: 'không phải chuỗi JSON', en: 'this is no JSON string' };
    throw literalInvalid({ ...scanner.place(token.at), value: shown(found.text), reason });
  }
  return budget.made({ kind: 'literal', type: 'string', text, at: token.at }, scanner.place(token.at));
}

/** The text of a JSON string; null when it is none, or holds a character that no value can have. */
function jsonString(written: string): string | null {
  try {
    const text: unknown = JSON.parse(written);
    return typeof text === 'string' && text.isWellFormed() && !text.includes('\0') ? text : null;
  } catch {
    return null;
  }
}

function resolveAliasedList(context: ParseContext, parseExpression: Parse): readonly Expression[] {
  const { scanner, budget, aliases } = context;
  const { at, end } = scanner.take();
  const place = scanner.place(at);
  const alias = scanner.text.slice(at, end).normalize('NFC');
  const list = budget.nest(place, () =>
    aliases.resolve('list', alias, place, (text) => {
      const inner = withText(context, alias, text);
      const items = parseMembershipList(inner, parseExpression);
      inner.scanner.takeEnd();
      return items;
    }),
  );
  return (list ?? []).map((item) => copyAt(context, item, place));
}

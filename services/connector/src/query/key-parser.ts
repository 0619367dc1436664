import type { KeyPredicate, Literal } from './ast';
import { createContext, limitsOf, type ParseContext } from './context';
import { resolveAlias } from './alias-parser';
import { parseExpression } from './expression-parser';
import { Budget } from './limits';
import type { ParseSettings } from './options-parser';
import { PHRASES } from './phrases';
import { literalInvalid, optionTwice, PATH, shown } from './query.errors';

/**
 * A key in parentheses, decoded: `('46')`, `(Code='46',Year=2018)`, `(@key)`.
 * @throws CodedError `ODATA_…`
 */
export function parseKey(text: string, settings: ParseSettings = {}): KeyPredicate {
  const context = createContext(PATH, text, undefined, new Budget(limitsOf(settings.limits)));
  const key = readKey(context);
  context.scanner.takeEnd();
  return key;
}

/** A key whose parenthesis is the next token. */
export function readKey(context: ParseContext): KeyPredicate {
  const { scanner } = context;
  scanner.takeMark('(');
  const first = scanner.peek();
  const isNamed = first.kind === 'name' || (first.kind === 'literal' && nameStandsHere(context));
  const key: KeyPredicate = isNamed ? readNamed(context) : { kind: 'positional', value: readValue(context) };
  scanner.takeMark(')');
  return key;
}

/** A key property may be called like a value: `true=1`. */
function nameStandsHere({ scanner }: ParseContext): boolean {
  const token = scanner.peek();
  return scanner.text.charAt(token.end) === '=';
}

function readNamed(context: ParseContext): KeyPredicate {
  const { scanner, budget } = context;
  const values = new Map<string, Literal>();
  do {
    const { text, at } = scanner.takeName(PHRASES.keyPart);
    budget.checkList(scanner.place(at), values.size);
    if (values.has(text)) throw optionTwice({ ...scanner.place(at), name: shown(text) });
    scanner.takeMark('=');
    values.set(text, readValue(context));
  } while (scanner.tryMark(','));
  return { kind: 'named', values };
}

function readValue(context: ParseContext): Literal {
  const { scanner } = context;
  const token = scanner.peek();
  const value = token.kind === 'alias' ? resolveAlias(context, parseExpression) : null;
  if (value === null && token.kind !== 'literal') return scanner.fail(PHRASES.keyValue);
  if (value === null) scanner.take();
  const literal = value ?? (token.kind === 'literal' ? token.literal : null);
  if (literal?.kind !== 'literal' || literal.type === 'null') {
    const reason = { vi: 'khóa phải là một giá trị, không phải null', en: 'a key is a value and not null' };
    const written = scanner.text.slice(token.at, token.end);
    throw literalInvalid({ ...scanner.place(token.at), value: shown(written), reason });
  }
  return literal;
}

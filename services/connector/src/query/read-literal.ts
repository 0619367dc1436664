import type { Literal, LiteralType } from './ast';
import { literalOfText, readNumber } from './literal-rules';
import { constructUnsupported, literalInvalid, literalObsolete, type Place, shown, textUnended } from './query.errors';

/** A value found in a text, and the character after it. */
export interface FoundLiteral {
  readonly literal: Literal;
  readonly end: number;
}

const IDENTIFIER_CHARACTER = /[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]/uy;
const GUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/iy;
const INSTANT = /-?\d{4,}-\d\d-\d\dT[\d:.]*(?:Z|[+\- ]\d\d:\d\d)?/iy;
const DATE = /-?\d{4,}-\d\d-\d\d/y;
const TIME = /\d\d:\d\d(?::\d\d(?:\.\d+)?)?/y;
const NUMBER = /[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|-INF(?![\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}])/uy;
const WHOLE_WORD = /[^\s(),;/'"]*/y;

const BEGINS_NUMBER: ReadonlySet<string> = new Set('+-0123456789');
const GUID_FIRST_GROUP = 8;
const DELIMITERS: ReadonlySet<string> = new Set(['', ' ', ',', ')', ';']);

const SHAPES: readonly (readonly [RegExp, LiteralType | 'number'])[] = [
  [GUID, 'guid'],
  [INSTANT, 'instant'],
  [DATE, 'date'],
  [TIME, 'timeOfDay'],
  [NUMBER, 'number'],
];

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

const OLD_NUMBER = /^[+-]?\d+(?:\.\d+)?[lmdf]$/i;

/** A number that is followed by something that no value has: `5L`, `2018-1-1`, `1.`. */
function checkEnd(text: string, at: number, end: number, place: Place): void {
  const next = text.charAt(end);
  if (DELIMITERS.has(next)) return;
  if (next !== '.' && next !== '-' && matchAt(IDENTIFIER_CHARACTER, text, end) === null) return;
  const value = matchAt(WHOLE_WORD, text, at) ?? '';
  if (OLD_NUMBER.test(value)) throw literalObsolete({ ...place, value: shown(value), instead: value.slice(0, -1) });
  const reason = {
    vi: 'số viết 12.5, ngày viết 2025-07-01, chuỗi phải trong dấu nháy đơn',
    en: 'numbers are written 12.5, dates 2025-07-01, texts stand in single quotes',
  };
  throw literalInvalid({ ...place, value: shown(value), reason });
}

/** A value without quotes that begins at `at`: number, date, point of time, time of day, GUID; null when there is none. */
export function findPlainLiteral(text: string, at: number, option: string): FoundLiteral | null {
  // Most tokens are names: those that cannot be a GUID are told by two characters.
  if (!BEGINS_NUMBER.has(text.charAt(at)) && text.charAt(at + GUID_FIRST_GROUP) !== '-') return null;
  const place = { option, at };
  for (const [shape, type] of SHAPES) {
    const written = matchAt(shape, text, at);
    if (written === null) continue;
    const end = at + written.length;
    checkEnd(text, at, end, place);
    if (type !== 'number') return { literal: literalOfText(type, written, place), end };
    return { literal: { kind: 'literal', ...readNumber(written, place), at }, end };
  }
  return null;
}

/** The text from the quote at `at` to its partner; doubled quotes inside are one quote. */
export function findQuoted(text: string, at: number, option: string): { readonly text: string; readonly end: number } {
  const quote = text.charAt(at);
  let end = text.indexOf(quote, at + 1);
  while (end !== -1 && text.charAt(end + 1) === quote) end = text.indexOf(quote, end + 2);
  if (end === -1) throw textUnended({ option, at, quote });
  return { text: text.slice(at + 1, end).replaceAll(quote + quote, quote), end: end + 1 };
}

/** `'Kon Tum'`, `'O''Neil'`. */
export function findString(text: string, at: number, option: string): FoundLiteral {
  const quoted = findQuoted(text, at, option);
  return { literal: { kind: 'literal', type: 'string', text: quoted.text, at }, end: quoted.end };
}

/** What the prefixed values of OData 2 and 3 became. */
const OBSOLETE_PREFIXES: ReadonlyMap<string, (value: string) => string> = new Map([
  ['datetime', (value: string) => `${value}Z`],
  ['datetimeoffset', (value: string) => value],
  ['guid', (value: string) => value],
  ['time', () => '08:30:00'],
]);

/** `duration'PT1H'`: a word directly before a quote. `at`: of the word, `quoteAt`: of the quote. */
export function findPrefixed(text: string, at: number, quoteAt: number, option: string): FoundLiteral {
  const prefix = text.slice(at, quoteAt);
  const place = { option, at };
  const quoted = findQuoted(text, quoteAt, option);
  if (prefix.toLowerCase() === 'duration')
    return { literal: literalOfText('duration', quoted.text, place), end: quoted.end };
  const obsolete = OBSOLETE_PREFIXES.get(prefix.toLowerCase());
  const value = shown(text.slice(at, quoted.end));
  if (obsolete !== undefined) throw literalObsolete({ ...place, value, instead: shown(obsolete(quoted.text)) });
  throw constructUnsupported({ ...place, construct: value });
}

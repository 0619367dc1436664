import type { BilingualText } from '@lientinh/contracts';
import type { Literal } from './ast';
import { hintAt } from './hints';
import { OPERATOR_POWER } from './operators';
import { PHRASES, sameInBoth } from './phrases';
import { characterRefused, literalInvalid, type Place, shown, syntaxError } from './query.errors';
import { findPlainLiteral, findPrefixed, findString, type FoundLiteral } from './read-literal';
import type { TextToken, Token } from './token';

const SPACES: ReadonlySet<string> = new Set(' \t\r\n');
const LEADING = '[\\p{L}\\p{Nl}_]';
const FOLLOWING = '[\\p{L}\\p{Nl}\\p{Nd}\\p{Mn}\\p{Mc}\\p{Pc}\\p{Cf}]*';
/** OData identifier: Unicode letters, digits, marks and connectors (CSDL 4.01, section 15.2). */
const IDENTIFIER = new RegExp(`${LEADING}${FOLLOWING}`, 'uy');
const QUALIFIED = new RegExp(`${LEADING}${FOLLOWING}(?:\\.${LEADING}${FOLLOWING})*`, 'uy');
const ASCII_NAME = /[A-Za-z_]\w*(?![\w.\x80-\uffff])/y;
const ASCII_ONLY = /^[\w.]*$/;
const SYSTEM = /\$[A-Za-z]+/y;
/** Options in which somebody might write SQL. */
const HAS_EXPRESSIONS = /^(?:\$(?:filter|compute|apply|orderby|expand)$|@)/;
const MOST_NAME_CHARACTERS = 128;
const WHOLE_IDENTIFIER = new RegExp(`^${LEADING}${FOLLOWING}$`, 'u');

/** Whether a text is an OData identifier. */
export const isIdentifier = (text: string): boolean =>
  WHOLE_IDENTIFIER.test(text) && text.length <= MOST_NAME_CHARACTERS;

/** The first character that no text may have: NUL (PostgreSQL has no such text), or half of a surrogate pair. */
function refusedCharacterAt(text: string): number {
  const zero = text.indexOf('\0');
  if (zero !== -1 || text.isWellFormed()) return zero;
  return /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(text)?.index ?? 0;
}

/** Reads the decoded text of one option from left to right, one token ahead. */
export class Scanner {
  #position = 0;
  #next: Token | null = null;

  constructor(
    readonly text: string,
    readonly option: string,
  ) {
    const at = refusedCharacterAt(text);
    if (at !== -1) throw characterRefused({ option, at });
  }

  place(at: number): Place {
    return { option: this.option, at };
  }

  /** The token that `take` gives next. */
  peek(): Token {
    this.#next ??= this.#read();
    return this.#next;
  }

  take(): Token {
    const token = this.peek();
    this.#next = null;
    this.#position = token.end;
    return token;
  }

  /** Whether the next token is this mark. */
  atMark(mark: string): boolean {
    const token = this.peek();
    return token.kind === 'mark' && token.text === mark;
  }

  /** Takes the next token when it is this mark. */
  tryMark(mark: string): boolean {
    const found = this.atMark(mark);
    if (found) this.take();
    return found;
  }

  takeMark(mark: string): void {
    if (!this.tryMark(mark)) this.fail(sameInBoth(`"${mark}"`));
  }

  /** Whether the next token is this word, without regard to case. */
  atWord(word: string): boolean {
    const token = this.peek();
    return token.kind === 'name' && token.text.toLowerCase() === word;
  }

  takeWord(word: string): void {
    if (!this.atWord(word)) this.fail(sameInBoth(`"${word}"`));
    this.take();
  }

  /** A name, even where it looks like a value (`true`). */
  takeName(expected: BilingualText, qualified = false): TextToken {
    const { at, spaced } = this.peek();
    const found = this.#match(ASCII_NAME, at) ?? this.#match(qualified ? QUALIFIED : IDENTIFIER, at);
    if (found === null) return this.fail(expected);
    const token: TextToken = { kind: 'name', text: this.#name(found, at), at, end: at + found.length, spaced };
    this.#next = null;
    this.#position = token.end;
    return token;
  }

  /** What a sticky pattern finds after white space; null, and nothing is taken, when it does not match there. */
  match(pattern: RegExp): { readonly text: string; readonly at: number } | null {
    const at = this.skipSpace();
    const text = this.#match(pattern, at);
    if (text === null) return null;
    this.#position = at + text.length;
    return { text, at };
  }

  /** Goes over white space; gives the place after it. */
  skipSpace(): number {
    this.#next = null;
    this.#position = this.#afterSpace();
    return this.#position;
  }

  /** Goes to a place that a reader of its own has found. */
  moveTo(position: number): void {
    this.#next = null;
    this.#position = position;
  }

  /** The option must end here. */
  takeEnd(expected: BilingualText = PHRASES.end): void {
    if (this.peek().kind !== 'end') this.fail(expected);
  }

  /** Refuses the next token. */
  fail(expected: BilingualText): never {
    const { at, end } = this.#next ?? { at: this.#position, end: this.#position + 1 };
    const found = at >= this.text.length ? PHRASES.end : sameInBoth(`"${shown(this.text.slice(at, end))}"`);
    const hint = HAS_EXPRESSIONS.test(this.option) ? hintAt(this.text, at) : null;
    throw syntaxError({ ...this.place(at), found, expected, ...(hint === null ? {} : { hint }) });
  }

  #afterSpace(): number {
    let at = this.#position;
    while (SPACES.has(this.text.charAt(at))) at += 1;
    return at;
  }

  #match(pattern: RegExp, at: number): string | null {
    pattern.lastIndex = at;
    return pattern.exec(this.text)?.[0] ?? null;
  }

  /** Most names are plain ASCII, which is found faster. */
  #qualified(at: number): string | null {
    return this.#match(ASCII_NAME, at) ?? this.#match(QUALIFIED, at);
  }

  #name(written: string, at: number): string {
    if (written.length <= MOST_NAME_CHARACTERS && ASCII_ONLY.test(written)) return written;
    const name = written.normalize('NFC');
    if (name.split('.').every((part) => part.length <= MOST_NAME_CHARACTERS)) return name;
    const reason = {
      vi: `tên dài quá ${MOST_NAME_CHARACTERS} ký tự`,
      en: `a name has at most ${MOST_NAME_CHARACTERS} characters`,
    };
    throw literalInvalid({ ...this.place(at), value: shown(name), reason });
  }

  #read(): Token {
    const at = this.#afterSpace();
    const spaced = at > this.#position;
    if (at >= this.text.length) return { kind: 'end', at, end: at, spaced };
    const literal = this.#literal(at);
    if (literal !== null) return { kind: 'literal', literal: literal.literal, at, end: literal.end, spaced };
    return this.#word(at, spaced);
  }

  #literal(at: number): FoundLiteral | null {
    if (this.text.charAt(at) === "'") return findString(this.text, at, this.option);
    const plain = findPlainLiteral(this.text, at, this.option);
    if (plain !== null) return plain;
    const word = this.#qualified(at);
    if (word === null) return null;
    const end = at + word.length;
    const literal = wordLiteral(word, at);
    if (literal !== null) return { literal, end };
    if (this.text.charAt(end) !== "'" || Object.hasOwn(OPERATOR_POWER, word.toLowerCase())) return null;
    return findPrefixed(this.text, at, end, this.option);
  }

  #word(at: number, spaced: boolean): TextToken {
    const name = this.#qualified(at);
    if (name !== null) return { kind: 'name', text: this.#name(name, at), at, end: at + name.length, spaced };
    const first = this.text.charAt(at);
    const system = first === '$' ? this.#match(SYSTEM, at) : null;
    if (system !== null) return { kind: 'system', text: system, at, end: at + system.length, spaced };
    const alias = first === '@' ? this.#match(IDENTIFIER, at + 1) : null;
    if (alias !== null)
      return { kind: 'alias', text: `@${this.#name(alias, at)}`, at, end: at + 1 + alias.length, spaced };
    const mark = String.fromCodePoint(this.text.codePointAt(at) ?? 0);
    return { kind: 'mark', text: mark, at, end: at + mark.length, spaced };
  }
}

/** `null`, `true`, `INF`: values that look like names. */
function wordLiteral(word: string, at: number): Literal | null {
  if (word === 'null') return { kind: 'literal', type: 'null', text: word, at };
  if (word === 'INF' || word === 'NaN') return { kind: 'literal', type: 'double', text: word, at };
  const lower = word.toLowerCase();
  if (lower === 'true' || lower === 'false') return { kind: 'literal', type: 'boolean', text: lower, at };
  return null;
}

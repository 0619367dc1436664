import type { Literal } from './ast';

interface TokenBase {
  /** 0-based first character, and the character after the last. */
  readonly at: number;
  readonly end: number;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
}
export interface LiteralToken extends TokenBase {
  readonly kind: 'literal';
  readonly literal: Literal;
}
/**
 * `name`: an identifier, or several joined by points. `system`: `$it`, `$count`. `alias`: `@p`. `mark`: any other single character.
 * `text` is as written; names are normalized (NFC).
 */
export interface TextToken extends TokenBase {
  readonly kind: 'name' | 'system' | 'alias' | 'mark';
  readonly text: string;
}
export interface EndToken extends TokenBase {
  readonly kind: 'end';
}
export type Token = LiteralToken | TextToken | EndToken;

/** Words that are values or operators where an operand begins, so that no property can stand there under this name. */
export const RESERVED_OPERANDS: ReadonlySet<string> = new Set(['null', 'true', 'false', 'INF', 'NaN', 'not']);

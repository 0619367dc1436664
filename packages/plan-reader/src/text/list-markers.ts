import { isDigit, isLetter, skipBlanks } from './characters';

export type MarkerKind = 'ROMAN' | 'ARABIC' | 'LETTER' | 'DASH' | 'PLUS' | 'NONE';

/** How a paragraph opens: `II.`, `2.1.`, `a)`, `-`, `+`; `body` is where its words start. */
export interface ListMarker {
  readonly kind: MarkerKind;
  /** The number or letter without its closing mark: `II`, `2.1`, `a`. Empty for dashes. */
  readonly label: string;
  readonly body: number;
}

const ROMAN_LETTERS = 'IVXLC';
const DASHES = '-–—•';
const LONGEST_ROMAN = 6;
const LONGEST_ARABIC = 9;

/** Reads the marker a line opens with. Each character is looked at once. */
export function readListMarker(text: string): ListMarker {
  const start = skipBlanks(text, 0);
  const first = text.charAt(start);
  if (DASHES.includes(first) && first !== '') return { kind: 'DASH', label: '', body: skipBlanks(text, start + 1) };
  if (first === '+') return { kind: 'PLUS', label: '', body: skipBlanks(text, start + 1) };
  return readRoman(text, start) ?? readArabic(text, start) ?? readLetter(text, start) ?? none(start);
}

function none(start: number): ListMarker {
  return { kind: 'NONE', label: '', body: start };
}

function readRoman(text: string, start: number): ListMarker | null {
  let end = start;
  while (end - start < LONGEST_ROMAN && end < text.length && ROMAN_LETTERS.includes(text.charAt(end))) end += 1;
  if (end === start || (text.charAt(end) !== '.' && text.charAt(end) !== ')')) return null;
  const body = skipBlanks(text, end + 1);
  if (body === end + 1 && body < text.length && isLetter(text.charAt(body)) && text.charAt(body + 1) === '.')
    return null;
  return { kind: 'ROMAN', label: text.slice(start, end), body };
}

function readArabic(text: string, start: number): ListMarker | null {
  let end = start;
  while (end - start < LONGEST_ARABIC && (isDigit(text.charAt(end)) || (text.charAt(end) === '.' && end > start)))
    end += 1;
  const printed = text.slice(start, end);
  if (printed === '' || isDigit(text.charAt(end))) return null;
  const closed = printed.endsWith('.') || text.charAt(end) === ')';
  if (!closed) return null;
  const after = text.charAt(end) === ')' ? end + 1 : end;
  const label = printed.endsWith('.') ? printed.slice(0, -1) : printed;
  if (label === '' || label.includes('..') || label.split('.').some((part) => part.length > 2)) return null;
  const body = skipBlanks(text, after);
  return body < text.length && !isDigit(text.charAt(body))
    ? { kind: 'ARABIC', label, body }
    : readSpacedArabic(text, label, after);
}

/** `1. 100% văn bản`: a number after the marker needs a blank between. */
function readSpacedArabic(text: string, label: string, after: number): ListMarker | null {
  const body = skipBlanks(text, after);
  return body > after && body < text.length ? { kind: 'ARABIC', label, body } : null;
}

function readLetter(text: string, start: number): ListMarker | null {
  if (!isLetter(text.charAt(start)) || text.charAt(start + 1) !== ')') return null;
  return { kind: 'LETTER', label: text.charAt(start), body: skipBlanks(text, start + 2) };
}

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** The value of a Roman number; null when it is not one. */
export function romanValue(label: string): number | null {
  let total = 0;
  let largest = 0;
  for (let index = label.length - 1; index >= 0; index -= 1) {
    const value = ROMAN_VALUES[label.charAt(index)];
    if (value === undefined) return null;
    if (value < largest) total -= value;
    else {
      total += value;
      largest = value;
    }
  }
  return total > 0 ? total : null;
}

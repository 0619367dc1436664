import { isDigit, isWordCharacter } from '../text/characters';

/** A number as printed, with the value a Vietnamese reader gives it: comma is the decimal mark, dots part thousands. */
export interface NumberToken {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly printed: string;
}

const MOST_DIGITS = 15;

/** The value of a printed number (`8,5`, `01`, `1.234,5`); null when it is not one number or is written against the rules. */
export function parseVietnameseNumber(printed: string): number | null {
  const parts = printed.split(',');
  const [whole = '', fraction] = parts;
  if (parts.length > 2 || !isWholeNumber(whole)) return null;
  if (fraction !== undefined && !isDigits(fraction)) return null;
  const digits = whole.replaceAll('.', '');
  if (digits.length + (fraction?.length ?? 0) > MOST_DIGITS) return null;
  return Number(fraction === undefined ? digits : `${digits}.${fraction}`);
}

/** A number as a Vietnamese document prints it: comma before the decimals, no grouping. */
export function formatVietnameseNumber(value: number): string {
  return String(value).replace('.', ',');
}

function isWholeNumber(text: string): boolean {
  const groups = text.split('.');
  const [first = '', ...rest] = groups;
  if (rest.length === 0) return isDigits(first);
  return isDigits(first) && first.length <= 3 && rest.every((group) => group.length === 3 && isDigits(group));
}

function isDigits(text: string): boolean {
  if (text === '') return false;
  for (let index = 0; index < text.length; index += 1) if (!isDigit(text.charAt(index))) return false;
  return true;
}

/** Every number of a text that stands apart from letters, left to right; each character is looked at once. */
export function scanNumbers(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  let index = 0;
  while (index < text.length) {
    if (!isDigit(text.charAt(index))) {
      index += 1;
      continue;
    }
    const end = numberEnd(text, index);
    const printed = text.slice(index, end);
    const value = parseVietnameseNumber(printed) ?? parseVietnameseNumber(printed.split('.')[0] ?? '');
    const glued = (index > 0 && isWordCharacter(text.charAt(index - 1))) || isWordCharacter(text.charAt(end));
    if (value !== null && !glued) tokens.push({ start: index, end, value, printed });
    index = end;
  }
  return tokens;
}

function numberEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const character = text.charAt(end);
    const joins = (character === ',' || character === '.') && isDigit(text.charAt(end + 1));
    if (!isDigit(character) && !joins) break;
    end += 1;
  }
  return end;
}

/** True for `0`–`9`. */
export function isDigit(character: string): boolean {
  return character >= '0' && character <= '9' && character.length === 1;
}

/** True for a letter of any alphabet. */
export function isLetter(character: string): boolean {
  return character.length === 1 && character.toLowerCase() !== character.toUpperCase();
}

export function isUpperCase(character: string): boolean {
  return isLetter(character) && character === character.toUpperCase();
}

export function isLowerCase(character: string): boolean {
  return isLetter(character) && character === character.toLowerCase();
}

/** A letter or a digit: what a word is made of. */
export function isWordCharacter(character: string): boolean {
  return isDigit(character) || isLetter(character);
}

export function isBlank(character: string): boolean {
  return character === ' ' || character === '\t' || character === '\u00a0';
}

/** The first position at or after `from` that is not blank. */
export function skipBlanks(text: string, from: number): number {
  let index = from;
  while (index < text.length && isBlank(text.charAt(index))) index += 1;
  return index;
}

/** The position after the last non-blank character before `to`. */
export function skipBlanksBack(text: string, to: number): number {
  let index = to;
  while (index > 0 && isBlank(text.charAt(index - 1))) index -= 1;
  return index;
}

/** Blanks collapsed to single spaces, ends trimmed. One pass. */
export function collapseBlanks(text: string): string {
  let result = '';
  let pendingBlank = false;
  for (const character of text) {
    if (isBlank(character) || character === '\n' || character === '\r') {
      pendingBlank = result.length > 0;
    } else {
      if (pendingBlank) result += ' ';
      pendingBlank = false;
      result += character;
    }
  }
  return result;
}

import { isWordCharacter } from './characters';

/** The first place at or after `from` where `phrase` stands as whole words in `text`; -1 when it does not. Both folded. */
export function findPhrase(text: string, phrase: string, from = 0): number {
  let at = text.indexOf(phrase, from);
  while (at !== -1) {
    if (standsAlone(text, at, phrase.length)) return at;
    at = text.indexOf(phrase, at + 1);
  }
  return -1;
}

/** The last place before `to` where `phrase` stands as whole words and ends at or before `to`; -1 when it does not. */
export function findPhraseBack(text: string, phrase: string, to: number): number {
  let at = text.lastIndexOf(phrase, to - phrase.length);
  while (at !== -1 && to >= phrase.length) {
    if (standsAlone(text, at, phrase.length)) return at;
    if (at === 0) return -1;
    at = text.lastIndexOf(phrase, at - 1);
  }
  return -1;
}

export function hasPhrase(text: string, phrase: string): boolean {
  return findPhrase(text, phrase) !== -1;
}

export function hasAnyPhrase(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => hasPhrase(text, phrase));
}

/** True when `phrase` stands as whole words exactly at `at`. */
export function phraseAt(text: string, phrase: string, at: number): boolean {
  return text.startsWith(phrase, at) && standsAlone(text, at, phrase.length);
}

/** True when `phrase` stands as whole words and ends exactly at `end`. */
export function phraseEndsAt(text: string, phrase: string, end: number): boolean {
  const at = end - phrase.length;
  return at >= 0 && phraseAt(text, phrase, at);
}

function standsAlone(text: string, at: number, length: number): boolean {
  const first = text.charAt(at);
  const last = text.charAt(at + length - 1);
  const openStart = at === 0 || !isWordCharacter(first) || !isWordCharacter(text.charAt(at - 1));
  const end = at + length;
  const openEnd = end >= text.length || !isWordCharacter(last) || !isWordCharacter(text.charAt(end));
  return openStart && openEnd;
}

import { isWordCharacter } from '../text/characters';

/** A word of a folded due text, with the separator printed before it (blanks dropped). */
export interface DueWord {
  readonly text: string;
  readonly before: string;
}

/** Splits a folded due text into words and separators; one pass. */
export function splitDueWords(folded: string): DueWord[] {
  const words: DueWord[] = [];
  let before = '';
  let word = '';
  for (const character of folded) {
    if (isWordCharacter(character)) {
      word += character;
      continue;
    }
    if (word !== '') {
      words.push({ text: word, before });
      word = '';
      before = '';
    }
    if (character !== ' ') before += character;
  }
  if (word !== '') words.push({ text: word, before });
  return words;
}

const QUARTER_LABELS: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
  l: 1,
};

export function quarterOf(word: string): number | null {
  return QUARTER_LABELS[word] ?? null;
}

/** A year of this century or the last; null for any other word. */
export function yearOf(word: string | undefined): number | null {
  if (word === undefined || word.length !== 4) return null;
  const year = Number(word);
  return Number.isInteger(year) && year >= 1945 && year <= 2100 ? year : null;
}

export function monthOf(word: string | undefined): number | null {
  if (word === undefined || word.length === 0 || word.length > 2) return null;
  const month = Number(word);
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : null;
}

import { foldName, tidyName } from '@lientinh/agency-names';
import { procedureCode } from './procedure-code.rules';
import type { SearchTerms } from './procedure.store';

const LONGEST_SEARCH = 200;

/**
 * What a search text looks for: every word from its beginning, diacritics or not. Null when it names no word (then it is no search).
 * Longer texts than 200 characters are cut.
 */
export function searchTerms(text: string | null | undefined): SearchTerms | null {
  const phrase = tidyName((text ?? '').slice(0, LONGEST_SEARCH));
  const words = foldName(phrase).match(/[a-z0-9]+/g);
  if (words === null) return null;
  return { words: words.map((word) => `${word}:*`).join(' & '), phrase, code: procedureCode(phrase) };
}

import { foldName } from '@lientinh/agency-names';

const MOST_WORDS = 20;

/**
 * A search text as a query of PostgreSQL's text search over folded text: every word must occur, the last one may be unfinished. Null
 * for a text without words: no search. Folding leaves letters and digits only, so that nothing of the query language comes through.
 */
export function searchQuery(text: string | null | undefined): string | null {
  const words = foldName((text ?? '').slice(0, 500))
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  if (words.length === 0) return null;
  return words.map((word, place) => (place === words.length - 1 ? `${word}:*` : word)).join(' & ');
}

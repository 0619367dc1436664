import { isIsoDate } from '@lientinh/contracts';
import { cursorInvalid, decodeCursor } from '@lientinh/subgraph';

/** What the parts of a sort key are. */
export type SortKeyPart = 'rank' | 'place' | 'text' | 'date';

const HIGHEST_RANK = 1_000_000;
const HIGHEST_PLACE = 2_147_483_647;

const FITS: Readonly<Record<SortKeyPart, (part: string | number) => boolean>> = {
  rank: (part) => typeof part === 'number' && part >= 0 && part <= HIGHEST_RANK,
  place: (part) => Number.isInteger(part) && Number(part) >= 0 && Number(part) <= HIGHEST_PLACE,
  text: (part) => typeof part === 'string' && !part.includes('\0'),
  date: (part) => typeof part === 'string' && isIsoDate(part),
};

/** The sort key in a cursor, or null without a cursor; throws CURSOR_INVALID for a cursor of another field or a made-up one. */
export function sortKeyAfter(
  after: string | null | undefined,
  parts: readonly SortKeyPart[],
): readonly (string | number)[] | null {
  const key = decodeCursor(after, parts.length);
  if (key === null) return null;
  const fits = parts.every((part, place) => FITS[part](key[place] ?? ''));
  if (!fits) throw cursorInvalid({});
  return key;
}

import { editDistance } from '@lientinh/errors';

/** The known codes that are written most like `code`, at most `limit`; the order of `known` among equals. */
export function nearestCodes(code: string, known: readonly string[], limit = 5): readonly string[] {
  const wanted = code.slice(0, 64).toUpperCase();
  return known
    .map((candidate, place) => ({ candidate, place, distance: editDistance(wanted, candidate.toUpperCase()) }))
    .sort((a, b) => a.distance - b.distance || a.place - b.place)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

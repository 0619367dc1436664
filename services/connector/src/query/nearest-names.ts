import { editDistance } from '@lientinh/errors';

const COMPARED_CHARACTERS = 64;

/**
 * The known names that are written most like `name` (without regard to case), at most `limit`; the order of `known` among equals. Names
 * that share less than half of their letters are not proposed.
 */
export function nearestNames(name: string, known: Iterable<string>, limit = 3): readonly string[] {
  const wanted = name.slice(0, COMPARED_CHARACTERS).toLowerCase();
  return [...known]
    .map((candidate) => ({ candidate, distance: editDistance(wanted, candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance * 2 <= Math.max(wanted.length, candidate.length))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

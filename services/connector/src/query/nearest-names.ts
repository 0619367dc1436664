const COMPARED_CHARACTERS = 64;

/** Number of single characters to insert, delete or replace to turn `a` into `b` (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, replaced));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

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

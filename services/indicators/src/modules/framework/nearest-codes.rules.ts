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

/** The known codes that are written most like `code`, at most `limit`; the order of `known` among equals. */
export function nearestCodes(code: string, known: readonly string[], limit = 5): readonly string[] {
  const wanted = code.slice(0, 64).toUpperCase();
  return known
    .map((candidate, place) => ({ candidate, place, distance: editDistance(wanted, candidate.toUpperCase()) }))
    .sort((a, b) => a.distance - b.distance || a.place - b.place)
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

const SHOWN_LINES = 200;

/**
 * The lines in which two texts differ, as `- line` and `+ line` from the first difference to the last, with the line number of the first;
 * empty when they are equal. One block, at most 200 lines of each side.
 */
export function lineDifference(before: string, after: string): string[] {
  if (before === after) return [];
  const old = before.split('\n');
  const next = after.split('\n');
  const start = commonStart(old, next);
  const end = commonStart(old.slice(start).reverse(), next.slice(start).reverse());
  return [
    `@@ line ${start + 1} @@`,
    ...shown('-', old.slice(start, old.length - end)),
    ...shown('+', next.slice(start, next.length - end)),
  ];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const first = one.findIndex((line, index) => line !== other[index]);
  return first === -1 ? Math.min(one.length, other.length) : first;
}

function shown(sign: string, lines: readonly string[]): string[] {
  const rest = lines.length - SHOWN_LINES;
  const head = lines.slice(0, SHOWN_LINES).map((line) => `${sign} ${line}`);
  return rest > 0 ? [...head, `${sign} … ${rest} more lines`] : head;
}

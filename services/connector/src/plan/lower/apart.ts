import type { BiNavigation } from '@lientinh/bi';
import type { EntitySet } from '../../model/edm';

/**
 * Whether rows of the set, each there once, have related rows of their own that the view works out apart from all others: asking for them
 * together wins nothing then, and each asks for less at a time.
 */
export function isApart({ on, together }: BiNavigation, { set }: EntitySet): boolean {
  const isListed = on.every((pair) =>
    together?.narrowedBy.some(({ from, to }) => from === pair.from && to === pair.to),
  );
  return isListed && set.key.length === on.length && on.every(({ from }) => set.key.includes(from));
}

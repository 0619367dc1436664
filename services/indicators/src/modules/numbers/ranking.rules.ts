import { compareDecimals, roundHalfUp, type Decimal } from './decimal.rules';

/** A place among others: 1 is best. */
export interface Placement {
  readonly rank: number;
  readonly rankedAmong: number;
}

/**
 * Competition ranking (1, 2, 2, 4): the highest value is first, values that are equal at `precision` decimals share a place. Computed on
 * exact numbers, so that what is printed alike is ranked alike.
 */
export function rankCompetition(
  values: ReadonlyMap<string, Decimal>,
  precision: number,
): ReadonlyMap<string, Placement> {
  const rounded = [...values].map(([key, value]) => ({ key, value: roundHalfUp(value, precision) }));
  rounded.sort((a, b) => compareDecimals(b.value, a.value));
  const placements = new Map<string, Placement>();
  let rank = 0;
  let previous: Decimal | null = null;
  rounded.forEach(({ key, value }, place) => {
    if (previous === null || compareDecimals(previous, value) !== 0) rank = place + 1;
    previous = value;
    placements.set(key, { rank, rankedAmong: rounded.length });
  });
  return placements;
}

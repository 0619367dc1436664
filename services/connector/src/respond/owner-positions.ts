import type { BiOwner } from '@lientinh/bi';
import type { Dataset } from '@lientinh/contracts';
import type { LedgerPosition } from '../source/source';

/** Where the ledgers stand that an answer is read at, by database: each has clocks of its own. */
export type OwnerPositions = ReadonlyMap<BiOwner, readonly LedgerPosition[]>;

/** The instants at which the views of one database are read; empty for reference data alone. */
export function asOfOf(positions: OwnerPositions, owner: BiOwner): ReadonlyMap<Dataset, string> {
  return new Map((positions.get(owner) ?? []).map(({ dataset, recordedAt }) => [dataset, recordedAt]));
}

/** Every position once, in the order of the databases. */
export function allPositions(positions: OwnerPositions): readonly LedgerPosition[] {
  const byDataset = new Map<Dataset, LedgerPosition>();
  for (const one of [...positions.values()].flat()) if (!byDataset.has(one.dataset)) byDataset.set(one.dataset, one);
  return [...byDataset.values()];
}

/** Value of the header `Ledger-Position`: `SCORES=17,PLAN=4`. */
export function ledgerPositionHeader(positions: OwnerPositions): string {
  return allPositions(positions)
    .map(({ dataset, sequence }) => `${dataset}=${sequence}`)
    .join(',');
}

import type { BiOwner } from '@lientinh/bi';
import type { Dataset } from '@lientinh/contracts';
import type { RowsPlan } from '../plan/plan';
import { asOfOf, type OwnerPositions } from '../respond/owner-positions';
import type { BiSource, LedgerPosition, ReadSettings } from '../source/source';
import type { ODataRequest } from './exchange';

/** Before every entry of every ledger: where a ledger without entries stands. */
const BEGINNING = '0001-01-01 00:00:00+00';

/** The plans that an answer runs: those of the parts, where it has parts. */
export const plansOf = (plan: RowsPlan): readonly RowsPlan[] => (plan.parts.length === 0 ? [plan] : plan.parts);

/**
 * Where the ledgers stand that the plan reads, now. A ledger without entries stands at its beginning: what is published between two pages
 * must not come into the second one.
 */
export async function currentPositions(source: BiSource, plan: RowsPlan): Promise<OwnerPositions> {
  const wanted = new Map<BiOwner, Set<Dataset>>();
  for (const { owner, datasets } of plansOf(plan)) {
    const known = wanted.get(owner) ?? new Set();
    for (const dataset of datasets) known.add(dataset);
    wanted.set(owner, known);
  }
  const all = await Promise.all(
    [...wanted].map(async ([owner, datasets]) => [owner, await positionsAt(source, owner, datasets)] as const),
  );
  return new Map(all.filter(([, positions]) => positions.length > 0));
}

async function positionsAt(
  source: BiSource,
  owner: BiOwner,
  datasets: ReadonlySet<Dataset>,
): Promise<readonly LedgerPosition[]> {
  if (datasets.size === 0) return [];
  const found = new Map((await source.positions(owner)).map((position) => [position.dataset, position]));
  return [...datasets].map((dataset) => found.get(dataset) ?? { dataset, sequence: 0, recordedAt: BEGINNING });
}

/** How the statements of one database are to read for a request. */
export function settingsAt(
  positions: OwnerPositions,
  owner: BiOwner,
  { caller, signal }: Pick<ODataRequest, 'caller' | 'signal'>,
): ReadSettings {
  return { unpublished: caller.scope.unpublished, asOf: asOfOf(positions, owner), signal };
}

/** Instants after which something counts as changed; a ledger that was not there then counts from its beginning. */
export function changedSince(plan: RowsPlan, since: OwnerPositions): ReadonlyMap<Dataset, string> {
  const known = asOfOf(since, plan.owner);
  return new Map(plan.datasets.map((dataset) => [dataset, known.get(dataset) ?? BEGINNING]));
}

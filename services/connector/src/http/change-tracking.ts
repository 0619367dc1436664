import type { RowsPlan } from '../plan/plan';
import type { ResourceRequest } from './resource-request';

/**
 * Whether the changes of a result can be told: an entity set by itself whose changes are tracked, by conditions that hold for single rows,
 * with the keys by which a caller knows the rows again. Not what is computed, grouped, limited or expanded.
 */
export function canTrackChanges({ path, options, flavour }: ResourceRequest, plan: RowsPlan): boolean {
  const { set, columns, kind, addressable } = plan;
  if (kind !== 'COLLECTION' || !addressable || !set.set.changeTracking || plan.parts.length > 0) return false;
  const { apply, compute, expand, top, skip } = options;
  const wholeSet = apply === null && compute.length === 0 && top === null && (skip ?? 0) === 0;
  if (path.segments.length !== 1 || expand.length > 0 || !wholeSet) return false;
  const shown = new Set(columns.filter(({ role }) => role === 'PROPERTY').map(({ name }) => name));
  return flavour.metadata === 'full' || set.key.every(({ name }) => shown.has(name));
}

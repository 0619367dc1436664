import type { RowsPlan } from '../plan/plan';
import type { OwnerPositions } from '../respond/owner-positions';
import type { PrintedStatement } from '../source/statement';
import { plansOf, settingsAt } from './read-at';
import type { ResourceRequest } from './resource-request';

/** Rows of the whole result, for `$count=true`. */
export const countRows = (asked: ResourceRequest, plan: RowsPlan, positions: OwnerPositions): Promise<string> =>
  sum(asked, plan, positions, ({ count }) => count);

/** The answer of `/$count`. */
export const countOnly = (asked: ResourceRequest, plan: RowsPlan, positions: OwnerPositions): Promise<string> =>
  sum(asked, plan, positions, ({ rows }) => rows);

async function sum(
  { service, request }: ResourceRequest,
  plan: RowsPlan,
  positions: OwnerPositions,
  statementOf: (plan: RowsPlan) => PrintedStatement | null,
): Promise<string> {
  let total = 0n;
  for (const part of plansOf(plan)) {
    const statement = statementOf(part);
    if (statement === null) continue;
    const settings = settingsAt(positions, part.owner, request);
    total += BigInt((await service.source.value(part.owner, statement, settings)) ?? '0');
  }
  return String(total);
}

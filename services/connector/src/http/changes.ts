import { pascalCase } from '@lientinh/bi';
import type { RowsPlan } from '../plan/plan';
import { NO_REQUEST_OPTIONS, type Expression, type RequestOptions } from '../query';
import { deletedEntityPath, rowAddress } from '../respond/entity-address';
import type { OwnerPositions } from '../respond/owner-positions';
import type { Segment } from '../respond/page';
import { jsonString } from '../respond/row-encoder';
import { deletionsSince } from '../respond/deletions-statement';
import type { OrderValues } from '../respond/tokens';
import { changedSince, settingsAt } from './read-at';
import type { ResourceRequest } from './resource-request';
import { orderReader, planSegment } from './segments';

/** From which state to which the changes are told. */
export interface ChangeSpan {
  readonly since: OwnerPositions;
  readonly until: OwnerPositions;
}
/** Where a page of changes begins. */
export interface ChangePage {
  readonly size: number | null;
  readonly segment: number;
  readonly after: OrderValues | null;
}

/**
 * The changes of a result, in three parts: rows that changed and belong to it; rows that changed and, by `$filter`, no longer belong to it
 * (perhaps they never did: a caller passes over what it does not have); rows that are no more.
 */
export function changeSegments(
  asked: ResourceRequest,
  plan: RowsPlan,
  span: ChangeSpan,
  page: ChangePage,
): readonly Segment[] {
  const after = (segment: number): OrderValues | null => (segment === page.segment ? page.after : null);
  return [
    planSegment(asked, planChanged(asked, asked.options, span, page.size, after(0)), span.until),
    leftSegment(asked, span, page.size, after(1)),
    deletedSegment(asked, plan, span, page.size, after(2)),
  ];
}

function planChanged(
  { service, root, request, path }: ResourceRequest,
  options: RequestOptions,
  { since }: ChangeSpan,
  size: number | null,
  after: OrderValues | null,
): RowsPlan {
  const { plan } = service;
  const of = (changed: Parameters<typeof plan>[4]['changedSince']): RowsPlan =>
    plan(root.model, path, { ...options, count: null, deltaToken: null, skipToken: null }, request.caller.scope, {
      size,
      after,
      changedSince: changed,
    });
  return of(changedSince(of(null), since));
}

const TRUE: Expression = { kind: 'literal', type: 'boolean', text: 'true', at: 0 };

function leftSegment(
  asked: ResourceRequest,
  span: ChangeSpan,
  size: number | null,
  after: OrderValues | null,
): Segment {
  const { filter } = asked.options;
  if (filter === null) return { open: () => Promise.resolve(noRows()), encode: () => '', orderOf: () => [] };
  const outside: Expression = { kind: 'binary', operator: 'ne', left: filter, right: TRUE, at: 0 };
  const plan = planChanged(asked, { ...NO_REQUEST_OPTIONS, filter: outside }, span, size, after);
  const address = rowAddress(plan.set, plan.columns);
  const { open } = planSegment(asked, plan, span.until);
  return {
    open,
    encode: (row) => removedEntity(asked, address?.(row) ?? '', 'changed'),
    orderOf: orderReader(plan),
  };
}

function deletedSegment(
  asked: ResourceRequest,
  plan: RowsPlan,
  { since, until }: ChangeSpan,
  size: number | null,
  after: OrderValues | null,
): Segment {
  const { service, request } = asked;
  const { scope } = request.caller;
  const [first = ''] = [...changedSince(plan, since).values()].sort();
  const statement = deletionsSince({
    entitySet: pascalCase(plan.set.set.name),
    since: first,
    after,
    size,
    scope,
    set: plan.set,
  });
  return {
    open: () => service.source.rows(plan.owner, statement, settingsAt(until, plan.owner, scope)),
    encode: ([key]) => removedEntity(asked, deletedEntityPath(plan.set, key ?? '', pascalCase) ?? '', 'deleted'),
    orderOf: ([entityKey = null, deletedAt = null]) => [deletedAt, entityKey],
  };
}

/** A tombstone: of 4.01 an object with `@removed`, of 4.0 one with a context of its own (JSON Format 4.01, section 15.3). */
function removedEntity({ request, flavour }: ResourceRequest, path: string, reason: 'changed' | 'deleted'): string {
  const id = jsonString(request.root + path);
  if (flavour.version === '4.01') return `{"@removed":{"reason":"${reason}"},"@id":${id}}`;
  const [set = ''] = path.split('(');
  const context = jsonString(`${request.root}$metadata#${set}/$deletedEntity`);
  return `{"@odata.context":${context},"id":${id},"reason":"${reason}"}`;
}

// eslint-disable-next-line @typescript-eslint/require-await -- rows are read in this way
async function* noRows(): AsyncGenerator<readonly (readonly (string | null)[])[]> {
  yield [];
}

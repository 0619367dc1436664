import { pascalCase } from '@lientinh/bi';
import { planDeletions, type RowsPlan } from '../plan';
import { deletedEntityPath, rowAddress } from '../respond/entity-address';
import type { OwnerPositions } from '../respond/owner-positions';
import type { Segment } from '../respond/page';
import { jsonString, type Row } from '../respond/row-encoder';
import type { OrderValues } from '../respond/tokens';
import { changedSince } from './read-at';
import type { ResourceRequest } from './resource-request';
import { planSegment } from './segments';

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
 * The changes of a result, in two parts: rows that changed, of which those that do not match what was asked (perhaps they never did: a
 * caller passes over what it does not have) are told as removed; then rows that are no more.
 */
export function changeSegments(
  asked: ResourceRequest,
  plan: RowsPlan,
  span: ChangeSpan,
  page: ChangePage,
): readonly Segment[] {
  const after = (segment: number): OrderValues | null => (segment === page.segment ? page.after : null);
  return [
    changedSegment(asked, plan, span, { size: page.size, after: after(0) }),
    deletedSegment(asked, plan, span, { size: page.size, after: after(1) }),
  ];
}

type SegmentPage = Pick<ChangePage, 'size' | 'after'>;

function changedSegment(asked: ResourceRequest, whole: RowsPlan, span: ChangeSpan, page: SegmentPage): Segment {
  const { service, root, request, path } = asked;
  const options = { ...asked.options, top: null, skip: null, count: null, deltaToken: null, skipToken: null };
  const since = changedSince(whole, span.since);
  const plan = service.plan(root.model, path, options, request.caller.scope, { ...page, changedSince: since });
  const segment = planSegment(asked, plan, span.until);
  const removed = plan.columns.findIndex(({ role }) => role === 'REMOVED');
  const address = rowAddress(plan.set, plan.columns);
  const encode = (row: Row): string =>
    row[removed] === 't' ? removedEntity(asked, address?.(row) ?? '', 'changed') : segment.encode(row);
  return { ...segment, encode };
}

function deletedSegment(
  asked: ResourceRequest,
  { set, ...whole }: RowsPlan,
  span: ChangeSpan,
  page: SegmentPage,
): Segment {
  const { root, request } = asked;
  const since = changedSince({ set, ...whole }, span.since);
  const plan = planDeletions(root.model, set, since, request.caller.scope, page);
  const place = plan.columns.findIndex(({ property }) => property?.column.name === 'entity_key');
  const encode = (row: Row): string =>
    removedEntity(asked, deletedEntityPath(set, row[place] ?? '', pascalCase) ?? '', 'deleted');
  return { ...planSegment(asked, plan, span.until), encode };
}

/** A tombstone: of 4.01 an object with `@removed`, of 4.0 one with a context of its own (JSON Format 4.01, section 15.3). */
function removedEntity({ request, flavour }: ResourceRequest, path: string, reason: 'changed' | 'deleted'): string {
  const id = jsonString(request.root + path);
  if (flavour.version === '4.01') return `{"@removed":{"reason":"${reason}"},"@id":${id}}`;
  const [set = ''] = path.split('(');
  const context = jsonString(`${request.root}$metadata#${set}/$deletedEntity`);
  return `{"@odata.context":${context},"id":${id},"reason":"${reason}"}`;
}

import type { RowsPlan } from '../plan/plan';
import { beginBody } from '../respond/body';
import { collectionJson, type JsonCollection } from '../respond/json';
import { jsonContentType } from '../respond/json-flavour';
import type { OwnerPositions } from '../respond/owner-positions';
import type { PageEnd } from '../respond/page';
import { writeDeltaToken, writePageToken } from '../respond/tokens';
import { canTrackChanges } from './change-tracking';
import { changeSegments } from './changes';
import { countRows } from './count-rows';
import type { ODataAnswer } from './exchange';
import { currentPositions, plansOf } from './read-at';
import { linkAddress, type ResourceRequest } from './resource-request';
import { conditionalAnswer, resultEtag, resultHeaders } from './result-headers';
import { planSegment } from './segments';

/** Where a page stands: how many rows it has at most, and where it begins. */
export interface PagePlace {
  readonly size: number;
  /** Rows that `$top` still allows; null without `$top`. */
  readonly remaining: number | null;
}

/** Size of the page, and what `$top` still allows. */
export function pagePlace({ service, preferences, options, pageToken }: ResourceRequest): PagePlace {
  const size = Math.min(preferences.maximumPageSize ?? service.maximumPageSize, service.maximumPageSize);
  const limits = [pageToken?.remaining ?? null, options.top].filter((limit) => limit !== null);
  return { size, remaining: limits.length === 0 ? null : Math.min(...limits) };
}

/** A page of rows, or of the changes since a delta link, as JSON. */
export async function answerCollection(asked: ResourceRequest, plan: RowsPlan, place: PagePlace): Promise<ODataAnswer> {
  const { service, flavour, pageToken, deltaToken } = asked;
  const positions = pageToken?.positions ?? (await currentPositions(service.source, plan));
  const since = pageToken === null ? (deltaToken?.positions ?? null) : pageToken.since;
  const tracked = canTrackChanges(asked, plan);
  const headers = { ...resultHeaders(asked, positions), ...appliedPreferences(asked, place, tracked) };
  const etag = await resultEtag(asked, plan, positions);
  const known = conditionalAnswer(asked, etag, headers);
  if (known !== null) return known;
  return {
    status: 200,
    headers: { ...headers, etag, 'content-type': jsonContentType(flavour) },
    open: async () => {
      const count = plan.count === null || since !== null ? null : await countRows(asked, plan, positions);
      return beginBody(collectionJson(collection(asked, plan, { place, positions, since, tracked, count })));
    },
  };
}

interface Page {
  readonly place: PagePlace;
  readonly positions: OwnerPositions;
  readonly since: OwnerPositions | null;
  readonly tracked: boolean;
  readonly count: string | null;
}

function collection(asked: ResourceRequest, plan: RowsPlan, page: Page): JsonCollection {
  const { request, flavour, pageToken } = asked;
  const { place, positions, since, count } = page;
  const context = `${request.root}$metadata#${plan.contextFragment}`;
  // Parts of a plan before the page's place are not planned again; those of changes always are.
  const from = since === null ? 0 : (pageToken?.segment ?? 0);
  const limits = { from, total: place.remaining, pageSize: place.size };
  const link = (end: PageEnd) => linkBehind(asked, page, end);
  if (since === null) {
    const segments = plansOf(plan).map((part) => planSegment(asked, part, positions));
    return { flavour, context, count, segments, limits, link };
  }
  const segments = changeSegments(
    asked,
    plan,
    { since, until: positions },
    {
      size: place.size,
      segment: limits.from,
      after: pageToken?.after ?? null,
    },
  );
  return { flavour, context: `${context}/$delta`, count: null, segments, limits, link };
}

/** The link to the next page; behind the last one that to the changes from here on. */
function linkBehind(asked: ResourceRequest, page: Page, { rows, next }: PageEnd): ReturnType<JsonCollection['link']> {
  const { place, positions, since, tracked } = page;
  if (next !== null) {
    const remaining = place.remaining === null ? null : place.remaining - rows;
    const token = writePageToken({ positions, since, ...next, remaining }, asked.identity);
    return { kind: 'nextLink', address: linkAddress(asked, '$skiptoken', token) };
  }
  // A page of a limited result leads nowhere: the caller knows but a part of the rows.
  if (!tracked || place.remaining !== null || asked.flavour.metadata === 'none') return null;
  return {
    kind: 'deltaLink',
    address: linkAddress(asked, '$deltatoken', writeDeltaToken({ positions }, asked.identity)),
  };
}

function appliedPreferences(
  { preferences }: ResourceRequest,
  place: PagePlace,
  tracked: boolean,
): Record<string, string> {
  const { applied, maximumPageSize } = preferences;
  const all = [
    ...(applied.maximumPageSize !== null && place.size === maximumPageSize ? [applied.maximumPageSize] : []),
    ...(applied.trackChanges !== null && tracked ? [applied.trackChanges] : []),
  ];
  return all.length === 0 ? {} : { 'preference-applied': all.join(', ') };
}

import type { RowsPlan } from '../plan/plan';
import { namesEtag, weakEtag } from '../respond/etag';
import { ledgerPositionHeader, type OwnerPositions } from '../respond/owner-positions';
import type { ODataAnswer } from './exchange';
import { preconditionFailed } from './http.errors';
import { plansOf } from './read-at';
import type { ResourceRequest } from './resource-request';

/** Everything in a request that another answer may come from. */
const VARY = 'Accept, Accept-Language, Authorization, OData-MaxVersion, OData-Version, Prefer';

/** Headers of every answer that has rows. */
export function resultHeaders({ request }: ResourceRequest, positions: OwnerPositions): Record<string, string> {
  const ledgers = ledgerPositionHeader(positions);
  return {
    'odata-version': request.version,
    'cache-control': 'private, no-cache',
    vary: VARY,
    ...(ledgers === '' ? {} : { 'ledger-position': ledgers }),
  };
}

/** ETag of a result: what was asked, by whom, of which views, at which positions of the ledgers. No row is read for it. */
export async function resultEtag(asked: ResourceRequest, plan: RowsPlan, positions: OwnerPositions): Promise<string> {
  const { service, root, request, format, preferences } = asked;
  const owners = [...new Set(plansOf(plan).map(({ owner }) => owner))];
  const views = await Promise.all(owners.map((owner) => service.installedViews.hash(owner)));
  const { shortName, metadata, ieee754Compatible, parameters } = format;
  return weakEtag([
    root.hash,
    views,
    [...positions.values()],
    [request.root, request.path, asked.pairs],
    [shortName, metadata, ieee754Compatible, [...parameters], request.version],
    asked.table === null ? preferences.maximumPageSize : request.language,
    request.caller.scope,
  ]);
}

/** 304 when the caller has this state already; ODATA_PRECONDITION_FAILED when it wants another; null: go on. */
export function conditionalAnswer(
  { request }: ResourceRequest,
  etag: string,
  headers: Readonly<Record<string, string>>,
): ODataAnswer | null {
  const wanted = request.headers['if-match'];
  if (wanted !== undefined && !namesEtag(wanted, etag)) throw preconditionFailed({ header: 'If-Match', value: wanted });
  const known = request.headers['if-none-match'];
  if (known === undefined || !namesEtag(known, etag)) return null;
  return { status: 304, headers: { ...headers, etag }, open: null };
}

import {
  cursorInvalid,
  decodeCursor,
  pageSize,
  toConnection,
  type Connection,
  type RequestContext,
} from '@lientinh/subgraph';
import { loadAgencyPage } from './agency.loaders';
import type { ScopePart } from './agency.rules';
import type { PageStart } from './agency.store';
import type { Agency, AgencyFilter } from './agency.types';

/** A page as it is asked for. */
export interface AgencyPageRequest {
  /** Tells one parent from another. */
  readonly scope: string;
  readonly parts: readonly ScopePart[];
  readonly filter: AgencyFilter;
  readonly first: number | null | undefined;
  readonly after: string | null | undefined;
}

/** A page of agencies as a connection. Throws PAGE_SIZE_INVALID and CURSOR_INVALID. */
export async function agencyPage(context: RequestContext, request: AgencyPageRequest): Promise<Connection<Agency>> {
  const { scope, parts, filter, after } = request;
  const size = pageSize(request.first);
  const start = pageStart(after);
  const { kind = null, level = null, asOf = null, search = null } = filter;
  const key = { scope, parts, criteria: { kind, level, asOf, search }, start, limit: size + 1 };
  const page = await loadAgencyPage(context).load(key);
  return toConnection(
    { rows: page?.rows ?? [], size, totalCount: page?.totalCount ?? 0, afterCursor: start !== null },
    ({ rank, name, id }) => [rank, name, id],
  );
}

function pageStart(after: string | null | undefined): PageStart | null {
  const key = decodeCursor(after, 3);
  if (key === null) return null;
  const [rank, name, id] = key;
  if (typeof rank !== 'number' || !Number.isInteger(rank) || Math.abs(rank) > 1_000_000) throw cursorInvalid({});
  if (typeof name !== 'string' || typeof id !== 'string' || `${name}${id}`.includes('\0')) throw cursorInvalid({});
  return { rank, name, id };
}

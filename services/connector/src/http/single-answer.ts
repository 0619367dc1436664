import type { RowsPlan } from '../plan/plan';
import { findNavigation } from '../model';
import { NO_REQUEST_OPTIONS, type ResourcePath } from '../query';
import { etagPlace } from '../respond/entity-control';
import { entityEtag } from '../respond/etag';
import { entityJson, propertyJson } from '../respond/json';
import { jsonContentType } from '../respond/json-flavour';
import type { OwnerPositions } from '../respond/owner-positions';
import { isoInstant } from '../respond/field-text';
import type { Row } from '../respond/row-encoder';
import { countOnly } from './count-rows';
import { type ODataAnswer, wholeAnswer } from './exchange';
import { rowNotFound } from './http.errors';
import { currentPositions, settingsAt } from './read-at';
import type { ResourceRequest } from './resource-request';
import { conditionalAnswer, resultEtag, resultHeaders } from './result-headers';
import { encoderOf } from './segments';

const PLAIN_TEXT = 'text/plain;charset=utf-8';

/** One row, one property, its bare value, or a count. */
export async function answerSingle(asked: ResourceRequest, plan: RowsPlan): Promise<ODataAnswer> {
  const positions = await currentPositions(asked.service.source, plan);
  const headers = resultHeaders(asked, positions);
  const general = await resultEtag(asked, plan, positions);
  if (plan.kind === 'COUNT') {
    const known = conditionalAnswer(asked, general, headers);
    const whole = { ...headers, etag: general, 'content-type': PLAIN_TEXT };
    return known ?? wholeAnswer(200, whole, await countOnly(asked, plan, positions));
  }
  const row = await onlyRow(asked, plan, positions);
  if (row === null) return answerMissing(asked, plan, headers);
  const etag = ownEtag(plan, row) ?? general;
  const known = conditionalAnswer(asked, etag, headers);
  return known ?? answerRow(asked, plan, row, { ...headers, etag });
}

/** By `recorded_at` where the row says all: expanded rows change by themselves. */
function ownEtag({ kind, set, columns }: RowsPlan, row: Row): string | null {
  const expanded = columns.some(({ role }) => role === 'EXPANSION' || role === 'EXPANSION_COUNT');
  const recordedAt = kind === 'ENTITY' && !expanded ? row[etagPlace(set, columns)] : null;
  return typeof recordedAt === 'string' ? entityEtag(recordedAt) : null;
}

function answerRow(asked: ResourceRequest, plan: RowsPlan, row: Row, headers: Record<string, string>): ODataAnswer {
  const { request, flavour } = asked;
  const context = `${request.root}$metadata#${plan.contextFragment}`;
  const json = { ...headers, 'content-type': jsonContentType(flavour) };
  if (plan.kind === 'ENTITY') {
    const encoded = encoderOf(asked, plan)(row);
    const etag = ownEtag(plan, row);
    return wholeAnswer(200, json, entityJson(encoded, flavour, context, etag));
  }
  const place = plan.columns.findIndex(({ role }) => role === 'PROPERTY' || role === 'COMPUTED');
  const value = row[place] ?? null;
  if (value === null) return wholeAnswer(204, headers, null);
  if (plan.kind === 'PROPERTY') return wholeAnswer(200, json, propertyJson(plan, row, flavour, context));
  return wholeAnswer(200, { ...headers, 'content-type': PLAIN_TEXT }, plainValue(plan.columns[place]?.type, value));
}

function plainValue(type: string | undefined, text: string): string {
  if (type === 'Edm.Boolean') return text === 't' ? 'true' : 'false';
  return type === 'Edm.DateTimeOffset' ? isoInstant(text) : text;
}

async function onlyRow(
  { service, request }: ResourceRequest,
  plan: RowsPlan,
  positions: OwnerPositions,
): Promise<Row | null> {
  const settings = settingsAt(positions, plan.owner, request);
  let found: Row | null = null;
  // Read to the end: stopping a statement would cost its connection.
  for await (const batch of await service.source.rows(plan.owner, plan.rows, settings)) found ??= batch[0] ?? null;
  return found;
}

/** 204 at the end of a navigation that leads nowhere, from a row that is there; ODATA_ROW_NOT_FOUND otherwise. */
async function answerMissing(
  asked: ResourceRequest,
  plan: RowsPlan,
  headers: Readonly<Record<string, string>>,
): Promise<ODataAnswer> {
  const { service, root, request, path } = asked;
  const last = path.segments.at(-1);
  if (plan.kind === 'ENTITY' && path.segments.length > 1 && last?.kind === 'name' && last.key === null) {
    const origin: ResourcePath = { kind: 'resource', segments: path.segments.slice(0, -1) };
    const page = { size: null, after: null, changedSince: null };
    const from = service.plan(root.model, origin, NO_REQUEST_OPTIONS, request.caller.scope, page);
    const single = findNavigation(from.set, last.name)?.many === false && from.kind === 'ENTITY';
    const positions = await currentPositions(service.source, from);
    if (single && (await onlyRow(asked, from, positions)) !== null) return wholeAnswer(204, headers, null);
  }
  throw rowNotFound({ address: decodeURIComponent(request.path) });
}

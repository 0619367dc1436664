import { serviceDocument } from '../model';
import { parseResourcePath, type ResourcePath, splitQueryString } from '../query';
import { namesEtag, weakEtag } from '../respond/etag';
import { control, jsonContentType } from '../respond/json-flavour';
import { deltaTokenExpired, tokenOfOtherQuery } from '../respond/token.errors';
import { type Answerer, answerBatch } from './batch';
import { canTrackChanges } from './change-tracking';
import { answerCollection, pagePlace } from './collection-answer';
import { type ODataAnswer, type ODataRequest, wholeAnswer } from './exchange';
import { answerFile } from './file-answer';
import { headerElements } from './header-list';
import { bodyTypeNotSupported, methodNotAllowed } from './http.errors';
import { negotiateFormat } from './negotiation';
import type { AnswerKind } from './request-meter';
import { readBody } from './request-body';
import { withRequestHint } from './request-hints';
import { asJson, readResourceRequest, type ResourceRequest } from './resource-request';
import type { Service, ServiceRoot } from './service-root';
import { refuseShortFilters } from './short-filters';
import { answerSingle } from './single-answer';
import { bareName, type OptionPair } from './system-options';

const READ_METHODS = ['GET', 'HEAD', 'OPTIONS'];
/** Query options in a body: longer than any address may be. */
const MAXIMUM_QUERY_BYTES = 262_144;

/** The answer to a request under a service root. Throws coded errors. `answerInner` answers the requests of a batch. */
export async function answerRequest(
  service: Service,
  root: ServiceRoot,
  received: ODataRequest,
  answerInner: Answerer,
): Promise<ODataAnswer> {
  const request = received.method === 'POST' ? await queryInBody(received) : received;
  const pairs = splitQueryString(request.query);
  const path = parseResourcePath(request.path, { options: pairs });
  if (request.method === 'OPTIONS') return ofKind('options', answerOptions(request, path));
  if (path.kind === 'batch') return ofKind('batch', await answerBatch(request, answerInner));
  if (request.method !== 'GET' && request.method !== 'HEAD')
    throw methodNotAllowed({ method: request.method, allowed: READ_METHODS });
  if (path.kind === 'service') {
    refuseShortFilters(root.path, pairs);
    return ofKind('service', answerServiceDocument(root, request, pairs));
  }
  if (path.kind === 'metadata') return ofKind('metadata', answerMetadata(root, request, pairs));
  const asked = readResourceRequest({ service, root, request, path, pairs });
  return answerResource(asked).catch((error: unknown) => {
    throw withRequestHint(error, asked);
  });
}

const ofKind = (kind: AnswerKind, answer: ODataAnswer): ODataAnswer => ({ ...answer, kind });

async function answerResource(asked: ResourceRequest): Promise<ODataAnswer> {
  const { service, root, request, path, options, pageToken, deltaToken, table } = asked;
  const place = pagePlace(asked);
  const following = pageToken !== null || deltaToken !== null;
  const limited = {
    ...options,
    top: place.remaining,
    skip: following ? null : options.skip,
    count: following ? null : options.count,
    skipToken: null,
    deltaToken: null,
  };
  const after = pageToken !== null && pageToken.since === null ? pageToken.after : null;
  const page = { size: table === null ? place.size : null, after, changedSince: null };
  const plan = service.plan(root.model, path, limited, request.caller.scope, page);
  if (plan.kind !== 'COLLECTION') return ofKind('single', await answerSingle(asJson(asked), plan));
  if (table !== null && following)
    throw tokenOfOtherQuery({ option: pageToken === null ? '$deltatoken' : '$skiptoken' });
  if (table !== null) return ofKind(`file:${table.shortName}`, await answerFile(asked, plan, table));
  const changes = deltaToken !== null || (pageToken !== null && pageToken.since !== null);
  if (changes && !canTrackChanges(asked, plan)) throw deltaTokenExpired({ option: '$deltatoken' });
  return ofKind(changes ? 'changes' : 'collection', await answerCollection(asked, plan, place));
}

/** `POST …/$query`: the options stand in the body, as after a question mark (OData 4.01 Part 2, section 5.3). */
async function queryInBody(request: ODataRequest): Promise<ODataRequest> {
  const match = /^(.*)\/\$query\/?$/s.exec(request.path);
  if (match === null) return request;
  const [type] = headerElements(request.headers['content-type']);
  const expected = ['text/plain', 'application/x-www-form-urlencoded'];
  if (!expected.includes(type?.name ?? '')) throw bodyTypeNotSupported({ mediaType: type?.name ?? '', expected });
  const text = (await readBody(request.body, MAXIMUM_QUERY_BYTES)).toString().trim();
  const query = [request.query, text].filter((part) => part !== '').join('&');
  return { ...request, method: 'GET', path: match[1] ?? '', query };
}

function answerOptions(request: ODataRequest, path: ResourcePath): ODataAnswer {
  const allow = (path.kind === 'batch' ? ['POST', 'OPTIONS'] : READ_METHODS).join(', ');
  return { status: 204, headers: { allow, 'odata-version': request.version }, open: null };
}

/** XML whatever Accept says: clients ask for JSON out of habit and cannot read it there. Only `$format` gives JSON. */
function answerMetadata(root: ServiceRoot, request: ODataRequest, pairs: readonly OptionPair[]): ODataAnswer {
  const offered = [
    { shortName: 'xml', mediaType: 'application/xml' },
    { shortName: 'json', mediaType: 'application/json' },
  ];
  const { shortName } = negotiateFormat(formatOf(pairs), undefined, offered);
  const etag = weakEtag([root.hash, shortName, request.version]);
  const content = shortName === 'json' ? root.metadataJson : root.metadataXml[request.version];
  return documentAnswer(request, etag, `application/${shortName};charset=utf-8`, content);
}

function answerServiceDocument(root: ServiceRoot, request: ODataRequest, pairs: readonly OptionPair[]): ODataAnswer {
  const offered = [{ shortName: 'json', mediaType: 'application/json' }];
  const { metadata, ieee754Compatible } = negotiateFormat(formatOf(pairs), request.headers.accept, offered);
  const flavour = { metadata, ieee754Compatible, version: request.version };
  const { '@odata.context': context, value } = serviceDocument(root.model, request.root);
  const head = metadata === 'none' ? {} : { [control(flavour, 'context')]: context };
  const etag = weakEtag([root.hash, request.root, flavour]);
  return documentAnswer(request, etag, jsonContentType(flavour), JSON.stringify({ ...head, value }));
}

const formatOf = (pairs: readonly OptionPair[]): string | null =>
  pairs.find(([name]) => bareName(name) === 'format')?.[1] ?? null;

function documentAnswer(request: ODataRequest, etag: string, contentType: string, content: string): ODataAnswer {
  const headers = {
    'odata-version': request.version,
    'cache-control': 'private, no-cache',
    vary: 'Accept, Authorization, OData-MaxVersion, OData-Version',
    etag,
  };
  const known = request.headers['if-none-match'];
  if (known !== undefined && namesEtag(known, etag)) return { status: 304, headers, open: null };
  return wholeAnswer(200, { ...headers, 'content-type': contentType }, content);
}

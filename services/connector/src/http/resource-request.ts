import { decodePercent, type RequestOptions, type ResourcePath } from '../query';
import type { JsonFlavour } from '../respond/json-flavour';
import type { TableFormat } from '../respond/table-format';
import { type DeltaToken, identityOf, type PageToken, readDeltaToken, readPageToken } from '../respond/tokens';
import { refuseMistyped } from './custom-options';
import type { ODataRequest } from './exchange';
import { type NegotiatedFormat, negotiateFormat, type OfferedFormat } from './negotiation';
import { type Preferences, readPreferences } from './preferences';
import type { Service, ServiceRoot } from './service-root';
import { addressedSet, readOptions } from './short-filters';
import { linkQuery, type OptionPair, resultOptions } from './system-options';

/** A request for rows, read and checked as far as it can be without the model. */
export interface ResourceRequest {
  readonly service: Service;
  readonly root: ServiceRoot;
  readonly request: ODataRequest;
  readonly path: ResourcePath;
  readonly options: RequestOptions;
  readonly pairs: readonly OptionPair[];
  /** What tokens are bound to: path, options, names and rights. */
  readonly identity: string;
  readonly pageToken: PageToken | null;
  readonly deltaToken: DeltaToken | null;
  readonly format: NegotiatedFormat;
  readonly flavour: JsonFlavour;
  /** The file format that was asked for; null: JSON. */
  readonly table: TableFormat | null;
  readonly preferences: Preferences;
}

/** What is read: the parts of a request that are known before its options are. */
export interface ReceivedResource {
  readonly service: Service;
  readonly root: ServiceRoot;
  readonly request: ODataRequest;
  readonly path: ResourcePath;
  readonly pairs: readonly OptionPair[];
}

const JSON_FORMAT: OfferedFormat = { shortName: 'json', mediaType: 'application/json' };

/** Path, options, format, preferences and tokens of a request. Coded errors name the option and the place. */
export function readResourceRequest(received: ReceivedResource): ResourceRequest {
  const { service, root, request, path, pairs } = received;
  const set = addressedSet(root.model, path);
  const options = readOptions(set, pairs);
  refuseMistyped(set, pairs);
  const format = isPlainText(path)
    ? negotiateFormat(null, undefined, [JSON_FORMAT])
    : negotiateFormat(options.format, request.headers.accept, [JSON_FORMAT, ...service.formats]);
  const identity = identityOf([
    root.model.names,
    decodePercent(request.path),
    resultOptions(pairs),
    request.caller.scope,
  ]);
  const { metadata, ieee754Compatible } = format;
  return {
    ...received,
    options,
    identity,
    pageToken: options.skipToken === null ? null : readPageToken(options.skipToken, identity),
    deltaToken: options.deltaToken === null ? null : readDeltaToken(options.deltaToken, identity),
    format,
    flavour: { metadata, ieee754Compatible, version: request.version },
    table: service.formats.find(({ shortName }) => shortName === format.shortName) ?? null,
    preferences: readPreferences(joined(request.headers['prefer'])),
  };
}

/**
 * The same request answered as JSON: one row is no file. A browser, which likes pages best, takes what else it accepts;
 * ODATA_FORMAT_NOT_ACCEPTABLE for those who accept nothing else.
 */
export function asJson(asked: ResourceRequest): ResourceRequest {
  if (asked.table === null) return asked;
  const { options, request } = asked;
  const format = negotiateFormat(options.format, request.headers.accept, [JSON_FORMAT]);
  const { metadata, ieee754Compatible } = format;
  return { ...asked, format, flavour: { metadata, ieee754Compatible, version: request.version }, table: null };
}

/** Address of the same result with a token, absolute. */
export function linkAddress(
  { request, pairs }: ResourceRequest,
  option: '$skiptoken' | '$deltatoken',
  token: string,
): string {
  return `${request.root}${request.path}?${linkQuery(pairs, option, token)}`;
}

/** `$count` and `$value` are text, whatever Accept says: many clients ask for JSON there and read text, as it is specified. */
function isPlainText({ segments }: ResourcePath): boolean {
  const last = segments.at(-1);
  return last?.kind === 'operation' && (last.name === '$count' || last.name === '$value');
}

const joined = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(',') : value;

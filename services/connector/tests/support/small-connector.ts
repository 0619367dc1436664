import { silentLogger } from '@lientinh/testkit';
import { createConnector, type Connector, type ConnectorOptions } from '../../src/connector';
import { planResource } from '../../src/plan';
import { PostgresBiSource } from '../../src/source';
import { smallContract } from './small-contract';
import { SmallDatabase } from './small-database';
import { testAccess } from './test-access';

/** What an answer of the connector was. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of JSON. */
  readonly json: Json;
}
/** JSON as tests look at it. */
export interface Json {
  readonly value: readonly Record<string, unknown>[];
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly target: string;
    readonly innererror: Record<string, unknown>;
  };
  readonly [name: string]: unknown;
}

/** A connector over the small contract in two databases: `scores` has Scores, `quotas` has Quotas. */
export interface SmallConnector {
  readonly connector: Connector;
  readonly scores: SmallDatabase;
  readonly quotas: SmallDatabase;
  /** Address of the server, without a slash at the end. */
  readonly address: string;
  /** Asks below `/odata/v4/`, or at an absolute address. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  send(method: string, path: string, headers?: Record<string, string>, body?: string): Promise<Answer>;
  /** Every row of every page, following the links; and how many pages there were. */
  pages(
    path: string,
    headers?: Record<string, string>,
  ): Promise<{ readonly rows: readonly Record<string, unknown>[]; readonly pages: number; readonly last: Json }>;
  close(): Promise<void>;
}

/** Starts one over real PostgreSQL and real HTTP, with a page size that tests reach. */
export async function startSmallConnector(options: Partial<ConnectorOptions> = {}): Promise<SmallConnector> {
  const [scores, quotas] = await Promise.all([SmallDatabase.create(), SmallDatabase.create()]);
  const connector = connectorOver(scores, quotas, options);
  const address = await connector.listen('127.0.0.1', 0);
  const send: SmallConnector['send'] = (method, path, headers = {}, body) =>
    request(urlOf(address, path), method, headers, body);
  return {
    connector,
    scores,
    quotas,
    address,
    send,
    get: (path, headers) => send('GET', path, headers),
    pages: (path, headers) => followPages((link) => send('GET', link, headers), path),
    async close() {
      await connector.stop();
      await Promise.all([scores.destroy(), quotas.destroy()]);
    },
  };
}

/** A connector over databases that are there already; it does not listen yet. */
export function connectorOver(
  scores: SmallDatabase,
  quotas: SmallDatabase,
  options: Partial<ConnectorOptions> = {},
): Connector {
  const { readerUrl } = scores;
  const source = new PostgresBiSource({
    urls: {
      agencies: readerUrl,
      indicators: readerUrl,
      plans: quotas.readerUrl,
      procedures: readerUrl,
      publications: readerUrl,
    },
    poolSize: 4,
    statementTimeoutMs: 60_000,
    connectTimeoutMs: 30_000,
    logger: silentLogger,
  });
  return createConnector({
    sets: smallContract,
    plan: planResource,
    source,
    access: testAccess,
    logger: silentLogger,
    maximumPageSize: 10,
    ...options,
  });
}

const urlOf = (address: string, path: string): string =>
  path.startsWith('http') ? path : `${address}/odata/v4/${path}`;

async function request(url: string, method: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: { 'accept-language': 'en', ...headers },
    ...(body === undefined ? {} : { body }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: (isJson && text !== '' ? JSON.parse(text) : {}) as Json,
  };
}

async function followPages(get: (link: string) => Promise<Answer>, path: string): ReturnType<SmallConnector['pages']> {
  const rows: Record<string, unknown>[] = [];
  let link: string | undefined = path;
  for (let pages = 1; ; pages += 1) {
    const { status, json, text }: Answer = await get(link);
    if (status !== 200) throw new Error(`${status} ${text}`);
    rows.push(...json.value);
    link = (json['@odata.nextLink'] ?? json['@nextLink']) as string | undefined;
    if (link === undefined) return { rows, pages, last: json };
    if (pages > 1000) throw new Error('the pages do not end');
  }
}

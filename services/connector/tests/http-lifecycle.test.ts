import { get as httpGet, type IncomingMessage } from 'node:http';
import { createTestDatabase, silentLogger } from '@lientinh/testkit';
import { EnvironmentError } from '@lientinh/environment';
import { readConnectorEnvironment } from '../src/environment';
import { openConnector } from '../src/open-connector';
import { PostgresBiSource } from '../src/source';
import { startLocalIssuer } from './support/local-issuer';
import { connectorOver, startSmallConnector, type SmallConnector } from './support/small-connector';

let small: SmallConnector;
const ROWS = 40_000;
beforeAll(async () => {
  small = await startSmallConnector();
  await small.scores.query(`insert into ledger values ('SCORES', 1, clock_timestamp() - interval '1 second', 'bulk')`);
  await small.scores.query(
    `insert into score select 's' || lpad(n::text, 8, '0'), 'PAPI', null, null, 2024, n % 100, n, true, null, repeat('ghi chú ', 40), 'PUBLISHED', 'bulk',
       (select recorded_at from ledger where id = 'bulk'), 'infinity' from generate_series(1, ${ROWS}) n`,
  );
  await small.scores.query('analyze score');
});
afterAll(() => small.close());

/** An answer whose body is read when the test says so. */
const begin = (url: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => httpGet(url, (response) => resolve(response.pause())).on('error', reject));
async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
const listening = async (options: Parameters<typeof connectorOver>[2]) => {
  const connector = connectorOver(small.scores, small.quotas, options);
  return { connector, address: await connector.listen('127.0.0.1', 0) };
};

it('finishes the answers it writes when it is stopped, and takes nothing new', async () => {
  const { connector, address } = await listening({ maximumPageSize: ROWS });
  const response = await begin(`${address}/odata/v4/Scores`);
  const stopped = connector.stop();
  const isRefused = () =>
    fetch(`${address}/odata/v4/Measures`).then(
      () => false,
      () => true,
    );
  while (!(await isRefused())) await new Promise((resolve) => setTimeout(resolve, 20));
  const { value } = JSON.parse(await read(response)) as { value: unknown[] };
  expect(value).toHaveLength(ROWS);
  await stopped;
});

it('breaks off an answer whose database is lost on its way, so that nobody takes a part for the whole', async () => {
  const { connector, address } = await listening({ maximumPageSize: ROWS });
  const response = await begin(`${address}/odata/v4/Scores`);
  expect(response.statusCode).toBe(200);
  const ended = await small.scores.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'copy%' and pid <> pg_backend_pid()`,
  );
  expect(ended.length).toBeGreaterThan(0);
  await expect(read(response)).rejects.toThrow(/aborted|ECONNRESET|socket hang up/);
  expect((await fetch(`${address}/odata/v4/Scores?$top=1`)).status).toBe(200);
  await connector.stop();
});

it('holds no more in memory than a few chunks of an answer that its caller does not read', async () => {
  const { connector, address } = await listening({ maximumPageSize: ROWS });
  const response = await begin(`${address}/odata/v4/Scores`);
  await new Promise((resolve) => setTimeout(resolve, 1000));
  // The statement waits for the caller: it has not sent all its rows.
  const [row] = await small.scores.query(
    `select count(*)::int as waiting from pg_stat_activity where datname = current_database() and query ilike 'copy%' and state = 'active'`,
  );
  expect(row?.['waiting']).toBe(1);
  expect((JSON.parse(await read(response)) as { value: unknown[] }).value).toHaveLength(ROWS);
  await connector.stop();
});

it('gives a result as a file without pages, under a name of its own, and not again to those who have it', async () => {
  const csv = await small.get('Scores?$format=csv&$select=Id,Value');
  expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="Scores.csv"; filename*=UTF-8''Scores.csv`);
  const lines = csv.text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  expect(lines).toHaveLength(ROWS + 1);
  expect(lines[0]).toBe('Id,Value');
  expect(
    await small.get('Scores?$format=csv&$select=Id,Value', { 'if-none-match': csv.headers.get('etag') ?? '' }),
  ).toMatchObject({ status: 304 });
  expect((await small.get('Scores?$top=3', { accept: 'text/csv' })).text.trimEnd().split('\r\n')).toHaveLength(4);
  const xlsx = await fetch(`${small.address}/odata/v4/Measures?$format=xlsx`);
  expect(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  expect((await small.get("Measures('PAPI')?$format=csv")).status).toBe(406);
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
  expect((await small.get("Measures('PAPI')", { accept: browser })).json).toMatchObject({ Code: 'PAPI' });
  const next = (await small.get('Scores')).json['@odata.nextLink'] as string;
  expect((await small.get(`${next}&$format=csv`)).json.error.code).toBe('ODATA_TOKEN_OF_OTHER_QUERY');
  const deletions = await small.get('Deletions?$format=csv');
  expect(deletions.status).toBe(200);
});

it('says which database is missing, and answers from the others', async () => {
  const { readerUrl } = small.scores;
  const nowhere = 'postgres://nobody@127.0.0.1:1/none';
  const source = new PostgresBiSource({
    urls: {
      agencies: readerUrl,
      indicators: readerUrl,
      plans: nowhere,
      procedures: readerUrl,
      publications: readerUrl,
    },
    poolSize: 2,
    statementTimeoutMs: 60_000,
    connectTimeoutMs: 30_000,
    logger: silentLogger,
  });
  const { connector, address } = await listening({ source });
  const ready = await fetch(`${address}/health/ready`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toMatchObject({
    status: 'not ready',
    missing: ['plans'],
    databases: { indicators: true },
  });
  expect((await fetch(`${address}/odata/v4/Scores?$top=1`)).status).toBe(200);
  const lost = await fetch(`${address}/odata/v4/Quotas`);
  expect(lost.status).toBe(503);
  expect(await lost.json()).toMatchObject({ error: { code: 'SOURCE_UNAVAILABLE' } });
  await connector.stop();
});

it('makes links of its public address, or of what a proxy that is trusted says', async () => {
  const first = await listening({ publicAddress: 'https://bi.example.vn/data' });
  const json = (await (await fetch(`${first.address}/odata/v4/Measures`)).json()) as Record<string, unknown>;
  expect(json['@odata.context']).toBe('https://bi.example.vn/data/odata/v4/$metadata#Measures');
  await first.connector.stop();
  const second = await listening({ trustProxy: true });
  const headers = { 'x-forwarded-host': 'bi.example.vn', 'x-forwarded-proto': 'https', 'x-forwarded-prefix': '/cong' };
  const page = (await (await fetch(`${second.address}/odata/v4/Scores`, { headers })).json()) as Record<
    string,
    unknown
  >;
  expect(page['@odata.nextLink']).toMatch(/^https:\/\/bi\.example\.vn\/cong\/odata\/v4\/Scores\?\$skiptoken=/);
  await second.connector.stop();
});

it('lets pages of the origins named read it, and no others', async () => {
  const { connector, address } = await listening({ corsOrigins: ['https://page.example'] });
  const from = async (origin: string, method: string) =>
    (await fetch(`${address}/odata/v4/Measures`, { method, headers: { origin } })).headers;
  expect((await from('https://page.example', 'GET')).get('access-control-allow-origin')).toBe('https://page.example');
  expect((await from('https://page.example', 'OPTIONS')).get('access-control-allow-headers')).toMatch(/Authorization/);
  expect((await from('https://evil.example', 'GET')).get('access-control-allow-origin')).toBeNull();
  await connector.stop();
});

it('opens as its environment says: its own database migrated, keys and connection files beside the service roots', async () => {
  const issuer = await startLocalIssuer();
  const own = await createTestDatabase([]);
  const { readerUrl } = small.scores;
  const bi = Object.fromEntries(
    ['AGENCIES', 'INDICATORS', 'PLANS', 'PROCEDURES', 'PUBLICATIONS'].map((name) => [`BI_${name}_URL`, readerUrl]),
  );
  const environment = readConnectorEnvironment({
    ...bi,
    PORT: '0',
    DATABASE_URL: own.url,
    OIDC_ISSUER: issuer.issuer,
    MAXIMUM_PAGE_SIZE: '5',
  });
  try {
    const connector = await openConnector(environment, silentLogger);
    const address = await connector.listen(environment.HOST, environment.PORT);
    const status = async (path: string): Promise<number> => (await fetch(`${address}${path}`)).status;
    expect(await status('/health/ready')).toBe(200);
    expect(await status('/odata/v4/Provinces')).toBe(200);
    expect(await status('/keys')).toBe(401);
    expect(await status('/connect')).toBe(200);
    await connector.stop();
    await connector.stop();
  } finally {
    await own.destroy();
    await issuer.stop();
  }
});

it('names every variable that is missing or wrong', () => {
  const wrong = () =>
    readConnectorEnvironment({ PUBLIC_ADDRESS: 'bi.example.vn', CORS_ORIGINS: '*', MAXIMUM_PAGE_SIZE: '0' });
  expect(wrong).toThrow(EnvironmentError);
  for (const name of [
    'DATABASE_URL',
    'BI_PLANS_URL',
    'PUBLIC_ADDRESS',
    'CORS_ORIGINS',
    'MAXIMUM_PAGE_SIZE',
    'OIDC_ISSUER',
  ])
    expect(wrong).toThrow(new RegExp(name));
});

import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { startSmallConnector, type SmallConnector } from './support/small-connector';

const ROWS = 20_000;
let small: SmallConnector;
const faults: unknown[] = [];
beforeAll(async () => {
  const logger = {
    ...Object.fromEntries(['trace', 'debug', 'info', 'fatal', 'silent'].map((level) => [level, () => undefined])),
    warn: (...line: unknown[]) => void faults.push(line),
    error: (...line: unknown[]) => void faults.push(line),
    level: 'warn',
    child: () => logger,
  } as unknown as NonNullable<Parameters<typeof startSmallConnector>[0]>['logger'];
  small = await startSmallConnector({ maximumPageSize: ROWS, ...(logger === undefined ? {} : { logger }) });
  await small.scores.publishScores(
    Array.from({ length: ROWS }, (_, place) => ({ id: `s${place}`, note: 'ghi chú '.repeat(30) })),
  );
});
afterAll(() => small.close());

/** Connections of readers that have a transaction, looked at anew also amid a transaction of the test. */
const reading = async (also = ''): Promise<number> => {
  await small.scores.query('select pg_stat_clear_snapshot()');
  const [row] = await small.scores.query(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and usename = 'connector_reader'
       and state <> 'idle' ${also}`,
  );
  return row?.['count'] as number;
};
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 1200; turn += 1) {
    if (await holds()) return;
    await delay(50);
  }
  throw new Error('it does not come to hold');
}
/** Rows cannot be read, and so nothing is answered, while `work` runs. */
async function whileLocked(work: () => Promise<void>): Promise<void> {
  await small.scores.query('begin');
  await small.scores.query('lock table score in access exclusive mode');
  try {
    await work();
  } finally {
    await small.scores.query('rollback');
  }
}
const parquetFolders = async (): Promise<number> =>
  (await readdir(tmpdir())).filter((name) => name.startsWith('lientinh-parquet-')).length;

describe('a caller who goes away', () => {
  it.each([
    ['a page', 'Scores'],
    ['a count', 'Scores/$count'],
    ['one row', `Scores('s1')`],
    ['CSV', 'Scores?$format=csv'],
    ['a workbook', 'Scores?$format=xlsx'],
    ['Parquet', 'Scores?$format=parquet'],
  ])('before the first row of %s stops its statement', async (_, path) => {
    const folders = await parquetFolders();
    await whileLocked(async () => {
      const gone = new AbortController();
      const answer = fetch(`${small.address}/odata/v4/${path}`, { signal: gone.signal });
      await until(async () => (await reading(`and wait_event_type = 'Lock'`)) === 1);
      gone.abort();
      await expect(answer).rejects.toThrow(/abort/);
      await until(async () => (await reading()) === 0);
    });
    await until(async () => (await parquetFolders()) === folders);
    expect(faults).toEqual([]);
  });

  it.each([
    ['JSON', 'Scores'],
    ['CSV', 'Scores?$format=csv'],
    ['a workbook', 'Scores?$format=xlsx'],
  ])('amid the rows of %s stops its statement', async (_, path) => {
    const gone = new AbortController();
    const answer = await fetch(`${small.address}/odata/v4/${path}`, { signal: gone.signal });
    await answer.body?.getReader().read();
    gone.abort();
    await until(async () => (await reading()) === 0);
    expect(faults).toEqual([]);
  });

  it('amid a batch stops the answer that is written and the one that begins', async () => {
    const requests = ['1', '2', '3'].map((id) => ({ id, method: 'GET', url: 'Scores' }));
    const gone = new AbortController();
    const answer = await fetch(`${small.address}/odata/v4/$batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ requests }),
      signal: gone.signal,
    });
    await answer.body?.getReader().read();
    gone.abort();
    await until(async () => (await reading()) === 0);
    expect(faults).toEqual([]);
  });

  it('leaves the others their connections, however many go', async () => {
    const gone = new AbortController();
    const answers = Array.from({ length: 40 }, () =>
      fetch(`${small.address}/odata/v4/Scores`, { signal: gone.signal }).then(
        () => undefined,
        () => undefined,
      ),
    );
    await delay(50);
    gone.abort();
    await Promise.all(answers);
    expect((await small.get('Scores/$count')).text).toBe(String(ROWS));
    await until(async () => (await reading()) === 0);
  });

  it('is told of in the metrics: what was stopped, what was answered, and how many rows', async () => {
    await small.get('Scores?$top=7');
    await small.get('Nothing');
    const text = await (await fetch(`${small.address}/metrics`)).text();
    expect(text).toMatch(/lientinh_connector_requests_total\{kind="collection",status="200",service="connector"\} \d+/);
    expect(text).toMatch(/lientinh_connector_requests_total\{kind="error",status="404",service="connector"\} 1\b/);
    expect(text).not.toMatch(/kind="error",status="5/);
    expect(text).toMatch(/lientinh_connector_requests_total\{kind="batch",status="200",service="connector"\} 1\b/);
    const ended = (outcome: string) =>
      new RegExp(
        `lientinh_connector_statement_duration_seconds_count\\{service="connector",owner="indicators",purpose="rows",outcome="${outcome}"\\} [1-9]`,
      );
    expect(text).toMatch(ended('stopped'));
    expect(text).toMatch(ended('complete'));
    expect(text).not.toMatch(ended('failed'));
    expect(
      Number(/lientinh_connector_rows_total\{owner="indicators",service="connector"\} (\d+)/.exec(text)?.[1]),
    ).toBeGreaterThan(7);
  });
});

it('takes an address in the absolute form, as a proxy may write it', async () => {
  const { hostname, port } = new URL(small.address);
  const socket = connect(Number(port), hostname);
  socket.write(
    'GET http://data.vn/odata/v4/Measures?$select=Code HTTP/1.1\r\nHost: data.vn\r\nConnection: close\r\n\r\n',
  );
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'close');
  const text = Buffer.concat(chunks).toString();
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  expect(text).toContain('"@odata.context":"http://data.vn/odata/v4/$metadata#Measures(Code)"');
  expect(text.toLowerCase()).toContain('x-content-type-options: nosniff');
});

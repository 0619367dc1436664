import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { statement } from '@lientinh/postgres';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import { listLedger, publishingMigrations, verifyChain } from '../src';
import { countScores, CreateExampleScores1795240000001 } from './support/scores-example';

const SCRIPT = join(__dirname, '../dist/tests/support/bulk-process.js');
const HEADER = 'year,province_code,criterion_code,score\n';
const ROWS = 200_000;

const copying = statement(
  'count-copies',
  z.object({ copies: z.coerce.number() }),
  `select count(*) as copies from pg_stat_activity where datname = current_database() and query like 'copy %' and state = 'active'`,
);

/** Rows of one year, in pieces of a thousand. */
function* pieces(year: number): Generator<string> {
  for (let place = 0; place < ROWS; place += 1_000) {
    yield Array.from({ length: 1_000 }, (_, row) => `${year},01,c${place + row},5\n`).join('');
  }
}

describe('the bulk door of a process of its own', () => {
  let issuer: TestIssuer;
  let test: TestDatabase;
  const running: ChildProcess[] = [];

  beforeAll(async () => {
    if (!existsSync(SCRIPT)) throw new Error('the package is not built: run tsc -b');
    issuer = await createTestIssuer();
    test = await createTestDatabase([...publishingMigrations, CreateExampleScores1795240000001]);
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });
  afterAll(async () => {
    await test.destroy();
    await issuer.close();
  });

  async function start(): Promise<{ child: ChildProcess; address: string }> {
    const child = fork(SCRIPT, { stdio: 'ignore' });
    running.push(child);
    child.send({ databaseUrl: test.url, issuer: issuer.issuer, audience: issuer.audience });
    const [{ address }] = (await once(child, 'message')) as [{ address: string }];
    return { child, address };
  }

  const headersFor = async (key: string) => ({
    authorization: await issuer.bearer('papi'),
    'content-type': 'text/csv',
    'idempotency-key': key,
  });

  async function send(address: string, key: string, body: AsyncIterable<Buffer>) {
    const init = { method: 'POST', headers: await headersFor(key), body, duplex: 'half' } as unknown as RequestInit;
    const response = await fetch(`${address}/publish/scores?index=PAPI`, init);
    return (await response.json()) as { status: string; acceptedRows: number; problems: { code: string }[] };
  }

  async function* file(year: number): AsyncGenerator<Buffer> {
    yield Buffer.from(HEADER);
    for (const piece of pieces(year)) yield Buffer.from(piece);
  }

  it('leaves nothing when it is killed in the middle of an upload, and takes the file again afterwards', async () => {
    const { child, address } = await start();
    const outgoing = httpRequest(`${address}/publish/scores?index=PAPI`, {
      method: 'POST',
      headers: { ...(await headersFor('killed')), 'transfer-encoding': 'chunked' },
    });
    outgoing.on('error', () => undefined);
    outgoing.write(HEADER);
    for (const piece of pieces(2020)) outgoing.write(piece);
    while ((await test.database.reader.get(copying)).copies === 0) await delay(10);
    child.kill('SIGKILL');
    await once(child, 'exit');
    while ((await test.database.reader.get(copying)).copies > 0) await delay(10);
    expect(await test.database.reader.get(countScores)).toMatchObject({ all: 0 });
    expect(await listLedger(test.database.reader, 'SCORES', 0, 10)).toEqual([]);

    const again = await start();
    expect(await send(again.address, 'killed', file(2020))).toMatchObject({ status: 'ACCEPTED', acceptedRows: ROWS });
    expect(verifyChain(await listLedger(test.database.reader, 'SCORES', 0, 10))).toBeNull();
  });

  it('holds neither a long file nor a line of 200 MB in memory', async () => {
    const { child, address } = await start();
    const peak = async (): Promise<number> => {
      child.send('usage');
      return ((await once(child, 'message')) as [{ peakBytes: number }])[0].peakBytes;
    };
    await send(address, 'warm', file(2021));
    const before = await peak();
    async function* line(): AsyncGenerator<Buffer> {
      yield Buffer.from(`${HEADER}2022,01,1,`);
      const chunk = Buffer.alloc(1024 * 1024, '9');
      for (let sent = 0; sent < 200; sent += 1) yield chunk;
      yield Buffer.from('\n');
    }
    const { problems } = await send(address, 'long', line());
    expect(problems.map(({ code }) => code)).toEqual(['FILE_LINE_TOO_LONG']);
    // What the line adds; how much the process takes in all is for the benchmark to say.
    expect((await peak()) - before).toBeLessThan(100 * 1024 * 1024);
  });
});

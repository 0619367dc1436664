import fastify, { type FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '@lientinh/errors';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import {
  changesRoute,
  contentHash,
  type LedgerEntry,
  ProblemReport,
  publish,
  publishingMigrations,
  verifyChain,
} from '../src';

describe('the change feed of a subgraph', () => {
  let test: TestDatabase;
  let app: FastifyInstance;
  let url: string;
  let keys = 0;
  let requests = 0;
  beforeEach(async () => {
    test = await createTestDatabase([...publishingMigrations]);
    app = fastify({ forceCloseConnections: 'idle' });
    app.setErrorHandler((error, _request, reply) =>
      reply.code(error instanceof CodedError ? error.status : 500).send({
        code: error instanceof CodedError ? error.code : 'FAULT',
      }),
    );
    requests = 0;
    app.addHook('onRequest', (_request, _reply, done) => {
      requests += 1;
      done();
    });
    changesRoute(app, test.database, ['SCORES', 'PLAN']);
    await app.listen({ host: '127.0.0.1', port: 0 });
    url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/changes`;
  });
  afterEach(async () => {
    await app.close();
    await test.destroy();
  });

  async function send(dataset: 'SCORES' | 'PLAN'): Promise<void> {
    keys += 1;
    const key = `k${keys}`;
    await publish(
      test.database,
      { dataset, publisher: 'papi', province: null, idempotencyKey: key, dryRun: false, scope: {}, confidential: null },
      {
        stage: () => Promise.resolve({ rowCount: 1, contentHash: contentHash({ key }), problems: new ProblemReport() }),
        store: () => Promise.resolve({ rowCount: 1, superseded: new Map() }),
      },
    );
  }
  const lines = async (query: string): Promise<LedgerEntry[]> =>
    (await (await fetch(`${url}?${query}`)).text())
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as LedgerEntry);

  it('tells the entries after a place, each once, as a ledger that can be verified', async () => {
    for (let turn = 0; turn < 5; turn += 1) await send('SCORES');
    await send('PLAN');
    const whole = await lines('dataset=SCORES');
    expect(verifyChain(whole)).toBeNull();
    expect(whole).toHaveLength(5);
    expect(await lines('dataset=SCORES&after=3')).toEqual(whole.slice(3));
    expect(await lines('dataset=SCORES&after=5')).toEqual([]);
  });

  it.each(['', 'dataset=AGENCIES', 'dataset=SCORES&after=-1', 'dataset=SCORES&after=x', 'dataset=SCORES&wait=soon'])(
    'refuses ?%s',
    async (query) => {
      const response = await fetch(`${url}?${query}`);
      expect([response.status, await response.json()]).toEqual([400, { code: 'INVALID_REQUEST' }]);
    },
  );

  it('holds a question that waits until the next entry of its data set, whichever connection appends it', async () => {
    let answered = false;
    const waiting = lines('dataset=SCORES&after=0&wait=60').finally(() => (answered = true));
    await send('PLAN');
    expect(await lines('dataset=PLAN')).toHaveLength(1);
    expect(answered).toBe(false);
    await send('SCORES');
    expect((await waiting).map(({ sequence }) => sequence)).toEqual([1]);
  });

  it('answers a question that waits at once when there is an entry already, and empty after its patience', async () => {
    await send('SCORES');
    expect(await lines('dataset=SCORES&wait=60')).toHaveLength(1);
    expect(await lines('dataset=SCORES&after=1&wait=1')).toEqual([]);
  });

  it('streams entries as events while they come, and resumes after Last-Event-ID', async () => {
    await send('SCORES');
    const listener = await openEvents({});
    expect(await listener.ids(1)).toEqual([1]);
    await send('SCORES');
    await send('PLAN');
    await send('SCORES');
    expect(await listener.ids(3)).toEqual([1, 2, 3]);
    await listener.close();
    const resumed = await openEvents({ 'last-event-id': '2' });
    expect(await resumed.ids(1)).toEqual([3]);
    await resumed.close();
  });

  it('lets its followers go when the subgraph stops', async () => {
    const listener = await openEvents({});
    const waiting = lines('dataset=SCORES&wait=60');
    while (requests < 2) await delay(10);
    await send('PLAN');
    await Promise.all([app.close(), listener.ended, waiting]);
    expect(await waiting).toEqual([]);
  });

  async function openEvents(headers: Record<string, string>) {
    const stopping = new AbortController();
    const response = await fetch(`${url}?dataset=SCORES`, {
      headers: { accept: 'text/event-stream', ...headers },
      signal: stopping.signal,
    });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    let text = '';
    let wake: () => void = () => undefined;
    const read = async (): Promise<void> => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        text += decoder.decode(chunk, { stream: true });
        wake();
      }
    };
    const ended = read().catch(() => undefined);
    const seen = (): number[] =>
      [...text.matchAll(/event: change\nid: (\d+)\ndata: .*\n\n/g)].map(([, id]) => Number(id));
    return {
      ended,
      async ids(count: number): Promise<number[]> {
        while (seen().length < count) await new Promise<void>((resolve) => (wake = resolve));
        return seen();
      },
      async close() {
        stopping.abort();
        await ended;
      },
    };
  }
});

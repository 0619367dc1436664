import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { Database } from '@lientinh/postgres';
import type { Subgraph } from '@lientinh/subgraph';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import {
  createPublisherRegistry,
  publishingMigrations,
  registryRoute,
  type BulkReceipt,
  type RegisteredPublisher,
} from '../src';
import { createBulkSubgraph } from './support/bulk-subgraph';
import { CreateExampleScores1795240000001 } from './support/scores-example';

const PAPI: RegisteredPublisher = { id: 'papi', province: null, datasets: ['SCORES'], indices: ['PAPI'], active: true };

/** A registry behind real HTTP, which counts what it is asked and what it tells. */
async function startRegistry(port = 0) {
  const seen = { lists: 0, unchanged: 0 };
  const state = { publishers: [PAPI] as readonly RegisteredPublisher[], held: null as Promise<void> | null };
  const app: FastifyInstance = Fastify({ forceCloseConnections: true });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (reply.statusCode === 304) seen.unchanged += 1;
    done();
  });
  registryRoute(app, async () => {
    seen.lists += 1;
    await state.held;
    return state.publishers;
  });
  await app.listen({ host: '127.0.0.1', port });
  const place = (app.server.address() as AddressInfo).port;
  return { url: `http://127.0.0.1:${place}`, port: place, seen, state, close: () => app.close() };
}

describe("a subgraph's copy of the registry", () => {
  let source: Awaited<ReturnType<typeof startRegistry>>;
  beforeEach(async () => {
    source = await startRegistry();
  });
  afterEach(() => source.close());

  const follow = (more: { maximumAgeMs?: number; timeoutMs?: number } = {}) =>
    createPublisherRegistry({ url: source.url, logger: silentLogger, maximumAgeMs: 0, ...more });

  it('is read once while it is young', async () => {
    const registry = follow({ maximumAgeMs: 3_600_000 });
    expect((await registry.read())?.publishers.get('papi')).toEqual(PAPI);
    await registry.read();
    expect(source.seen.lists).toBe(1);
  });

  it('is asked for again when it is old, and sent again only when it changed', async () => {
    const registry = follow();
    const first = await registry.read();
    expect(await registry.read()).toBe(first);
    expect(source.seen).toEqual({ lists: 2, unchanged: 1 });
    source.state.publishers = [{ ...PAPI, active: false }];
    expect((await registry.read())?.publishers.get('papi')?.active).toBe(false);
    expect(source.seen).toEqual({ lists: 3, unchanged: 1 });
  });

  it('is asked for once by all who want to know at the same time', async () => {
    const registry = follow();
    const copies = await Promise.all(Array.from({ length: 20 }, () => registry.read()));
    expect(new Set(copies).size).toBe(1);
    expect(source.seen.lists).toBe(1);
  });

  it('holds while the registry is away, and is renewed when it is back', async () => {
    const registry = follow();
    await registry.read();
    await source.close();
    expect((await registry.read())?.publishers.get('papi')).toEqual(PAPI);
    source = await startRegistry(source.port);
    source.state.publishers = [];
    expect((await registry.read())?.publishers.size).toBe(0);
  });

  it('holds when the registry is silent for too long', async () => {
    const registry = follow({ timeoutMs: 2_000 });
    const first = await registry.read();
    let release = (): void => undefined;
    source.state.held = new Promise((resolve) => (release = resolve));
    expect(await registry.read()).toBe(first);
    release();
  });

  it('is null when the registry never answered, until it does', async () => {
    const { port } = source;
    await source.close();
    const registry = follow({ maximumAgeMs: 3_600_000 });
    expect(await registry.read()).toBeNull();
    source = await startRegistry(port);
    expect((await registry.read())?.publishers.size).toBe(1);
  });

  it.each([
    ['an error', 500, '{}'],
    ['no registry', 200, '{"version":"1","publishers":[{"id":7}]}'],
    ['no JSON', 200, '<html>'],
    ['a 304 that nobody asked for', 304, ''],
  ])('is not made of an answer that is %s', async (_what, status, body) => {
    const broken: Server = createServer((_request, response) => response.writeHead(status).end(body));
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(broken.address() as AddressInfo).port}`;
    expect(await createPublisherRegistry({ url, logger: silentLogger }).read()).toBeNull();
    broken.closeAllConnections();
    await new Promise((resolve) => broken.close(resolve));
  });
});

describe('the bulk door with a registry', () => {
  let source: Awaited<ReturnType<typeof startRegistry>>;
  let issuer: TestIssuer;
  let test: TestDatabase;
  let subgraph: Subgraph;
  let address: string;
  let keys = 0;

  beforeAll(async () => {
    source = await startRegistry();
    issuer = await createTestIssuer();
    test = await createTestDatabase([...publishingMigrations, CreateExampleScores1795240000001]);
    subgraph = await createBulkSubgraph({
      database: new Database({ url: test.url, logger: silentLogger, applicationName: 'registry' }),
      verifier: issuer.verifier(),
      logger: silentLogger,
      registry: createPublisherRegistry({ url: source.url, logger: silentLogger, maximumAgeMs: 0 }),
    });
    address = await subgraph.listen('127.0.0.1', 0);
  });
  afterAll(async () => {
    await subgraph.stop();
    await test.destroy();
    await issuer.close();
    await source.close();
  });

  async function publish(client: 'papi' | 'pci', index: string) {
    keys += 1;
    const response = await fetch(`${address}/publish/scores?index=${index}`, {
      method: 'POST',
      headers: {
        authorization: await issuer.bearer(client),
        'content-type': 'text/csv',
        'idempotency-key': `key-${keys}`,
        'accept-language': 'en',
      },
      body: 'year,province_code,criterion_code,score\n2020,01,1,5\n',
    });
    const body = (await response.json()) as BulkReceipt & {
      readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
    };
    return { status: response.status, body };
  }

  it('takes what token and registry allow', async () => {
    expect(await publish('papi', 'PAPI')).toMatchObject({ status: 200, body: { status: 'ACCEPTED' } });
  });

  it('refuses a suspended publisher, one that is not registered, and a right that the registry took away', async () => {
    const code = async (...args: Parameters<typeof publish>) => {
      const { status, body } = await publish(...args);
      return [status, body.errors?.[0]?.extensions.code];
    };
    source.state.publishers = [{ ...PAPI, active: false }];
    expect(await code('papi', 'PAPI')).toEqual([403, 'PUBLISHER_SUSPENDED']);
    expect(await code('pci', 'PCI')).toEqual([403, 'PUBLISHER_NOT_REGISTERED']);
    source.state.publishers = [{ ...PAPI, indices: ['PCI'] }];
    expect(await code('papi', 'PAPI')).toEqual([403, 'RIGHT_NOT_REGISTERED']);
    expect(await code('papi', 'PCI')).toEqual([403, 'NOT_PERMITTED']);
    source.state.publishers = [PAPI];
    expect(await code('papi', 'PAPI')).toEqual([200, undefined]);
  });
});

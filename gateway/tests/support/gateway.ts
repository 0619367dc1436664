import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '@lientinh/logger';
import { defineError } from '@lientinh/errors';
import { composeSupergraph } from '../../src/compose/compose';
import { createGateway, type GatewayOptions } from '../../src/server';
import type { TestSubgraph } from './subgraph-server';

/** A listening gateway with everything a test looks at. */
export interface TestGateway {
  readonly url: string;
  readonly supergraphFile: string;
  /** Log lines so far. */
  readonly log: Record<string, unknown>[];
  query(query: string, init?: { headers?: Record<string, string>; variables?: object }): Promise<GraphQLAnswer>;
  stop(): Promise<void>;
}

/** An answer of the GraphQL door. */
export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: {
    readonly data?: Record<string, unknown> | null;
    readonly errors?: readonly { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
}

const refusedToken = defineError({
  code: 'TEST_TOKEN_REFUSED',
  status: 401,
  meaning: 'The token of a test is not the good one.',
  message: () => ({ vi: 'Mã truy cập không hợp lệ.', en: 'The token is not valid.' }),
});

/** Accepts `Bearer good` only. */
export const testVerifier = {
  verify: (header: string) => (header === 'Bearer good' ? Promise.resolve() : Promise.reject(refusedToken({}))),
};

/** Starts a gateway over the subgraphs on a free port. */
export async function startGateway(
  subgraphs: readonly TestSubgraph[],
  overrides: Partial<GatewayOptions> = {},
): Promise<TestGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-'));
  const supergraphFile = join(folder, 'supergraph.graphql');
  writeFileSync(supergraphFile, await composeTest(subgraphs));
  const log: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void log.push(JSON.parse(line) as Record<string, unknown>) };
  const gateway = await createGateway({
    supergraphFile,
    subgraphUrls: {},
    verifier: testVerifier,
    logger: createLogger({ service: 'gateway', level: 'debug', destination }),
    maxBodyBytes: 64 * 1024,
    limits: { maxDepth: 6, maxAliases: 5, maxRootFields: 4, maxTokens: 300 },
    queryTimeoutMs: 120_000,
    mutationTimeoutMs: 120_000,
    publishTimeoutMs: 120_000,
    probeTimeoutMs: 120_000,
    maxChangeStreams: 2,
    supergraphPollIntervalMs: 200,
    changesPollIntervalMs: 20,
    ...overrides,
  });
  await gateway.app.listen({ host: '127.0.0.1', port: 0 });
  const url = `http://127.0.0.1:${(gateway.app.server.address() as AddressInfo).port}`;
  return {
    url,
    supergraphFile,
    log,
    query: (query, init = {}) => post(url, query, init),
    stop: async () => {
      await gateway.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The supergraph of test subgraphs, with their real addresses in it. */
export function composeTest(subgraphs: readonly TestSubgraph[]): Promise<string> {
  return composeSupergraph(subgraphs.map(({ name, sdl, url }) => ({ name, sdl, url: `${url}/graphql` })));
}

async function post(
  url: string,
  query: string,
  init: { headers?: Record<string, string>; variables?: object },
): Promise<GraphQLAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...init.headers },
    body: JSON.stringify({ query, variables: init.variables }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: JSON.parse(text) as GraphQLAnswer['body'] };
}

/** Waits until `condition` holds; gives up with an error rather than going on beyond its test. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 120_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`gave up waiting for ${condition.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

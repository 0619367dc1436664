/**
 * Requests per second through our gateway, against a plain @apollo/gateway with its stock fetcher behind the standalone server, in the
 * same run over the same in-memory subgraphs: `npm run bench` (after `npm run build`). Each stands in a process of its own; rounds
 * alternate, so that whatever else the machine does hits both. Prints the ratio.
 */
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const ROUNDS = 3;
const SECONDS = 2;
const QUERY = '{ provinces { code name scores { value } } }';

const AGENCIES = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])
type Query { provinces: [Province!] }
type Province @key(fields: "id") { id: ID! code: ID! name: String! }`;
const INDICATORS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.12", import: ["@key"])
type Query { indices: [ID!] }
type Score { value: Float! }
type Province @key(fields: "id") { id: ID! scores: [Score!] }`;

const PROVINCES = ['10', '38', '46', '52'].map((code) => ({
  __typename: 'Province',
  id: `${code}@2004-01-01`,
  code,
  name: `Tỉnh ${code}`,
}));

/** A subgraph that costs next to nothing: it answers with the same text. */
function startSubgraph(answer) {
  const text = JSON.stringify({ data: answer });
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(text));
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve({ server, url: `http://127.0.0.1:${server.address().port}` })),
  );
}

async function serveStock(file) {
  process.env.APOLLO_TELEMETRY_DISABLED = 'true';
  const { readFileSync } = require('node:fs');
  const { ApolloGateway } = require('@apollo/gateway');
  const { ApolloServer } = require('@apollo/server');
  const { startStandaloneServer } = require('@apollo/server/standalone');
  const gateway = new ApolloGateway({ supergraphSdl: readFileSync(file, 'utf8') });
  const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
    listen: { host: '127.0.0.1', port: 0 },
  });
  return url;
}

async function serveOurs(file) {
  const { createGateway } = require('../dist/src/server.js');
  const { createLogger } = require('@lientinh/logger');
  const { app } = await createGateway({
    supergraphFile: file,
    subgraphUrls: {},
    verifier: { verify: async () => undefined },
    logger: createLogger({ service: 'gateway', level: 'silent' }),
    maxBodyBytes: 1 << 20,
    limits: { maxDepth: 16, maxAliases: 100, maxRootFields: 20, maxTokens: 10_000 },
    queryTimeoutMs: 10_000,
    mutationTimeoutMs: 10_000,
    publishTimeoutMs: 10_000,
    maxChangeStreams: 10,
  });
  return `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
}

function startProcess(kind, file) {
  const child = fork(fileURLToPath(import.meta.url), [kind, file], { env: { ...process.env, NODE_ENV: 'production' } });
  return new Promise((resolve) => child.once('message', (url) => resolve({ kind, child, url })));
}

async function measure(url, duration) {
  const autocannon = require('autocannon');
  const result = await autocannon({
    url,
    connections: 32,
    duration,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} failures, ${result.errors} errors`);
  return result.requests.total / result.duration;
}

async function checkAnswer(url) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined || data.provinces[3].scores[0].value !== 41.04) throw new Error(`wrong answer of ${url}`);
}

async function main() {
  const { composeSupergraph } = require('../dist/src/compose/compose.js');
  const agencies = await startSubgraph({ provinces: PROVINCES });
  const indicators = await startSubgraph({
    _entities: PROVINCES.map(({ __typename }) => ({ __typename, scores: [{ value: 41.04 }] })),
  });
  const folder = mkdtempSync(join(tmpdir(), 'gateway-bench-'));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(
    file,
    await composeSupergraph([
      { name: 'agencies', url: `${agencies.url}/graphql`, sdl: AGENCIES },
      { name: 'indicators', url: `${indicators.url}/graphql`, sdl: INDICATORS },
    ]),
  );
  const contenders = await Promise.all(['stock', 'ours'].map((kind) => startProcess(kind, file)));
  const rates = { stock: [], ours: [] };
  for (const { url } of contenders) {
    await checkAnswer(url);
    await measure(url, 1);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { kind, url } of contenders) rates[kind].push(await measure(url, SECONDS));
  }
  for (const { child } of contenders) child.kill();
  agencies.server.close();
  indicators.server.close();
  rmSync(folder, { recursive: true });
  const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  const [stock, ours] = [median(rates.stock), median(rates.ours)];
  console.log(
    JSON.stringify({
      query: QUERY,
      stockPerSecond: Math.round(stock),
      oursPerSecond: Math.round(ours),
      ratio: Number((ours / stock).toFixed(2)),
    }),
  );
}

const [, , kind, file] = process.argv;
if (kind === 'stock') process.send(await serveStock(file));
else if (kind === 'ours') process.send(await serveOurs(file));
else await main();

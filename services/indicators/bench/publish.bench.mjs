// Publishes the whole files of PAPI and PCI to a real subgraph over HTTP and real, durable PostgreSQL, as their publishers would, and asks
// for what was published; against a plain COPY of the same rows into a table with the same columns, keys and indexes in the same run.
// Needs the real data beside the project (`../shared`).
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const { fullFilePublications, provinceCatalogue } = require('@lientinh/datasets');
const { createTestIssuer } = require('@lientinh/identity/testing');
const { createLogger } = require('@lientinh/logger');
const { copyRows, Database, EmbeddedServer, ensureDatabase, migrate, statement } = require('@lientinh/postgres');
const { createSubgraph } = require('@lientinh/subgraph');
const { freePort, sharedFolder } = require('@lientinh/testkit');
const { z } = require('zod');
const { indicators, migrations } = require('../dist/src/index.js');

const LIMIT_SECONDS = 30;
const COLUMNS =
  'province_id, index_code, year, criterion_code, status, standing, source_key, value, max_score, publication, recorded_from, recorded_to';

async function timed(work) {
  const start = process.hrtime.bigint();
  const result = await work();
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, result };
}

async function startSubgraph(server, issuer, logger) {
  await ensureDatabase(server.url('postgres'), 'bench');
  const url = server.url('bench');
  await migrate(url, migrations);
  const database = new Database({ url, applicationName: 'bench', logger });
  const services = await indicators.prepare({ database, logger, databaseUrl: url });
  const { name, schema, routes } = indicators;
  const verifier = issuer.verifier();
  const subgraph = await createSubgraph({
    name,
    schema,
    services,
    database,
    verifier,
    logger,
    routes: (app) => routes(app, { database, services, logger }),
  });
  return { database, subgraph, address: await subgraph.listen('127.0.0.1', 0) };
}

async function ask(address, authorization, query, variables) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

const PUBLISH = 'mutation ($input: PublishScoresInput!) { publishScores(input: $input) { status acceptedRows } }';
const RANKED = `query ($index: ID!, $year: Int!, $provinces: [ID!]!) { comparison(index: $index, year: $year, provinces: $provinces, depth: 2) {
  rows { criterion { code } nationalMedian cells { value rank rankedAmong change missing } } } }`;

async function publishAll(address, bearers, publications) {
  let rows = 0;
  for (const { publisher, ...publication } of publications) {
    const input = { idempotencyKey: `${publication.index} ${publication.year}`, ...publication };
    const { publishScores } = await ask(address, bearers[publisher], PUBLISH, { input });
    if (publishScores.status !== 'ACCEPTED') throw new Error(`${input.idempotencyKey}: ${publishScores.status}`);
    rows += publishScores.acceptedRows;
  }
  return rows;
}

/** Every year with all provinces and criteria: everything is ranked. */
async function rankAll(address, publications) {
  for (const { index, year } of publications) {
    const provinces = provinceCatalogue()
      .inForce(`${year}-06-30`)
      .map(({ code }) => code);
    await ask(address, null, RANKED, { index, year, provinces });
  }
}

function* plainRows(publications) {
  for (const { index, year, scores } of publications) {
    for (const { province, criterion, value, maxScore } of scores) {
      const { id } = provinceCatalogue().find(province, `${year}-06-30`);
      yield [
        id,
        index,
        year,
        criterion,
        'PUBLISHED',
        'OFFICIAL',
        '',
        value,
        maxScore,
        1,
        '2026-01-01T00:00:00Z',
        'infinity',
      ];
    }
  }
}

async function plainCopy(database, publications) {
  const run = (name, text) => database.write(name, (writer) => writer.run(statement(name, z.unknown(), text)));
  await run('plain-table', 'create table plain_score (like score including all)');
  return timed(() =>
    database.write('plain-copy', (writer) => copyRows(writer, `plain_score (${COLUMNS})`, plainRows(publications))),
  );
}

async function compareOnce(address, provinces) {
  const { seconds } = await timed(() => ask(address, null, RANKED, { index: 'PAPI', year: 2022, provinces }));
  return `${(seconds * 1000).toFixed(0)} ms`;
}

async function main() {
  const publications = [...fullFilePublications(sharedFolder('data', 'published'))];
  const folder = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'lien-tinh-bench-'));
  chmodSync(folder, 0o755);
  const logger = createLogger({ service: 'bench', level: 'error' });
  const server = new EmbeddedServer({ dataDirectory: join(folder, 'postgres'), port: await freePort(), logger });
  const issuer = await createTestIssuer();
  let subgraph;
  try {
    await server.start();
    const started = await startSubgraph(server, issuer, logger);
    subgraph = started.subgraph;
    const { address, database } = started;
    const bearers = { papi: await issuer.bearer('papi'), pci: await issuer.bearer('pci') };
    const published = await timed(() => publishAll(address, bearers, publications));
    const ranked = await timed(() => rankAll(address, publications));
    const plain = await plainCopy(database, publications);
    const rate = (rows, seconds) =>
      `${rows.toLocaleString('en-US')} rows in ${seconds.toFixed(2)} s, ${Math.round(rows / seconds).toLocaleString('en-US')} rows/s`;
    console.log(`${publications.length} publications of whole years through publishScores; PostgreSQL with fsync`);
    console.log(`published    ${rate(published.result, published.seconds)}`);
    console.log(
      `plain COPY   ${rate(plain.result, plain.seconds)}; ratio ${(plain.seconds / published.seconds).toFixed(2)}`,
    );
    console.log(`ranked       every year, province and criterion, with changes, in ${ranked.seconds.toFixed(2)} s`);
    const total = published.seconds + ranked.seconds;
    console.log(`both         ${total.toFixed(2)} s (below ${LIMIT_SECONDS})`);
    const provinces = provinceCatalogue()
      .inForce('2022-06-30')
      .map(({ code }) => code);
    console.log(
      `comparison   63 provinces, all criteria of PAPI 2022, in memory: ${await compareOnce(address, provinces)}, four provinces: ${await compareOnce(address, ['46', '62', '33', '08'])}`,
    );
    if (total > LIMIT_SECONDS) process.exitCode = 1;
  } finally {
    await subgraph?.stop();
    await issuer.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();

// Rows per second through the bulk door against a plain COPY of the same rows into a table with the same columns, keys and indexes, on
// the same durable PostgreSQL in the same run; and the highest memory of the service. The rows are synthetic, made for this measurement.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

const require = createRequire(import.meta.url);
const pg = require('pg');
const { from: copyFrom } = require('pg-copy-streams');
const { createTestIssuer } = require('@lientinh/identity/testing');
const { createLogger } = require('@lientinh/logger');
const { EmbeddedServer, migrate, ensureDatabase } = require('@lientinh/postgres');
const { freePort } = require('@lientinh/testkit');
const { CreatePublishingTables1795240000000 } = require('../dist/src/index.js');
const example = require('../dist/tests/support/scores-example.js');

const ROWS = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = Number(process.argv[3] ?? 2);
const MINIMUM_RATIO = 0.5;
const MEMORY_LIMIT_BYTES = 300 * 1024 * 1024;

/** Cells of a made-up index: years, 63 units, 200 criteria. */
function* syntheticCells() {
  for (let place = 0; place < ROWS; place += 1) {
    const criterion = place % 200;
    const unit = Math.floor(place / 200) % 63;
    const year = 1900 + Math.floor(place / (200 * 63));
    yield {
      year,
      unit: String(unit + 1).padStart(2, '0'),
      criterion: `${1 + Math.floor(criterion / 20)}.${criterion % 20}`,
      score: ((place * 7919) % 1_000_000) / 100_000,
    };
  }
}

async function writeFile(file, header, line) {
  const out = createWriteStream(file);
  out.write(header);
  let text = '';
  for (const cell of syntheticCells()) {
    text += line(cell);
    if (text.length < 1 << 20) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
}

async function timed(work) {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

const rate = (seconds) => `${Math.round(ROWS / seconds).toLocaleString('en-US')} rows/s (${seconds.toFixed(2)} s)`;

async function plainCopy(client, file) {
  await client.query('truncate plain_score');
  await client.query('checkpoint');
  return timed(async () => {
    await client.query('begin');
    await pipeline(
      createReadStream(file, { highWaterMark: 1 << 16 }),
      client.query(copyFrom('copy plain_score from stdin with (format csv)')),
    );
    await client.query('commit');
  });
}

async function bulkDoor(client, address, bearer, file, type, round) {
  await client.query('truncate example_score');
  await client.query('checkpoint');
  return timed(async () => {
    const response = await fetch(`${address}/publish/scores?index=PAPI`, {
      method: 'POST',
      headers: { authorization: bearer, 'content-type': type, 'idempotency-key': `bench-${type}-${round}` },
      body: createReadStream(file, { highWaterMark: 1 << 16 }),
      duplex: 'half',
    });
    const receipt = await response.json();
    if (receipt.status !== 'ACCEPTED' || receipt.acceptedRows !== ROWS)
      throw new Error(JSON.stringify(receipt).slice(0, 500));
  });
}

async function startService(server, issuer) {
  const child = fork(new URL('../dist/tests/support/bulk-process.js', import.meta.url), { stdio: 'inherit' });
  child.send({ databaseUrl: server.url('bench'), issuer: issuer.issuer, audience: issuer.audience });
  const [{ address }] = await once(child, 'message');
  return { child, address };
}

async function prepareDatabase(server) {
  await ensureDatabase(server.url('postgres'), 'bench');
  await migrate(server.url('bench'), [CreatePublishingTables1795240000000, example.CreateExampleScores1795240000001]);
  const client = new pg.Client({ connectionString: server.url('bench') });
  await client.connect();
  await client.query(
    `create table plain_score (${example.EXAMPLE_SCORE_COLUMNS}); ${example.exampleScoreIndexes('plain_score')}`,
  );
  return client;
}

async function main() {
  const folder = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'lien-tinh-bench-'));
  chmodSync(folder, 0o755);
  const server = new EmbeddedServer({
    dataDirectory: join(folder, 'postgres'),
    port: await freePort(),
    logger: createLogger({ service: 'bench', level: 'error' }),
  });
  const issuer = await createTestIssuer();
  let child;
  let client;
  try {
    await server.start();
    client = await prepareDatabase(server);
    const files = {
      plain: join(folder, 'plain.csv'),
      csv: join(folder, 'scores.csv'),
      ndjson: join(folder, 'scores.ndjson'),
    };
    await writeFile(
      files.plain,
      '',
      ({ year, unit, criterion, score }) =>
        `PAPI,${year},${unit},${criterion},PUBLISHED,${score},1,2026-01-01T00:00:00Z,infinity\n`,
    );
    await writeFile(
      files.csv,
      'year,province_code,criterion_code,score\n',
      ({ year, unit, criterion, score }) => `${year},${unit},${criterion},${score}\n`,
    );
    await writeFile(
      files.ndjson,
      '',
      ({ year, unit, criterion, score }) =>
        `{"year":${year},"province":"${unit}","criterion":"${criterion}","value":${score}}\n`,
    );
    const service = await startService(server, issuer);
    child = service.child;
    const bearer = await issuer.bearer('papi');
    console.log(
      `${ROWS.toLocaleString('en-US')} synthetic rows, ${ROUNDS} rounds, best of each; PostgreSQL with fsync, one server`,
    );
    const best = { plain: Infinity, csv: Infinity, ndjson: Infinity };
    for (let round = 1; round <= ROUNDS; round += 1) {
      best.plain = Math.min(best.plain, await plainCopy(client, files.plain));
      best.csv = Math.min(best.csv, await bulkDoor(client, service.address, bearer, files.csv, 'text/csv', round));
      best.ndjson = Math.min(
        best.ndjson,
        await bulkDoor(client, service.address, bearer, files.ndjson, 'application/x-ndjson', round),
      );
    }
    child.send('usage');
    const [{ peakBytes }] = await once(child, 'message');
    const ratio = best.plain / best.csv;
    console.log(`plain COPY          ${rate(best.plain)}`);
    console.log(`bulk door, CSV      ${rate(best.csv)}   ratio ${ratio.toFixed(2)} (at least ${MINIMUM_RATIO})`);
    console.log(`bulk door, NDJSON   ${rate(best.ndjson)}   ratio ${(best.plain / best.ndjson).toFixed(2)}`);
    console.log(
      `highest memory of the service: ${(peakBytes / 1024 / 1024).toFixed(0)} MB (below ${MEMORY_LIMIT_BYTES / 1024 / 1024})`,
    );
    if (ratio < MINIMUM_RATIO || peakBytes > MEMORY_LIMIT_BYTES) process.exitCode = 1;
  } finally {
    child?.kill('SIGKILL');
    await client?.end();
    await issuer.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();

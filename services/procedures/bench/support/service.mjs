// The service as a process of its own on its own durable PostgreSQL, and how to talk to it.
import { fork } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const pg = require('pg');
const { createTestIssuer } = require('@lientinh/identity/testing');
const { createLogger } = require('@lientinh/logger');
const { EmbeddedServer, ensureDatabase } = require('@lientinh/postgres');
const { freePort } = require('@lientinh/testkit');

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));

async function untilReady(address) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const ready = await fetch(`${address}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    await delay(100);
  }
  throw new Error('the service does not get ready');
}

/** Starts server, issuer and databases; `start(name)` starts the service on a database. */
export async function startWorkshop() {
  const folder = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'lien-tinh-bench-'));
  chmodSync(folder, 0o755);
  const server = new EmbeddedServer({
    dataDirectory: join(folder, 'postgres'),
    port: await freePort(),
    logger: createLogger({ service: 'bench', level: 'error' }),
  });
  await server.start();
  const issuer = await createTestIssuer();
  const ends = [];
  return {
    folder,
    server,
    async start(name) {
      const service = await startService(server, issuer, name);
      ends.push(service.stop);
      return service;
    },
    async stop() {
      for (const end of ends) await end();
      await issuer.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startService(server, issuer, name) {
  await ensureDatabase(server.url('postgres'), name);
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = fork(MAIN, {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...issuer.environment,
      DATABASE_URL: server.url(name),
      PORT: String(port),
      LOG_LEVEL: 'error',
    },
  });
  await untilReady(address);
  const client = new pg.Client({ connectionString: server.url(name) });
  await client.connect();
  return {
    address,
    client,
    bearer: (province) =>
      issuer.bearer('kon-tum', {
        claims: { province, publisher: `province-${province}`, client_id: `province-${province}` },
      }),
    ministry: () => issuer.bearer('ministry'),
    /** Highest resident memory so far, in MiB. */
    peakMemory: () =>
      Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024),
    async ask(query, variables, authorization) {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
        body: JSON.stringify({ query, variables }),
      });
      const answer = await response.json();
      if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors).slice(0, 500));
      return answer.data;
    },
    async upload(path, authorization, key, body) {
      const response = await fetch(`${address}/publish/${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'text/csv', 'idempotency-key': key },
        body,
        duplex: 'half',
      });
      const receipt = await response.json();
      if (receipt.status !== 'ACCEPTED') throw new Error(JSON.stringify(receipt).slice(0, 500));
      return receipt;
    },
    async stop() {
      await client.end();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Milliseconds that `work` takes, and the 95th percentile of many. */
export async function measure(times, work) {
  const taken = [];
  for (let round = 0; round < times; round += 1) {
    const start = process.hrtime.bigint();
    await work(round);
    taken.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  taken.sort((a, b) => a - b);
  return { p50: taken[Math.floor(times * 0.5)], p95: taken[Math.min(times - 1, Math.floor(times * 0.95))] };
}

// A PostgreSQL of its own, and the processes that are measured over it.
import { fork } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { prepareDatabases, READER } from './data.mjs';

const require = createRequire(import.meta.url);
const { createTestIssuer } = require('@lientinh/identity/testing');
const { createLogger } = require('@lientinh/logger');
const { EmbeddedServer } = require('@lientinh/postgres');
const { freePort } = require('@lientinh/testkit');

const MAIN = fileURLToPath(new URL('../../dist/src/main.js', import.meta.url));
const PEER = fileURLToPath(new URL('./peer.mjs', import.meta.url));
const READER_PROCESS = fileURLToPath(new URL('./reader.mjs', import.meta.url));
const LARGEST_PAGE = 1_000_000;

/** Starts everything over `rows` rows; `kept`: a folder whose data are used again and stay, null for one that goes. */
export async function startWorkshop(rows, kept) {
  const folder = kept ?? mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'lien-tinh-bench-'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const logger = createLogger({ service: 'bench', level: 'error' });
  const server = new EmbeddedServer({ dataDirectory: join(folder, 'postgres'), port: await freePort(), logger });
  await server.start();
  const children = [];
  const issuer = await createTestIssuer();
  const stop = async () => {
    for (const child of children) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    }
    await issuer.close();
    await server.stop();
    if (kept === null) rmSync(folder, { recursive: true, force: true });
  };
  const start = (script, env = {}) => {
    const child = fork(script, { stdio: 'inherit', env: { ...process.env, LOG_LEVEL: 'error', ...env } });
    children.push(child);
    return child;
  };
  try {
    const loaded = await prepareDatabases(server, rows);
    const url = new URL(server.url('procedures'));
    const connector = await startConnector(server, issuer, start);
    const peerPort = await freePort();
    start(PEER, { BENCH_URL: url.href, BENCH_PORT: String(peerPort) });
    await untilReady(`http://127.0.0.1:${peerPort}/health/ready`);
    return {
      rows: loaded,
      url: url.href,
      ...connector,
      peer: `http://127.0.0.1:${peerPort}`,
      read: reader(start(READER_PROCESS)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startConnector(server, issuer, start) {
  const readerUrl = (name) =>
    Object.assign(new URL(server.url(name)), { username: READER.name, password: READER.password }).href;
  const port = await freePort();
  const child = start(MAIN, {
    ...issuer.environment,
    DATABASE_URL: server.url('connector'),
    BI_PROCEDURES_URL: readerUrl('procedures'),
    ...Object.fromEntries(
      ['AGENCIES', 'INDICATORS', 'PLANS', 'PUBLICATIONS'].map((name) => [`BI_${name}_URL`, readerUrl('others')]),
    ),
    MAXIMUM_PAGE_SIZE: String(LARGEST_PAGE),
    PORT: String(port),
    HOST: '127.0.0.1',
  });
  const connector = `http://127.0.0.1:${port}`;
  await untilReady(`${connector}/health/ready`);
  const status = (name) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0);
  return {
    connector: `${connector}/odata/v4/DossierStatistics`,
    /** Highest resident memory of the connector so far, in MB. */
    peakMemory: () => (status('VmHWM') * 1024) / 1e6,
    /** Processor time of the connector so far, in seconds. */
    processorSeconds() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) / 100;
    },
  };
}

/** Asks the process that reads: one job after another. */
function reader(child) {
  const ended = once(child, 'exit').then(() => [{ failure: 'the reading process ended' }]);
  return async (job) => {
    child.send(job);
    const [answer] = await Promise.race([once(child, 'message'), ended]);
    if (answer.failure !== undefined) throw new Error(answer.failure);
    return answer;
  };
}

async function untilReady(address) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await delay(100);
  }
  throw new Error(`${address} does not get ready`);
}

import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedServer } from '@lientinh/postgres';
import { freePort } from './free-port';
import { silentLogger } from './silent-logger';

const VARIABLE = 'LIENTINH_TEST_POSTGRES_URL';
let running: { server: EmbeddedServer; folder: string } | undefined;

/** Address of the server that the whole test run shares. */
export function testServerUrl(): string {
  const url = process.env[VARIABLE];
  if (url === undefined) throw new Error(`no test database server: jest's globalSetup must be @lientinh/testkit's`);
  return url;
}

/**
 * One server for the run. It gives up durability for speed; tests of durability start their own. A server named in the variable
 * is used as it is.
 */
export async function startTestServer(): Promise<void> {
  if (process.env[VARIABLE] !== undefined) return;
  const folder = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'lien-tinh-test-'));
  chmodSync(folder, 0o755); // the server may run as another user
  const server = new EmbeddedServer({
    dataDirectory: join(folder, 'postgres'),
    port: await freePort(),
    logger: silentLogger,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  });
  running = { server, folder };
  // jest does not tear down when it is interrupted; the server, which the terminal's Ctrl-C does not reach, would stay for ever.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void stopTestServer().finally(() => process.exit(1)));
  await server.start();
  process.env[VARIABLE] = server.url('postgres');
}

/** Stops the run's server and removes its folder; safe to repeat. */
export async function stopTestServer(): Promise<void> {
  await running?.server.stop();
  if (running !== undefined) rmSync(running.folder, { recursive: true, force: true });
  running = undefined;
}

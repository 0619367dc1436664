import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readLocalClients } from '@lientinh/identity';
import { freePort, startProcess } from '@lientinh/testkit';

/** The local issuer as a process of its own, with real client secrets. */
export interface LocalIssuer {
  readonly issuer: string;
  secretOf(client: string): string;
  /** The value of an Authorization header with the client's id and secret. */
  basic(client: string): string;
  stop(): Promise<void>;
}

export const basicHeader = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

export async function startLocalIssuer(): Promise<LocalIssuer> {
  const folder = mkdtempSync(join(tmpdir(), 'connector-issuer-'));
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const running = await startProcess(
    require.resolve('@lientinh/identity/issuer'),
    { PORT: String(port), ISSUER_DATA_DIR: folder, LOG_LEVEL: 'error' },
    async () => (await fetch(`${issuer}/.well-known/openid-configuration`)).ok,
  );
  const clients = await readLocalClients(folder);
  const secretOf = (wanted: string): string => {
    const client = clients.find(({ id }) => id === wanted);
    if (client === undefined) throw new Error(`the local issuer has no client ${wanted}`);
    return client.secret;
  };
  return {
    issuer,
    secretOf,
    basic: (client) => basicHeader(client, secretOf(client)),
    stop: async () => {
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

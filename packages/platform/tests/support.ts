import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DEFAULT_AUDIENCE, readLocalClients, requestToken } from '@lientinh/identity';
import { silentLogger } from '@lientinh/testkit';
import { startPlatform, type Platform } from '../src';

// A whole platform starts and is filled in half a minute; on a machine ten times slower that is still no reason to fail.
jest.setTimeout(900_000);

export const root = resolve(__dirname, '../../..');

/** A folder for a platform's data that the database's system user may enter. */
export function makeDataFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'lien-tinh-platform-'));
  chmodSync(folder, 0o755);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Patience of the gateway with subgraphs, in milliseconds: no test is about it. */
const PATIENT = { SUBGRAPH_TIMEOUT_MS: '300000', MUTATION_TIMEOUT_MS: '600000' };

/** Starts the real platform: every process, on ports of its own. */
export function start(folder: string, portOffset: number): Promise<Platform> {
  const options = {
    dataFolder: folder,
    publishedData: null,
    planDocuments: null,
    portOffset,
    help: false,
    environment: { ...process.env, ...PATIENT, LOG_LEVEL: 'warn' },
  };
  return startPlatform(root, options, silentLogger, () => () => undefined);
}

/** A bearer token of one of the local clients. */
export async function tokenOf(platform: Platform, client: string): Promise<string> {
  const known = (await readLocalClients(platform.issuerFolder)).find(({ id }) => id === client);
  const { token } = await requestToken({
    issuer: platform.topology.issuer,
    client,
    secret: known?.secret ?? '',
    audience: DEFAULT_AUDIENCE,
  });
  return token;
}

export interface GraphAnswer {
  readonly data?: Record<string, never> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** One GraphQL request; rejects when the connection breaks. */
export async function ask(url: string, query: string, variables: object = {}, token?: string): Promise<GraphAnswer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(300_000),
  });
  return (await response.json()) as GraphAnswer;
}

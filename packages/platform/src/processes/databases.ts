import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ensureBiLogin } from '@lientinh/bi';
import type { Logger } from '@lientinh/logger';
import { EmbeddedServer, ensureDatabase } from '@lientinh/postgres';
import { SUBGRAPHS, type SubgraphName } from '../topology';

/** Who has a database: each subgraph, and the connector for its workbook keys. */
const OWNERS = [...SUBGRAPHS.map(({ name }) => name), 'connector'] as const;
type Owner = SubgraphName | 'connector';

/** The databases, and how to let go of what was started for them. */
export interface Databases {
  readonly urls: Readonly<Record<Owner, string>>;
  /** The subgraphs' databases once more, as the connector reads their `bi` views. */
  readonly biUrls: Readonly<Record<SubgraphName, string>>;
  /** The embedded server, unless the databases are somebody else's. */
  readonly server: EmbeddedServer | null;
  stop(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;
const variable = (name: Owner): string => `${name.toUpperCase()}_DATABASE_URL`;
const biVariable = (name: SubgraphName): string => `BI_${name.toUpperCase()}_URL`;
const BI_LOGIN = 'lientinh_connector';

/** The databases named in `*_DATABASE_URL` when all are; else those of an embedded server, made when missing. */
export async function openDatabases(
  env: Environment,
  dataFolder: string,
  port: number,
  logger: Logger,
): Promise<Databases> {
  const named = OWNERS.map((name) => [name, env[variable(name)] || undefined] as const);
  if (named.every(([, url]) => url !== undefined)) {
    const urls = Object.fromEntries(named) as Databases['urls'];
    return { urls, biUrls: await openBi(env, urls), server: null, stop: () => Promise.resolve() };
  }
  const server = new EmbeddedServer({ dataDirectory: join(dataFolder, 'postgres'), port, logger, restart: true });
  await server.start();
  try {
    for (const name of OWNERS) await ensureDatabase(server.url('postgres'), name);
    const urls = Object.fromEntries(named.map(([name, url]) => [name, url ?? server.url(name)])) as Databases['urls'];
    return { urls, biUrls: await openBi(env, urls), server, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** `BI_*_URL` where it is said; else the subgraph's own server by a login that may only read the views, with a new password each start. */
async function openBi(env: Environment, urls: Databases['urls']): Promise<Databases['biUrls']> {
  const password = randomBytes(24).toString('base64url');
  const made = new Map<string, Promise<void>>();
  const entries = SUBGRAPHS.map(async ({ name }) => {
    const said = env[biVariable(name)];
    if (said !== undefined && said !== '') return [name, said] as const;
    const url = new URL(urls[name]);
    if (!made.has(url.host)) made.set(url.host, ensureBiLogin(url.href, { name: BI_LOGIN, password, ministry: true }));
    await made.get(url.host);
    url.username = BI_LOGIN;
    url.password = password;
    return [name, url.href] as const;
  });
  return Object.fromEntries(await Promise.all(entries)) as Databases['biUrls'];
}

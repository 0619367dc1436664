import { join } from 'node:path';
import type { Logger } from '@lientinh/logger';
import { EmbeddedServer, ensureDatabase } from '@lientinh/postgres';
import { SUBGRAPHS, type SubgraphName } from '../topology';

/** The database of each subgraph, and how to let go of what was started for them. */
export interface Databases {
  readonly urls: Readonly<Record<SubgraphName, string>>;
  /** The embedded server, unless the databases are somebody else's. */
  readonly server: EmbeddedServer | null;
  stop(): Promise<void>;
}

const variable = (name: SubgraphName): string => `${name.toUpperCase()}_DATABASE_URL`;

/** The databases named in `*_DATABASE_URL` when all are; else those of an embedded server, made when missing. */
export async function openDatabases(
  env: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
  port: number,
  logger: Logger,
): Promise<Databases> {
  const named = SUBGRAPHS.map(({ name }) => [name, env[variable(name)] || undefined] as const);
  if (named.every(([, url]) => url !== undefined)) {
    return { urls: Object.fromEntries(named) as Databases['urls'], server: null, stop: () => Promise.resolve() };
  }
  const server = new EmbeddedServer({ dataDirectory: join(dataFolder, 'postgres'), port, logger, restart: true });
  await server.start();
  try {
    for (const { name } of SUBGRAPHS) await ensureDatabase(server.url('postgres'), name);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const urls = Object.fromEntries(named.map(([name, url]) => [name, url ?? server.url(name)])) as Databases['urls'];
  return { urls, server, stop: () => server.stop() };
}

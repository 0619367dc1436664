import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { Database, ensureDatabase, migrate, withDatabaseName, type Migration } from '@lientinh/postgres';
import { silentLogger } from './silent-logger';
import { testServerUrl } from './test-server';

/** A migrated database of one test file. */
export interface TestDatabase {
  readonly url: string;
  readonly database: Database;
  /** Closes the pools and drops the database. */
  destroy(): Promise<void>;
}

/**
 * A database with `migrations` applied (and `prepare` run once, for reference data): a clone of a template that the first caller of
 * the run makes.
 */
export async function createTestDatabase(
  migrations: readonly Migration[],
  prepare: { readonly name: string; readonly run: (url: string) => Promise<void> } | null = null,
): Promise<TestDatabase> {
  const server = testServerUrl();
  const template = await ensureTemplate(server, migrations, prepare);
  const name = `test_${randomBytes(6).toString('hex')}`;
  await administer(server, (client) => client.query(`create database ${name} template ${template}`));
  const url = withDatabaseName(server, name);
  const database = new Database({ url, logger: silentLogger, applicationName: 'test', poolSize: 8 });
  return {
    url,
    database,
    async destroy() {
      await database.close();
      await administer(server, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function ensureTemplate(
  server: string,
  migrations: readonly Migration[],
  prepare: { readonly name: string; readonly run: (url: string) => Promise<void> } | null,
): Promise<string> {
  const identity = [...migrations.map((migration) => migration.name), prepare?.name ?? ''].join(' ');
  const name = `template_${createHash('sha256').update(identity).digest('hex').slice(0, 12)}`;
  await administer(server, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return;
    const draft = `draft_${name}_${randomBytes(3).toString('hex')}`;
    await ensureDatabase(server, draft);
    await migrate(withDatabaseName(server, draft), migrations);
    await prepare?.run(withDatabaseName(server, draft));
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

/** The lock that a piece of work takes goes with its connection. */
async function administer(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

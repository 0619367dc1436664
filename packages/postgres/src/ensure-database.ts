import { Client, escapeIdentifier } from 'pg';

/** The address of another database on the same server. */
export function withDatabaseName(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/**
 * Makes the database of `url` unless it is there. `template` copies an existing one. The default sorts by bytes and knows UTF-8;
 * Vietnamese order is asked for where it is needed (`collate "vi-x-icu"`).
 */
export async function ensureDatabase(adminUrl: string, name: string, template = 'template0'): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount !== 0) return;
    await client.query(
      `create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)} encoding 'UTF8'`,
    );
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== '42P04') throw error; // made by another process meanwhile
  } finally {
    await client.end();
  }
}

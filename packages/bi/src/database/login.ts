import { Client } from 'pg';
import { withDatabaseName } from '@lientinh/postgres';
import { BI_MINISTRY_ROLE, BI_ROLE, ensureRolesSql } from './roles';

/** Somebody who reads the `bi` views. */
export interface BiLogin {
  readonly name: string;
  readonly password: string;
  /** Sees also what only the ministry may know. */
  readonly ministry: boolean;
}

/** Where the lock is taken: advisory locks are of one database, roles are of the whole server. Every server has this database. */
const COMMON_DATABASE = 'postgres';

/**
 * Makes a login role that reads the `bi` views and nothing else, or gives it this password; for the local platform and for tests. An
 * operator does the same by `create role … login in role lientinh_bi` (docs/bi.md). `url`: any database of the server, as a user who may
 * make roles and connect to the database `postgres`. Safe from several processes at once; all or nothing.
 */
export async function ensureBiLogin(url: string, { name, password, ministry }: BiLogin): Promise<void> {
  const client = new Client({ connectionString: withDatabaseName(url, COMMON_DATABASE) });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('bi:logins', 0))`);
    for (const sql of ensureRolesSql) await client.query(sql);
    const [role, secret] = [client.escapeIdentifier(name), client.escapeLiteral(password)];
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} login nosuperuser password ${secret}`);
    await client.query(`grant ${ministry ? `${BI_ROLE}, ${BI_MINISTRY_ROLE}` : BI_ROLE} to ${role}`);
    await client.query(`alter role ${role} set default_transaction_read_only = on`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import duckdb, { DuckDBInstance } from '@duckdb/node-api';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ensureBiLogin } from '@lientinh/bi';
import { testServerUrl } from '@lientinh/testkit';
import { READER, SmallDatabase } from './support/small-database';

const EVERYBODY = { name: 'sql_door_everybody', password: "it's a secret", ministry: false } as const;
const MINISTRY = { name: 'sql_door_ministry', password: 'another', ministry: true } as const;
const VIEWS = ['deletions', 'ledger_positions', 'measures', 'provinces', 'publications', 'quotas', 'scores'];

let small: SmallDatabase;
beforeAll(async () => {
  small = await SmallDatabase.create();
  for (const login of [EVERYBODY, MINISTRY]) await ensureBiLogin(testServerUrl(), login);
  await small.publishScores([
    { id: 'published', provinceCode: '46', value: '1.5', note: 'Huế' },
    { id: 'claimed', provinceCode: '62', value: '9.25', status: 'SELF_ASSESSED' },
  ]);
});
afterAll(() => small.destroy());

const addressOf = ({ name, password }: { readonly name: string; readonly password: string }): string => {
  const url = new URL(small.readerUrl);
  url.username = name;
  url.password = encodeURIComponent(password);
  return url.href;
};

describe('the SQL door', () => {
  let clients: Readonly<Record<'everybody' | 'ministry', Client>>;
  beforeAll(async () => {
    clients = {
      everybody: new Client({ connectionString: addressOf(EVERYBODY) }),
      ministry: new Client({ connectionString: addressOf(MINISTRY) }),
    };
    await Promise.all([clients.everybody.connect(), clients.ministry.connect()]);
  });
  afterAll(() => Promise.all([clients.everybody.end(), clients.ministry.end()]));

  it('reads every view of the schema, and finds their descriptions', async () => {
    const { rows } = await clients.everybody.query<{ name: string; comment: string | null }>(
      `select c.relname as name, obj_description(c.oid) as comment from pg_class c
       where c.relnamespace = 'bi'::regnamespace and c.relkind = 'v' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(VIEWS);
    for (const { name, comment } of rows) {
      await clients.everybody.query(`select * from bi.${name}`);
      if (name !== 'ledger_positions') expect(comment).toContain(' | ');
    }
  });

  it.each([
    `insert into bi.measures values ('X', 'Y')`,
    `update bi.scores set value = 10`,
    'delete from bi.scores',
    'create table bi.mine (a integer)',
    'create table public.mine (a integer)',
    'truncate bi.province_reference',
    'refresh materialized view bi.scores',
    `set role ${READER.name}`,
  ])('refuses to write: %s', async (sql) => {
    for (const client of Object.values(clients)) {
      await expect(client.query(sql)).rejects.toThrow();
      await client.query('set default_transaction_read_only = off');
      await expect(client.query(sql)).rejects.toThrow();
      await client.query('reset default_transaction_read_only');
    }
  });

  it.each(['score', 'ledger', 'quota', 'measure'])('does not show the table %s behind the views', async (table) => {
    for (const client of Object.values(clients))
      await expect(client.query(`select * from public.${table}`)).rejects.toMatchObject({ code: '42501' });
  });

  it('shows what provinces claim for themselves to the ministry only, whatever is set', async () => {
    const ids = async (client: Client): Promise<readonly string[]> => {
      const { rows } = await client.query<{ id: string }>('select id from bi.scores order by id');
      return rows.map(({ id }) => id);
    };
    expect(await ids(clients.ministry)).toEqual(['claimed', 'published']);
    for (const setting of ['', '62', '62,46', '%']) {
      await clients.everybody.query(`select set_config('bi.unpublished_provinces', $1, false)`, [setting]);
      expect(await ids(clients.everybody)).toEqual(['published']);
    }
    await expect(clients.everybody.query('set role lientinh_bi_ministry')).rejects.toMatchObject({ code: '42501' });
    const { rows } = await clients.everybody.query(`select * from bi.scores where search_text like '%claimed%'`);
    expect(rows).toEqual([]);
  });
});

const hasPsql = spawnSync('psql', ['--version']).status === 0;
// psql is PostgreSQL's own client; where it is not installed the tests above speak the protocol alone.
(hasPsql ? describe : describe.skip)('psql at the SQL door (when it is installed)', () => {
  const psql = (login: typeof EVERYBODY | typeof MINISTRY, ...commands: string[]) =>
    spawnSync(
      'psql',
      ['--no-psqlrc', '--csv', '--dbname', addressOf(login), ...commands.flatMap((one) => ['--command', one])],
      {
        encoding: 'utf8',
      },
    );

  it('lists and reads the views', () => {
    const listed = psql(EVERYBODY, '\\dv bi.*');
    expect([...listed.stdout.matchAll(/^bi,(\w+),view,/gm)].map(([, name]) => name)).toEqual(VIEWS);
    const read = psql(EVERYBODY, 'select id, value, note from bi.scores');
    expect([read.status, read.stdout]).toEqual([0, 'id,value,note\npublished,1.5000,Huế\n']);
    expect(psql(MINISTRY, 'select count(*) from bi.scores').stdout).toBe('count\n2\n');
  });

  it('describes the columns in both languages', () => {
    expect(psql(EVERYBODY, '\\d+ bi.provinces').status).toBe(0);
    const { stdout } = psql(EVERYBODY, `select col_description('bi.provinces'::regclass, 1)`);
    expect(stdout).toContain(' | ');
  });

  it('is refused with a wrong password', () => {
    const refused = psql({ ...EVERYBODY, password: 'wrong' } as unknown as typeof EVERYBODY, 'select 1');
    expect(refused.status).not.toBe(0);
    expect(refused.stderr).toContain('password authentication failed');
  });

  it('is refused a write with an error of PostgreSQL', () => {
    const refused = psql(MINISTRY, 'delete from bi.scores');
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('ERROR')]);
  });
});

/** Rows of a COPY in PostgreSQL's binary format (PostgreSQL documentation, COPY, "Binary Format"); it must begin and end as one. */
async function binaryRows(client: Client, select: string): Promise<number> {
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(copyTo(`copy (${select}) to stdout (format "binary")`)))
    chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  expect(bytes.subarray(0, 11).toString('latin1')).toBe('PGCOPY\n\xff\r\n\0');
  let place = 19 + bytes.readInt32BE(15);
  let rows = 0;
  for (let fields = bytes.readInt16BE(place); fields !== -1; fields = bytes.readInt16BE(place)) {
    place += 2;
    for (let field = 0; field < fields; field += 1) place += 4 + Math.max(bytes.readInt32BE(place), 0);
    rows += 1;
  }
  expect(place + 2).toBe(bytes.length);
  return rows;
}

// What DuckDB's reader does when it attaches a database and scans views in parallel (duckdb/duckdb-postgres, src/postgres_scanner.cpp and
// src/storage/postgres_table_set.cpp), said in statements of our own: the extension itself cannot be had everywhere.
describe('a reader of whole views, as DuckDB is', () => {
  let first: Client;
  let second: Client;
  beforeAll(async () => {
    [first, second] = [addressOf(EVERYBODY), addressOf(EVERYBODY)].map(
      (connectionString) => new Client({ connectionString }),
    ) as [Client, Client];
    await Promise.all([first.connect(), second.connect()]);
  });
  afterAll(() => Promise.all([first.end(), second.end()]));

  it('finds the views, their columns, types and descriptions in the catalogue', async () => {
    const { rows } = await first.query<{ view: string; column: string; type: string; described: boolean }>(
      `select c.relname as view, a.attname as column, t.typname as type, d.description is not null as described
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid join pg_type t on t.oid = a.atttypid
       left join pg_description d on d.objoid = c.oid and d.objsubid = a.attnum
       where n.nspname = 'bi' and c.relkind in ('r', 'v', 'm', 'f', 'p') and a.attnum > 0`,
    );
    const views = rows.filter(({ view }) => VIEWS.includes(view));
    expect(new Set(views.map(({ view }) => view))).toEqual(new Set(VIEWS));
    const types = ['bool', 'int4', 'int8', 'numeric', 'text', 'date', 'timestamptz'];
    expect(views.filter(({ type }) => !types.includes(type))).toEqual([]);
    expect(
      views.filter(({ view, column, described }) => view === 'scores' && column !== 'search_text' && !described),
    ).toEqual([]);
  });

  it('reads every view as a binary copy, from several connections in one snapshot', async () => {
    await first.query('begin transaction isolation level repeatable read read only');
    const { rows } = await first.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot');
    await second.query('begin transaction isolation level repeatable read read only');
    await second.query(`set transaction snapshot '${rows[0]?.snapshot ?? ''}'`);
    for (const view of VIEWS) {
      const counted = await first.query<{ count: number }>(`select count(*)::int as count from "bi"."${view}"`);
      expect([view, await binaryRows(second, `select * from "bi"."${view}"`)]).toEqual([view, counted.rows[0]?.count]);
    }
    const pushedDown = `select "id", "value" from "bi"."scores" where ("value" > 1 and "value" is not null) limit 1`;
    expect(await binaryRows(second, pushedDown)).toBe(1);
    await Promise.all([first.query('commit'), second.query('commit')]);
  });
});

const platform = `${process.platform}_${process.arch === 'x64' ? 'amd64' : process.arch}`;
const extension = join(
  homedir(),
  '.duckdb/extensions',
  duckdb.version(),
  platform,
  'postgres_scanner.duckdb_extension',
);
// DuckDB downloads its extensions when they are first wanted; a test asks for nothing that is not there.
(existsSync(extension) ? describe : describe.skip)(
  'DuckDB at the SQL door (when its postgres extension is installed)',
  () => {
    it('attaches the views and reads them', async () => {
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      await connection.run(`load '${extension}'`);
      await connection.run(
        `attach '${addressOf(EVERYBODY).replaceAll("'", "''")}' as lientinh (type postgres, read_only, schema 'bi')`,
      );
      const read = await connection.runAndReadAll('select id, value from lientinh.bi.scores');
      expect(read.getRowObjectsJson()).toEqual([{ id: 'published', value: '1.5000' }]);
      connection.closeSync();
    });
  },
);

import { z } from 'zod';
import { provinceCatalogue } from '@lientinh/datasets';
import { Database, statement } from '@lientinh/postgres';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { BI_MINISTRY_ROLE, BI_ROLE, ensureBiLogin, installBi, sharedSets, type BiInstallation } from '../src';
import { readAs, viewProblems } from '../src/testing';
import { ledgerMigrations, publishCells } from './support/test-ledger';

const OWN: BiInstallation = { views: [] };
const viewNames = statement(
  'list-views',
  z.object({ name: z.string() }),
  `select viewname as name from pg_views where schemaname = 'bi' order by viewname`,
);
const VIEWS = ['deletions', 'ledger_positions', 'provinces', 'publications'];

describe('the installation of the views', () => {
  let test: TestDatabase;
  beforeEach(async () => {
    test = await createTestDatabase(ledgerMigrations);
  });
  afterEach(() => test.destroy());

  const views = async (): Promise<string[]> => (await test.database.reader.all(viewNames)).map(({ name }) => name);

  it('writes once, and again only when the code says something else', async () => {
    expect(await installBi(test.database, OWN)).toBe('WRITTEN');
    expect(await installBi(test.database, OWN)).toBe('UNCHANGED');
    const more: BiInstallation = { views: [], before: ['create view bi.cells_inner as select name from cell'] };
    expect(await installBi(test.database, more)).toBe('WRITTEN');
    expect(await views()).toEqual(['cells_inner', ...VIEWS]);
    expect(await installBi(test.database, OWN)).toBe('WRITTEN');
    expect(await views()).toEqual(VIEWS);
  });

  it('is done by one of several processes that start at once', async () => {
    const processes = Array.from(
      { length: 4 },
      () => new Database({ url: test.url, logger: silentLogger, applicationName: 'process', poolSize: 1 }),
    );
    try {
      const outcomes = await Promise.all(processes.map((database) => installBi(database, OWN)));
      expect(outcomes.sort()).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED', 'WRITTEN']);
    } finally {
      await Promise.all(processes.map((database) => database.close()));
    }
  });

  it('works in several databases of one server at once', async () => {
    const others = await Promise.all(Array.from({ length: 3 }, () => createTestDatabase(ledgerMigrations)));
    try {
      const outcomes = await Promise.all([test, ...others].map(({ database }) => installBi(database, OWN)));
      expect(outcomes).toEqual(['WRITTEN', 'WRITTEN', 'WRITTEN', 'WRITTEN']);
    } finally {
      for (const other of others) await other.destroy();
    }
  });

  it('writes all or nothing', async () => {
    await installBi(test.database, OWN);
    const broken: BiInstallation = { views: [], before: ['create view bi.broken_inner as select nothing from cell'] };
    await expect(installBi(test.database, broken)).rejects.toThrow(/nothing/);
    expect(await views()).toEqual(VIEWS);
    expect(await installBi(test.database, OWN)).toBe('UNCHANGED');
  });

  it('makes views as the contract says', async () => {
    await installBi(test.database, OWN);
    await publishCells(test.database, 'PLAN', ['a', 'b'], '62@2004-01-01');
    await publishCells(test.database, 'PLAN', ['b']);
    expect(await viewProblems(test.database, sharedSets)).toEqual([]);
  });

  it('describes every view and column for those who look with SQL', async () => {
    await installBi(test.database, OWN);
    const undescribed = await readAs(
      test.url,
      `select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'bi'::regnamespace and c.relname = any($1) and a.attname <> 'search_text'
         and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)`,
      {},
      [sharedSets.map(({ name }) => name)],
    );
    expect(undescribed).toEqual([]);
  });
});

describe('the roles', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(ledgerMigrations);
    await installBi(test.database, OWN);
    await publishCells(test.database, 'PLAN', ['a']);
  });
  afterAll(() => test.destroy());

  it.each([BI_ROLE, BI_MINISTRY_ROLE])('%s reads every view and nothing else', async (role) => {
    for (const view of VIEWS)
      await expect(readAs(test.url, `select * from bi.${view}`, { role })).resolves.toBeDefined();
    for (const refused of [
      'select * from ledger_entry',
      'select * from cell',
      'delete from bi.province_reference',
      'create table bi.mine (a int)',
      'create table public.mine (a int)',
    ])
      await expect(readAs(test.url, refused, { role })).rejects.toThrow(/permission denied/);
  });

  it('tell who sees what is not published, and a connection can only see less', async () => {
    const sees = async (role: string, provinces: string): Promise<string[]> => {
      const sql = `select code from unnest(array['33', '62']) as code where bi.sees_unpublished(code)`;
      const settings = { 'bi.unpublished_provinces': provinces };
      return (await readAs<{ code: string }>(test.url, sql, { role, settings })).map(({ code }) => code);
    };
    expect(await sees(BI_MINISTRY_ROLE, '')).toEqual(['33', '62']);
    expect(await sees(BI_MINISTRY_ROLE, '62,46')).toEqual(['62']);
    expect(await sees(BI_ROLE, '')).toEqual([]);
    expect(await sees(BI_ROLE, '62')).toEqual([]);
  });

  it('are given to logins that only read, with the password given last', async () => {
    const name = 'bi_login_of_a_test';
    const as = (password: string): string => {
      const url = new URL(test.url);
      [url.username, url.password] = [name, password];
      return url.href;
    };
    try {
      await ensureBiLogin(test.url, { name, password: 'first', ministry: false });
      expect(await readAs(as('first'), `select bi.sees_unpublished('62') as sees`)).toEqual([{ sees: 'f' }]);
      await ensureBiLogin(test.url, { name, password: `it's "second"`, ministry: true });
      expect(await readAs(as(`it's "second"`), `select bi.sees_unpublished('62') as sees`)).toEqual([{ sees: 't' }]);
      await expect(readAs(as('first'), 'select 1')).rejects.toThrow(/password authentication failed/);
      await expect(readAs(as(`it's "second"`), 'create temp table mine (a int)')).rejects.toThrow(/read-only/);
      await expect(readAs(as(`it's "second"`), 'select * from cell')).rejects.toThrow(/permission denied/);
    } finally {
      await readAs(test.url, `drop role if exists ${name}; commit; begin`);
    }
  });

  it('are given to one login by several processes at once, over several databases', async () => {
    const name = 'bi_login_of_many';
    const other = await createTestDatabase(ledgerMigrations);
    try {
      const urls = Array.from({ length: 12 }, (_, place) => (place % 2 === 0 ? test.url : other.url));
      await Promise.all(urls.map((url) => ensureBiLogin(url, { name, password: 'one', ministry: true })));
      const reader = new URL(test.url);
      [reader.username, reader.password] = [name, 'one'];
      expect(await readAs(reader.href, `select bi.sees_unpublished('62') as sees`)).toEqual([{ sees: 't' }]);
    } finally {
      await other.destroy();
      await readAs(test.url, `drop role if exists ${name}; commit; begin`);
    }
  });

  it.each([BI_ROLE, BI_MINISTRY_ROLE])('let %s make no temporary table, also when it asks to write', async (role) => {
    await expect(
      readAs(test.url, 'set transaction read write; create temporary table mine (a int)', { role }),
    ).rejects.toThrow(/permission denied to create temporary tables/);
  });

  it('leave temporary tables to the service, also where everybody had them again', async () => {
    const everybody = `select has_database_privilege('public', current_database(), 'TEMPORARY') as may`;
    await readAs(
      test.url,
      `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$; commit; begin`,
    );
    expect(await readAs(test.url, everybody)).toEqual([{ may: 't' }]);
    expect(await installBi(test.database, OWN)).toBe('UNCHANGED');
    expect(await readAs(test.url, everybody)).toEqual([{ may: 'f' }]);
    expect(
      await readAs(
        test.url,
        `select exists (select from pg_database, aclexplode(datacl) where datname = current_database()
           and grantee = current_user::regrole and privilege_type = 'TEMPORARY') as may`,
      ),
    ).toEqual([{ may: 't' }]);
    await expect(publishCells(test.database, 'PLAN', ['b'])).resolves.toBeDefined();
  });
});

describe('the provinces', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(ledgerMigrations);
    await installBi(test.database, OWN);
  });
  afterAll(() => test.destroy());

  interface Unit {
    readonly id: string;
    readonly successor_id: string | null;
    readonly current_id: string;
    readonly current_name_vi: string;
    readonly in_force: string;
    readonly search_text: string;
  }
  const unit = async (id: string): Promise<Unit | undefined> =>
    (await readAs<Unit>(test.url, 'select * from bi.provinces where id = $1', {}, [id]))[0];

  it('are those of the catalogue, with the unit that each went into and the one of today', async () => {
    const rows = await readAs<Unit>(test.url, 'select * from bi.provinces');
    const { all, lineage } = provinceCatalogue();
    expect(rows.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
    for (const row of rows) {
      const next = lineage.filter(({ predecessorId }) => predecessorId === row.id);
      expect([row.successor_id].flatMap((id) => id ?? [])).toEqual(next.map(({ successorId }) => successorId));
      expect(rows.find(({ id }) => id === row.current_id)).toMatchObject({ in_force: 't' });
      const follows = row.successor_id === null ? row.id : rows.find(({ id }) => id === row.successor_id)?.current_id;
      expect(row.current_id).toBe(follows);
    }
  });

  it('lead from Kon Tum to Quảng Ngãi and from Hà Tây through Hà Nội, and are found without diacritics', async () => {
    const konTum = await unit('62@2004-01-01');
    expect(konTum).toMatchObject({ current_name_vi: 'Quảng Ngãi', in_force: 'f' });
    expect(konTum?.search_text.split(' ')).toEqual(expect.arrayContaining(['kon', 'tum', '62']));
    expect(await unit('28@2004-01-01')).toMatchObject({ successor_id: '01@2008-08-01', current_name_vi: 'Hà Nội' });
  });

  it('are found by code and day', async () => {
    const on = async (code: string, day: string): Promise<string | null | undefined> =>
      (await readAs<{ id: string | null }>(test.url, 'select bi.province_id_at($1, $2) as id', {}, [code, day]))[0]?.id;
    for (const { id, code, validFrom, validTo } of provinceCatalogue().all) {
      expect(await on(code, validFrom)).toBe(id);
      if (validTo !== null) expect(await on(code, validTo)).toBe(id);
    }
    expect(await on('62', '2025-07-01')).toBeNull();
  });
});

import { ensureBiLogin, installBi, publications } from '@lientinh/bi';
import { silentLogger, createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import { parseQueryOptions, parseResourcePath, splitQueryString } from '../../src/query';
import { planResource } from '../../src/plan';
import type { PageRequest, RowScope, RowsPlan } from '../../src/plan';
import { PostgresBiSource, type ReadSettings } from '../../src/source';
import { facts, goals, planModel, units } from './plan-contract';

const READER = { password: 'reader', ministry: true } as const;

export const EVERYTHING: RowScope = { provinceCode: null, datasets: null, unpublished: 'NONE' };
export const WHOLE: PageRequest = { size: null, after: null, changedSince: null };
export const NOW: ReadSettings = { unpublished: 'NONE', asOf: new Map() };

const TABLES = `
  create table unit (id text primary key, name text collate "vi-x-icu" not null, size integer, parent_id text);
  create table fact (id text primary key, unit_id text, year integer not null, level integer, total bigint, value numeric(12,4),
    name text collate "vi-x-icu", code text, flag boolean, day date, happened_at timestamptz, province_code text,
    recorded_at timestamptz not null default '2026-01-01 00:00:00+00');
  create index fact_paging on fact (year, id);
  create table goal (name text, year integer, recorded_at timestamptz not null, primary key (name, year));
  create table ended (entity_key text, province_code text, deleted_at timestamptz, publication_id text);`;

/** A database with the sets of the test contract over plain tables, and the source that reads it. */
export interface PlanDatabase {
  readonly database: TestDatabase;
  readonly source: PostgresBiSource;
  /** Address of the database for the login of the source. */
  readonly readerUrl: string;
  execute(sql: string, values?: readonly unknown[]): Promise<void>;
  destroy(): Promise<void>;
}

/** Makes the database and installs the views. */
export async function createPlanDatabase(): Promise<PlanDatabase> {
  const database = await createTestDatabase([]);
  const execute = async (sql: string, values: readonly unknown[] = []): Promise<void> => {
    await database.database.write('test', async (writer) => {
      if (values.length === 0) await writer.connection.query(sql);
      else await writer.connection.query(sql, [...values]);
    });
  };
  await execute(TABLES);
  await installBi(database.database, {
    ledgerPositionsSql: `select 'SCORES'::text as dataset, 3::bigint as sequence, timestamptz '2026-02-03 04:05:06.123456+00' as recorded_at, 'x'::text as hash`,
    publications: {
      set: publications,
      sql: `select ${publications.columns.map(({ name, type }) => `null::${type === 'INSTANT' ? 'timestamptz' : type === 'BIGINT' ? 'bigint' : type === 'INTEGER' ? 'integer' : 'text'} as ${name}`).join(', ')} where false`,
    },
    views: [
      { set: units, sql: 'select id, name, size, parent_id from unit' },
      {
        set: facts,
        sql: `select f.*, bi.fold_text(concat_ws(' ', f.name, f.code)) as search_text from fact f where bi.as_of('SCORES') > f.recorded_at`,
        deletionsSql: 'select * from ended',
      },
      { set: goals, sql: 'select name, year, recorded_at from goal', deletionsSql: 'select * from ended where false' },
    ],
  });
  // Logins belong to the whole server, where other test files run too: each database has its own.
  const name = `plan_reader_${new URL(database.url).pathname.slice(1)}`;
  await ensureBiLogin(database.url, { ...READER, name });
  const url = new URL(database.url);
  url.username = name;
  url.password = READER.password;
  const source = new PostgresBiSource({
    urls: { agencies: url.href, indicators: url.href, plans: url.href, procedures: url.href, publications: url.href },
    poolSize: 4,
    statementTimeoutMs: 60_000,
    connectTimeoutMs: 10_000,
    logger: silentLogger,
  });
  return {
    database,
    source,
    readerUrl: url.href,
    execute,
    async destroy() {
      await source.close();
      await database.destroy();
    },
  };
}

/** The plan of an address as a client writes it, not percent-encoded: `Facts?$filter=Year eq 2020`. */
export function planOf(
  address: string,
  scope: RowScope = EVERYTHING,
  page: PageRequest = WHOLE,
  model = planModel,
): RowsPlan {
  const [path = '', query = ''] = address.split(/\?(.*)/s);
  const options = parseQueryOptions(splitQueryString(encodeURI(query).replaceAll('+', '%2B')));
  return planResource(model, parseResourcePath(encodeURI(path)), options, scope, page);
}

export type Field = string | null;
/** Every row of a statement. */
export async function readAll(
  source: PostgresBiSource,
  { owner, rows }: Pick<RowsPlan, 'owner' | 'rows'>,
  settings: ReadSettings = NOW,
): Promise<readonly (readonly Field[])[]> {
  const all: (readonly Field[])[] = [];
  for await (const batch of await source.rows(owner, rows, settings)) all.push(...batch);
  return all;
}

/** The rows of a plan as objects, hidden fields too. */
export async function readObjects(source: PostgresBiSource, plan: RowsPlan): Promise<readonly Record<string, Field>[]> {
  const rows = await readAll(source, plan);
  return rows.map((row) => Object.fromEntries(plan.columns.map(({ name }, place) => [name, row[place] ?? null])));
}

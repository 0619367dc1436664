import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { ensureBiLogin, installBi, publications, type BiColumn, type BiInstallation } from '@lientinh/bi';
import { withDatabaseName } from '@lientinh/postgres';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import { measures, quotas, scores } from './small-contract';

/** The login of the connector in tests: reads the views in both roles, and nothing else. */
export const READER = { name: 'connector_reader', password: 'reader' } as const;

const TABLES = `
  create table ledger (dataset text not null, sequence bigint not null, recorded_at timestamptz not null, id text not null,
    primary key (dataset, sequence));
  create table measure (code text primary key, name_vi text collate "vi-x-icu" not null);
  create table score (
    id text collate "C" not null, measure_code text collate "C" not null, province_id text, province_code text, year integer not null,
    value numeric(9,4), answers bigint, final boolean not null, decided_on date, note text collate "vi-x-icu", status text not null,
    publication_id text not null, recorded_from timestamptz not null, recorded_to timestamptz not null default 'infinity',
    primary key (id, recorded_from));
  create table quota (
    name text collate "C" not null, year integer not null, amount numeric(20,2) not null,
    recorded_from timestamptz not null, recorded_to timestamptz not null default 'infinity',
    primary key (name, year, recorded_from));
  insert into measure values ('PAPI', 'Hiệu quả quản trị'), ('PCI', 'Năng lực cạnh tranh');`;

const current = (dataset: string): string =>
  `f.recorded_from <= (select bi.as_of('${dataset}')) and f.recorded_to > (select bi.as_of('${dataset}'))`;
const ended = (dataset: string, table: string, key: string, entityKey: string, code: string): string => `
  select ${entityKey} as entity_key, ${code} as province_code, max(f.recorded_to) as deleted_at, null::text as publication_id
  from ${table} f where f.recorded_to <= (select bi.as_of('${dataset}'))
    and not exists (select 1 from ${table} n where ${key} and n.recorded_from <= (select bi.as_of('${dataset}'))
      and n.recorded_to > (select bi.as_of('${dataset}')))
  group by 1, 2`;

/** Columns of a publication: those that the tests' ledger has, and something of the right type for the others. */
const LEDGER_COLUMNS: Readonly<Record<string, string>> = {
  id: 'l.id',
  dataset: 'l.dataset',
  received_at: 'l.recorded_at',
  ledger_sequence: 'l.sequence',
  recorded_at: 'l.recorded_at',
};
const SOMETHING: Readonly<Record<BiColumn['type'], string>> = {
  TEXT: `'test'::text`,
  BOOLEAN: 'true',
  INTEGER: '1::integer',
  BIGINT: '1::bigint',
  DECIMAL: '1::numeric',
  DATE: `date '2024-01-01'`,
  INSTANT: 'l.recorded_at',
};
const publicationColumn = ({ name, type, nullable }: BiColumn): string =>
  `${LEDGER_COLUMNS[name] ?? (nullable ? `nullif(${SOMETHING[type]}, ${SOMETHING[type]})` : SOMETHING[type])} as ${name}`;

const INSTALLATION: BiInstallation = {
  ledgerPositionsSql: `select distinct on (dataset) dataset, sequence, recorded_at, md5(id) as hash from ledger order by dataset, sequence desc`,
  publications: {
    set: publications,
    sql: `select ${publications.columns.map(publicationColumn).join(', ')} from ledger l where l.recorded_at <= (select bi.as_of(l.dataset))`,
  },
  views: [
    { set: measures, sql: 'select code, name_vi from measure' },
    {
      set: scores,
      sql: `select f.id, f.measure_code, f.province_id, f.province_code, f.year, f.value, f.answers, f.final, f.decided_on, f.note,
        f.status, f.publication_id, f.recorded_from as recorded_at, bi.fold_text(concat_ws(' ', f.note collate "C", f.id)) as search_text
        from score f where ${current('SCORES')} and (f.status <> 'SELF_ASSESSED' or bi.sees_unpublished(f.province_code))`,
      deletionsSql: ended(
        'SCORES',
        'score',
        'n.id = f.id',
        `'''' || replace(f.id, '''', '''''') || ''''`,
        'f.province_code',
      ),
    },
    {
      set: quotas,
      sql: `select f.name, f.year, f.amount, f.recorded_from as recorded_at from quota f where ${current('PLAN')}`,
      deletionsSql: ended(
        'PLAN',
        'quota',
        'n.name = f.name and n.year = f.year',
        `'Name=''' || replace(f.name, '''', '''''') || ''',Year=' || f.year`,
        'null::text',
      ),
    },
  ],
};

/** A row of `Scores`; what is absent is null, or as below. */
export interface ScoreRow {
  readonly id: string;
  readonly measureCode?: string;
  readonly provinceId?: string;
  readonly provinceCode?: string;
  readonly year?: number;
  readonly value?: string | null;
  readonly answers?: string | null;
  readonly final?: boolean;
  readonly decidedOn?: string | null;
  readonly note?: string | null;
  readonly status?: 'PUBLISHED' | 'SELF_ASSESSED';
}
export interface QuotaRow {
  readonly name: string;
  readonly year: number;
  readonly amount: string;
}

/** The small contract in one real database, with a ledger that can be written to between two requests. */
export class SmallDatabase {
  private constructor(
    private readonly database: TestDatabase,
    private readonly client: Client,
    /** postgres:// address by which the connector reads. */
    readonly readerUrl: string,
  ) {}

  static async create(): Promise<SmallDatabase> {
    const database = await createTestDatabase([], {
      name: 'connector-small-contract-1',
      run: async (url) => {
        const client = new Client({ connectionString: url });
        await client.connect();
        await client.query(TABLES);
        await client.end();
      },
    });
    await installBi(database.database, INSTALLATION);
    await ensureBiLogin(database.url, { ...READER, ministry: true });
    const client = new Client({ connectionString: database.url });
    client.on('error', () => undefined);
    await client.connect();
    const reader = new URL(withDatabaseName(database.url, new URL(database.url).pathname.slice(1)));
    reader.username = READER.name;
    reader.password = READER.password;
    return new SmallDatabase(database, client, reader.href);
  }

  /** Publishes scores: those with an id that is there already are replaced. */
  async publishScores(rows: readonly ScoreRow[]): Promise<void> {
    await this.publish('SCORES', 'score', 'id', rows.map(scoreRecord));
  }

  /** Publishes quotas: those with a key that is there already are replaced. */
  async publishQuotas(rows: readonly QuotaRow[]): Promise<void> {
    await this.publish('PLAN', 'quota', 'name, year', rows);
  }

  /** Ends scores without others in their place. */
  async retractScores(ids: readonly string[]): Promise<void> {
    await this.entry('SCORES', (at) =>
      this.client.query(`update score set recorded_to = $1 where id = any ($2) and recorded_to = 'infinity'`, [
        at,
        ids,
      ]),
    );
  }

  async retractQuotas(names: readonly string[]): Promise<void> {
    await this.entry('PLAN', (at) =>
      this.client.query(`update quota set recorded_to = $1 where name = any ($2) and recorded_to = 'infinity'`, [
        at,
        names,
      ]),
    );
  }

  /** Anything else: a lock, a setting. */
  async query(sql: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
    return (await this.client.query<Record<string, unknown>>(sql, [...values])).rows;
  }

  async destroy(): Promise<void> {
    await this.client.end();
    await this.database.destroy();
  }

  private async publish(dataset: string, table: string, key: string, rows: readonly object[]): Promise<void> {
    await this.entry(dataset, async (at, id) => {
      const records = JSON.stringify(
        rows.map((row) => ({ ...row, publication_id: id, recorded_from: at, recorded_to: 'infinity' })),
      );
      const given = `select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
      await this.client.query(
        `update ${table} set recorded_to = $2 where recorded_to = 'infinity' and (${key}) in (select ${key} from (${given}) r)`,
        [records, at],
      );
      await this.client.query(`insert into ${table} ${given}`, [records]);
    });
  }

  /** One entry of a ledger, later than every entry before. */
  private async entry(dataset: string, write: (at: string, id: string) => Promise<unknown>): Promise<void> {
    const id = randomUUID();
    await this.client.query('begin');
    const { rows } = await this.client.query<{ at: string }>(
      `insert into ledger select $1, coalesce(max(sequence), 0) + 1,
         greatest(clock_timestamp(), max(recorded_at) + interval '1 microsecond'), $2 from ledger where dataset = $1
       returning to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US+00') as at`,
      [dataset, id],
    );
    await write(rows[0]?.at ?? '', id);
    await this.client.query('commit');
  }
}

const scoreRecord = (row: ScoreRow): Record<string, unknown> => ({
  id: row.id,
  measure_code: row.measureCode ?? 'PAPI',
  province_id: row.provinceId ?? null,
  province_code: row.provinceCode ?? null,
  year: row.year ?? 2024,
  value: row.value ?? null,
  answers: row.answers ?? null,
  final: row.final ?? true,
  decided_on: row.decidedOn ?? null,
  note: row.note ?? null,
  status: row.status ?? 'PUBLISHED',
});

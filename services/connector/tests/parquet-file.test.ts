import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import type { OutputColumn } from '../src/plan/plan';
import { parquetFormat } from '../src/respond/parquet/parquet-format';
import { rowGroupRows } from '../src/respond/parquet/write-parquet';
import { answerOf, type AnswerParts, bytesOf, type Row, selecting, setNamed } from './support/table-answers';

const comparisons = setNamed('Comparisons');
const SELECT = selecting('ProvinceCode', 'ProvinceNameVi', 'Year', 'Value', 'IsMethodologyBreak', 'RecordedAt');
const ROW = {
  ProvinceCode: '08',
  ProvinceNameVi: 'Tuyên Quang',
  Year: '2018',
  Value: '5.6345200000000000000000000000001',
  IsMethodologyBreak: 'f',
  RecordedAt: '2026-03-04 17:30:15.250123+00',
};
const computed = (name: string, type: OutputColumn['type']): OutputColumn => ({
  name,
  type,
  role: 'COMPUTED',
  property: null,
});
const leftovers = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('lientinh-parquet-'));
const newLeftovers = (before: readonly string[]): string[] => leftovers().filter((name) => !before.includes(name));

describe('a file of Parquet', () => {
  let folder: string;
  let path: string;
  let written = 0;
  let duck: DuckDBConnection;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'connector-parquet-test-'));
    duck = await (await DuckDBInstance.create(':memory:')).connect();
  });
  afterAll(() => {
    duck.closeSync();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = async (parts: Partial<AnswerParts> & Pick<AnswerParts, 'rows'>): Promise<void> => {
    const answer = answerOf({ set: comparisons, format: parquetFormat, ...parts });
    path = join(folder, `${(written += 1)}.parquet`); // DuckDB remembers what it read under a path
    writeFileSync(path, await bytesOf(await parquetFormat.respond(answer)));
  };
  const query = async (sql: string) => (await duck.runAndReadAll(sql.replace('FILE', `'${path}'`))).getRowObjectsJson();

  it('has typed columns under the names of the properties, with every digit and microsecond', async () => {
    await write({ options: { select: SELECT }, rows: [ROW, {}] });
    expect(await query('select column_name as name, column_type as type from (describe select * from FILE)')).toEqual([
      { name: 'ProvinceCode', type: 'VARCHAR' },
      { name: 'ProvinceNameVi', type: 'VARCHAR' },
      { name: 'Year', type: 'INTEGER' },
      { name: 'Value', type: 'DECIMAL(38,31)' },
      { name: 'IsMethodologyBreak', type: 'BOOLEAN' },
      { name: 'RecordedAt', type: 'TIMESTAMP WITH TIME ZONE' },
    ]);
    const rows = await query('select * replace (epoch_us("RecordedAt") as "RecordedAt") from FILE');
    const instant = Date.parse('2026-03-04T17:30:15Z') * 1000 + 250_123;
    expect(rows).toEqual([
      { ...ROW, Year: 2018, IsMethodologyBreak: false, RecordedAt: String(instant) },
      {
        ProvinceCode: null,
        ProvinceNameVi: null,
        Year: null,
        Value: null,
        IsMethodologyBreak: null,
        RecordedAt: null,
      },
    ]);
  });

  it('says in its footer what was asked, when, at which positions, and what the columns mean', async () => {
    await write({ options: { select: SELECT }, rows: [ROW] });
    const entries = await query('select decode(key) as key, decode(value) as value from parquet_kv_metadata(FILE)');
    const metadata = new Map(entries.map(({ key, value }) => [key, value as string]));
    expect(metadata.get('lientinh:address')).toBe(
      "https://lientinh.example.vn/odata/v4/Comparisons?$filter=NameVi eq 'Huế'",
    );
    expect(metadata.get('lientinh:answered_at')).toBe('2026-03-04T05:06:07.890Z');
    expect(JSON.parse(metadata.get('lientinh:ledger_positions') ?? '')).toEqual([
      { dataset: 'SCORES', sequence: 41, recordedAt: '2026-03-01 02:03:04.123456+00' },
    ]);
    expect(JSON.parse(metadata.get('lientinh:columns') ?? '')).toContainEqual(
      expect.objectContaining({ name: 'ProvinceNameVi', label: expect.objectContaining({ vi: 'Tên tỉnh' }) }),
    );
    expect(metadata.get('lientinh:rights')).toContain('self-assessed');
  });

  it('is packed with zstd', async () => {
    await write({ options: { select: SELECT }, rows: [ROW] });
    expect(await query('select distinct compression from parquet_metadata(FILE)')).toEqual([{ compression: 'ZSTD' }]);
  });

  it('gives back every text, every missing value and the order of the rows', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }).filter((one) => !/\0|\p{Cs}/u.test(one)),
      fc.constantFrom('', ' ', '"', '""', ',', '\n', '\r\n', '\\N', 'NULL', '"\n"', 'a\nb', '.', '=1'),
    );
    const field = fc.option(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(field, field), { maxLength: 60 }), async (pairs) => {
        const rows = pairs.map(([a, b]) => ({ a, b }));
        await write({ columns: [computed('a', 'Edm.String'), computed('b', 'JSON')], rows });
        expect(await query('select a, b from FILE')).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('gives back long tables of texts with line breaks, which reach over every buffer', async () => {
    const rows = Array.from({ length: 60_000 }, (_, number) => ({
      a: `${'x"\n,'.repeat(60 + (number % 7))}${number}`,
      b: String(number),
    }));
    await write({ columns: [computed('a', 'Edm.String'), computed('b', 'Edm.Int32')], rows });
    const [told] =
      await query(`select count(*)::integer as rows, bool_and(a = concat(repeat('x"' || chr(10) || ',', 60 + b % 7), b)) as same,
      bool_and(b = file_row_number) as ordered from read_parquet(FILE, file_row_number = true)`);
    expect(told).toEqual({ rows: 60_000, same: true, ordered: true });
  });

  it('gives back a row of several megabytes', async () => {
    const long = 'Tỉnh "Kon Tum"\n'.repeat(200_000);
    await write({ columns: [computed('a', 'JSON')], rows: [{ a: 'x' }, { a: long }, { a: 'y' }] });
    expect((await query('select a from FILE')).map(({ a }) => a === long || a)).toEqual(['x', true, 'y']);
  });

  it('keeps a column that is missing everywhere, and a table without rows', async () => {
    await write({
      columns: [computed('n', 'Edm.Double')],
      rows: [{ n: null }, { n: '1.5' }, { n: 'NaN' }, { n: null }],
    });
    expect(await query('select n from FILE')).toEqual([{ n: null }, { n: 1.5 }, { n: 'NaN' }, { n: null }]);
    await write({ columns: [computed('n', 'Edm.Int64')], rows: [] });
    expect(await query('select count(*) as rows from FILE')).toEqual([{ rows: '0' }]);
  });

  it('carries names in Vietnamese and names that only quoting makes safe', async () => {
    const names = ['Tên_tỉnh', `a"b'c`, 'select'];
    const row = Object.fromEntries(names.map((name) => [name, 'x']));
    await write({ columns: names.map((name) => computed(name, 'Edm.String')), rows: [row] });
    expect(await query('select * from FILE')).toEqual([row]);
  });

  it('is refused before its first byte when a value has another type, and leaves nothing behind', async () => {
    const before = leftovers();
    const answer = answerOf({
      set: comparisons,
      format: parquetFormat,
      columns: [computed('n', 'Edm.Int32')],
      rows: [{ n: 'not a number' }],
    });
    await expect(parquetFormat.respond(answer)).rejects.toMatchObject({ code: 'ODATA_FILE_VALUE_UNFIT', status: 500 });
    expect(newLeftovers(before)).toEqual([]);
  });

  it('gives up and gives the source back when nobody waits any more', async () => {
    const before = leftovers();
    const stopping = new AbortController();
    const endless = async function* (): AsyncGenerator<readonly Row[]> {
      for (let batch = 0; ; batch += 1) {
        if (batch === 20) stopping.abort();
        await Promise.resolve();
        yield Array.from({ length: 500 }, () => ['08', 'Tuyên Quang', '2018', '1', 'f', null]);
      }
    };
    const answer = answerOf({
      set: comparisons,
      format: parquetFormat,
      options: { select: SELECT },
      rows: [],
      extra: { rows: endless(), signal: stopping.signal },
    });
    await expect(parquetFormat.respond(answer)).rejects.toThrow('aborted');
    expect(newLeftovers(before)).toEqual([]);
  });

  it('removes its temporary file when the stream closes early', async () => {
    const before = leftovers();
    const stream = await parquetFormat.respond(
      answerOf({ set: comparisons, format: parquetFormat, options: { select: SELECT }, rows: [ROW] }),
    );
    const made = newLeftovers(before);
    stream.destroy();
    await once(stream, 'close');
    while (made.some((name) => existsSync(join(tmpdir(), name))))
      await new Promise((resolve) => setTimeout(resolve, 5));
    expect(made).toHaveLength(1);
  });
});

describe('the row groups of a file', () => {
  it('have some megabytes each, in whole vectors, however long the rows are', () => {
    expect(rowGroupRows({ rows: 0, characters: 0 })).toBe(2048);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 3, max: 100_000 }), (rows, width) => {
        const group = rowGroupRows({ rows, characters: rows * width });
        expect(group % 2048).toBe(0);
        expect(group).toBeGreaterThanOrEqual(2048);
        expect(group === 2048 || group * width <= 6_000_000).toBe(true);
      }),
    );
  });
});

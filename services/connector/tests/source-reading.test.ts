import { setTimeout as delay } from 'node:timers/promises';
import { PostgresBiSource } from '../src/source';
import { CopyRowReader } from '../src/source/copy-rows';
import { withOwnConnection } from '../src/source/own-connection';
import { silentLogger } from '@lientinh/testkit';
import { Pool } from 'pg';
import fc from 'fast-check';
import { createPlanDatabase, NOW, planOf, readAll, readObjects, type PlanDatabase } from './support/plan-database';

let base: PlanDatabase;
beforeAll(async () => {
  base = await createPlanDatabase();
});
afterAll(() => base.destroy());

const statement = (text: string, ...parameters: string[]) => ({ text, parameters });
const rowsOf = (text: string, ...parameters: string[]) =>
  readAll(base.source, { owner: 'indicators', rows: statement(text, ...parameters) });
describe('CopyRowReader', () => {
  const escape = (field: string | null): string =>
    field === null
      ? '\\N'
      : field.replace(
          /[\\\b\f\n\r\t\v]/g,
          (sign) => `\\${{ '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't', '\v': 'v' }[sign] ?? sign}`,
        );

  it('reads what COPY writes, wherever the chunks end', () => {
    const field = fc.option(
      fc.oneof(
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
        fc.constantFrom('\\N', '\\', 'N', '\t', '\n', 'Đà\\\\'),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 3 }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (rows, size) => {
          const bytes = Buffer.from(rows.map((row) => `${row.map(escape).join('\t')}\n`).join(''));
          const reader = new CopyRowReader();
          const read: (readonly (string | null)[])[] = [];
          for (let from = 0; from < bytes.length; from += size)
            read.push(...reader.read(bytes.subarray(from, from + size)));
          expect(read).toEqual(rows);
        },
      ),
    );
  });
});

it('CopyRowReader refuses a row that is longer than a row may be, whatever its chunks', () => {
  const reader = new CopyRowReader(100);
  expect(reader.read(Buffer.from(`${'a'.repeat(90)}\n${'b'.repeat(60)}`))).toHaveLength(1);
  expect(() => reader.read(Buffer.alloc(60, 98))).toThrow(expect.objectContaining({ code: 'ODATA_ANSWER_TOO_LARGE' }));
});

describe('the source', () => {
  it('gives back every text that a parameter can have', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.includes('\0')),
        async (text) => {
          expect(
            await rowsOf(`select (select current_setting('bi.p1')), null, (select current_setting('bi.p1'))`, text),
          ).toEqual([[text, null, text]]);
          expect(await base.source.value('plans', statement(`select current_setting('bi.p1')`, text), NOW)).toBe(text);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads in batches, as a role that may only read the views, in UTC', async () => {
    const sizes: number[] = [];
    for await (const batch of await base.source.rows(
      'plans',
      statement('select i, i + 1 from generate_series(1, 50000) i'),
      NOW,
    ))
      sizes.push(batch.length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(50_000);
    expect(sizes.length).toBeGreaterThan(1);
    const settings = `current_user, current_setting('timezone'), current_setting('jit'), current_setting('transaction_read_only')`;
    expect(await rowsOf(`select ${settings}`)).toEqual([['lientinh_bi', 'UTC', 'off', 'on']]);
    await expect(rowsOf('select * from fact')).rejects.toMatchObject({ code: '42501' });
  });

  it('shows unpublished rows to whom they may be shown, and to nobody by an empty list', async () => {
    const sees = statement(`select bi.sees_unpublished('01') || ' ' || bi.sees_unpublished('02')`);
    const seen = (unpublished: 'NONE' | 'EVERY_PROVINCE' | readonly string[]) =>
      base.source.value('plans', sees, { ...NOW, unpublished });
    expect(await seen('NONE')).toBe('false false');
    expect(await seen('EVERY_PROVINCE')).toBe('true true');
    expect(await seen(['02', '03'])).toBe('false true');
    expect(await seen([])).toBe('false false');
    expect(await seen('NONE')).toBe('false false');
  });

  it('reads each data set at its own instant', async () => {
    const sees = statement(`select bi.as_of('SCORES')::text || ' ' || bi.as_of('PLAN')::text`);
    const asOf = new Map([['SCORES', '2026-02-03 04:05:06.123456+00']] as const);
    expect(await base.source.value('plans', sees, { ...NOW, asOf })).toBe(
      '2026-02-03 04:05:06.123456+00 9999-12-31 00:00:00+00',
    );
    expect(await base.source.positions('indicators')).toEqual([
      { dataset: 'SCORES', sequence: 3, recordedAt: '2026-02-03 04:05:06.123456+00' },
    ]);
  });

  it('gives CSV as PostgreSQL writes it', async () => {
    const chunks: Buffer[] = [];
    const csv = await base.source.csv('plans', statement(`select 'a"b,c', null, 'Đà', 1.50`), NOW);
    for await (const chunk of csv) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('"a""b,c",,Đà,1.50\r\n');
  });

  it('stops a statement whose reader goes away, before or amid its rows, and keeps its connections', async () => {
    const endless = statement(
      'select a, repeat(md5(b::text), 20) from generate_series(1, 20001) a, generate_series(1, 20001) b',
    );
    for (let turn = 0; turn < 6; turn += 1) {
      const iterator = (await base.source.rows('plans', endless, NOW))[Symbol.asyncIterator]();
      if (turn % 2 === 0) await iterator.next();
      await iterator.return?.(undefined);
    }
    const csv = await base.source.csv('plans', endless, NOW);
    csv.destroy();
    await until(async () => (await active('generate_series(1, 20001)')) === 0);
    expect(await rowsOf('select 1')).toEqual([['1']]);
  });

  it('stops a statement that nobody waits for, before its first row and amid its rows, and one that waits for its turn', async () => {
    const url = base.readerUrl;
    const source = new PostgresBiSource({
      urls: { agencies: url, indicators: url, plans: url, procedures: url, publications: url },
      poolSize: 1,
      statementTimeoutMs: 60_000,
      connectTimeoutMs: 30_000,
      logger: silentLogger,
    });
    const sleeping = statement('select pg_sleep(55.5)');
    const endless = statement(
      'select a, repeat(md5(b::text), 20) from generate_series(1, 20003) a, generate_series(1, 20003) b',
    );
    const gone = new Error('gone');
    const [first, second, third] = [new AbortController(), new AbortController(), new AbortController()];
    const waiting = source.rows('plans', sleeping, { ...NOW, signal: first.signal });
    const behind = source.value('plans', sleeping, { ...NOW, signal: second.signal });
    await until(async () => (await active('pg_sleep(55.5)')) === 1);
    second.abort(gone);
    first.abort(gone);
    await expect(waiting).rejects.toBe(gone);
    await expect(behind).rejects.toBe(gone);
    const iterator = (await source.rows('plans', endless, { ...NOW, signal: third.signal }))[Symbol.asyncIterator]();
    await iterator.next();
    third.abort(gone);
    const reading = (async () => {
      for (;;) if ((await iterator.next()).done === true) return;
    })();
    await expect(reading).rejects.toBe(gone);
    await until(async () => (await active('pg_sleep(55.5)')) + (await active('generate_series(1, 20003)')) === 0);
    await expect(source.rows('plans', sleeping, { ...NOW, signal: third.signal })).rejects.toBe(gone);
    expect(await source.value('plans', statement('select 1'), NOW)).toBe('1');
    await source.close();
  });

  it('is asked whether it is there while every connection is taken', async () => {
    const url = base.readerUrl;
    const source = new PostgresBiSource({
      urls: {
        agencies: url,
        indicators: url,
        plans: url,
        procedures: url,
        publications: 'postgres://nobody:x@127.0.0.1:1/none',
      },
      poolSize: 1,
      statementTimeoutMs: 60_000,
      connectTimeoutMs: 30_000,
      logger: silentLogger,
    });
    const stop = new AbortController();
    const waiting = source.rows('plans', statement('select pg_sleep(55.6)'), { ...NOW, signal: stop.signal });
    await until(async () => (await active('pg_sleep(55.6)')) === 1);
    await expect(source.ping('plans')).resolves.toBeUndefined();
    await expect(source.ping('publications')).rejects.toThrow(/ECONNREFUSED/);
    stop.abort();
    await expect(waiting).rejects.toThrow();
    await source.close();
  });

  it('outlives the loss of a connection that it made to stop a statement', async () => {
    const pool = new Pool({ connectionString: base.readerUrl });
    const lost = withOwnConnection(pool, async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const ended = new Promise((resolve) => client.once('end', resolve));
      await base.execute(`select pg_terminate_backend($1)`, [rows[0]?.pid]);
      await ended;
      await client.query('select 1');
    });
    await expect(lost).rejects.toThrow(/not queryable|terminat/);
    await pool.end();
  });

  it('reads no faster than its reader', async () => {
    const iterator = (
      await base.source.rows(
        'plans',
        statement(`select 1, repeat('x', 1000) from generate_series(1, 1000) a, generate_series(1, 1000) b`),
        NOW,
      )
    )[Symbol.asyncIterator]();
    await iterator.next();
    const before = process.memoryUsage();
    await delay(300);
    const after = process.memoryUsage();
    await iterator.return?.(undefined);
    expect(after.external + after.arrayBuffers - before.external - before.arrayBuffers).toBeLessThan(20_000_000);
  });

  it('says with a code what went wrong, before the first row', async () => {
    const failing = (text: string) => base.source.rows('plans', statement(text), NOW);

    await expect(failing('select 1 / 0')).rejects.toMatchObject({ code: 'ODATA_DIVISION_BY_ZERO', status: 400 });
    await expect(failing(`select 99999999999::integer`)).rejects.toMatchObject({
      code: 'ODATA_VALUE_NOT_POSSIBLE',
      status: 400,
    });
    const long = await failing(`select repeat('x', 65 * 1024 * 1024)`);
    const reading = async (): Promise<void> => {
      for await (const batch of long) expect(batch).toEqual([]);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'ODATA_ANSWER_TOO_LARGE', status: 400 });
    await expect(failing('select nonsense')).rejects.toMatchObject({ code: '42703' });
    await expect(failing('select 1 from bi.not_yet')).rejects.toMatchObject({
      code: 'SOURCE_UNAVAILABLE',
      status: 503,
    });
    expect(await readObjects(base.source, planOf('Units'))).toEqual([]);
  });

  it('forbids joins by loops where a statement says so, and only there', async () => {
    const asked = statement(`select current_setting('enable_nestloop')`);
    expect(await base.source.value('plans', { ...asked, withoutLoops: true }, NOW)).toBe('off');
    expect(await base.source.value('plans', asked, NOW)).toBe('on');
  });

  it('stops what takes too long', async () => {
    const url = base.readerUrl;
    const source = new PostgresBiSource({
      urls: { agencies: url, indicators: url, plans: url, procedures: url, publications: url },
      poolSize: 1,
      statementTimeoutMs: 2_000,
      connectTimeoutMs: 30_000,
      logger: silentLogger,
    });
    const tooLong = source.rows('plans', statement('select pg_sleep(60)'), NOW);
    await expect(tooLong).rejects.toMatchObject({ code: 'SOURCE_TIMEOUT', status: 503 });
    expect(await source.value('plans', statement('select 1'), NOW)).toBe('1');
    await source.close();
  });

  it('says so when the database is not there, or goes away', async () => {
    const url = 'postgres://nobody:x@127.0.0.1:1/none';
    const source = new PostgresBiSource({
      urls: { agencies: url, indicators: url, plans: url, procedures: url, publications: url },
      poolSize: 1,
      statementTimeoutMs: 1_000,
      connectTimeoutMs: 30_000,
      logger: silentLogger,
    });
    await expect(source.positions('plans')).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE', status: 503 });
    await source.close();
    const iterator = (
      await base.source.rows(
        'plans',
        statement(`select 1, repeat('y', 1000) from generate_series(1, 20002) i, generate_series(1, 20002)`),
        NOW,
      )
    )[Symbol.asyncIterator]();
    await iterator.next();
    await base.execute(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like '%repeat(''y''%' and pid <> pg_backend_pid()`,
    );
    const reading = (async () => {
      for (;;) if ((await iterator.next()).done === true) return;
    })();
    await expect(reading).rejects.toMatchObject({ code: 'SOURCE_UNAVAILABLE' });
    expect(await rowsOf('select 1')).toEqual([['1']]);
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    if (await holds()) return;
    await delay(100);
  }
  throw new Error('it does not come to hold');
}

/** How many other connections run such a statement. */
async function active(text: string): Promise<number> {
  return base.database.database.write('look', async ({ connection }) => {
    const { rows } = await connection.query<{ count: number }>(
      `select count(*)::integer as count from pg_stat_activity where strpos(query, $1) > 0 and state = 'active' and pid <> pg_backend_pid()`,
      [text],
    );
    return rows[0]?.count ?? 0;
  });
}

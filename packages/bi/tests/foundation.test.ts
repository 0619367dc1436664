import fc from 'fast-check';
import { foldName } from '@lientinh/agency-names';
import { provinceCatalogue } from '@lientinh/datasets';
import { findPublications } from '@lientinh/publishing';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import { installBi } from '../src';
import { readAs } from '../src/testing';
import { ledgerMigrations, publishCells, retractCells } from './support/test-ledger';

const LETTERS = [...Array.from(`aăâđeêioôơuưyẠắỆữ ĐK-&'’.,/()0159«»“”ủỷ`), '̣', '̀', '  ', 'Sở TT&TT', "H'Drai"];

describe('the functions of the views', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(ledgerMigrations);
    await installBi(test.database, { views: [] });
  });
  afterAll(() => test.destroy());

  it('fold texts as GraphQL folds what it searches', async () => {
    const generated = fc.sample(
      fc.array(fc.constantFrom(...LETTERS)).map((parts) => parts.join('')),
      { numRuns: 500, seed: 7 },
    );
    const texts = [
      ...generated,
      ...provinceCatalogue().aliases.map(({ alias }) => alias),
      'Uỷ ban',
      'ĐẮK LẮK – Đăk Nông',
    ];
    const sql =
      'select bi.fold_text(text) as folded from unnest($1::text[]) with ordinality as t(text, place) order by place';
    const rows = await readAs<{ folded: string }>(test.url, sql, {}, [texts]);
    expect(rows.map(({ folded }) => folded)).toEqual(texts.map(foldName));
  });

  it('read a data set at its own instant, else at the one for all, else at the end of time', async () => {
    const at = async (settings: Record<string, string>): Promise<unknown> =>
      (await readAs(test.url, `select bi.as_of('PLAN') as plan, bi.as_of('SCORES') as scores`, { settings }))[0];
    const [one, other] = ['2026-01-02 03:04:05.000006+00', '2026-02-01 00:00:00+00'];
    const end = '9999-12-31 00:00:00+00';
    expect(await at({})).toEqual({ plan: end, scores: end });
    expect(await at({ 'bi.as_of': one })).toEqual({ plan: one, scores: one });
    expect(await at({ 'bi.as_of': one, 'bi.as_of_plan': other })).toEqual({ plan: other, scores: one });
    expect(await at({ 'bi.as_of': '', 'bi.as_of_scores': other })).toEqual({ plan: end, scores: other });
  });
});

interface Listed {
  readonly id: string;
  readonly status: string;
  readonly current_rows: string;
  readonly supersedes_id: string | null;
  readonly retracted_at: string | null;
  readonly recorded_at: string;
}
/** What the platform said of all publications when the last of them had been written. */
interface Moment {
  readonly at: string;
  readonly said: readonly (readonly [id: string, status: string, currentRows: number, supersedes: string | null])[];
}

describe('the publications', () => {
  let test: TestDatabase;
  const moments: Moment[] = [];
  beforeAll(async () => {
    test = await createTestDatabase(ledgerMigrations);
    await installBi(test.database, { views: [] });
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    const steps = fc.sample(
      fc.record({ names, retracts: fc.option(fc.nat()), dataset: fc.constantFrom('PLAN' as const, 'SCORES' as const) }),
      { numRuns: 60, seed: 11 },
    );
    const standing: { id: string; dataset: 'PLAN' | 'SCORES' }[] = [];
    const ids: string[] = [];
    const publishOne = async (dataset: 'PLAN' | 'SCORES', cells: readonly string[]): Promise<string> => {
      const { id, recordedAt } = await publishCells(test.database, dataset, cells, '62@2004-01-01');
      ids.push(id);
      standing.push({ id, dataset });
      return recordedAt;
    };
    for (const { names: cells, retracts, dataset } of steps) {
      const [target] = retracts === null ? [] : standing.splice(retracts % Math.max(1, standing.length), 1);
      const at =
        target === undefined
          ? await publishOne(dataset, cells)
          : await retractCells(test.database, target.dataset, target.id);
      moments.push({ at, said: await said(ids) });
    }
  });
  afterAll(() => test.destroy());

  const said = async (ids: readonly string[]): Promise<Moment['said']> => {
    const records = await findPublications(test.database.reader, ids);
    return [...records.values()].map(({ publication, retractedAt, currentRows, supersedes }) => {
      const status = retractedAt !== null ? 'RETRACTED' : currentRows === 0 ? 'SUPERSEDED' : 'ACCEPTED';
      return [publication, status, currentRows, supersedes.at(-1) ?? null] as const;
    });
  };
  const listed = (at: string): Promise<readonly Listed[]> =>
    readAs<Listed>(test.url, 'select * from bi.publications', { settings: { 'bi.as_of': at } });

  it('are at every past instant what the platform then said of them', async () => {
    const statuses = new Set<string>();
    for (const { at, said: then } of moments) {
      const rows = (await listed(at)).map((row) => [row.id, row.status, Number(row.current_rows), row.supersedes_id]);
      expect(rows.sort()).toEqual([...then].map((one) => [...one]).sort());
      then.forEach(([, status]) => statuses.add(status));
    }
    expect([...statuses].sort()).toEqual(['ACCEPTED', 'RETRACTED', 'SUPERSEDED']);
  });

  it('say since when each reads as it does: it changed at that instant and not since', async () => {
    const shown = (row: Listed): object => ({ ...row, recorded_at: null });
    const last = moments.at(-1)?.at ?? '';
    for (const row of await listed(last)) {
      const then = (await listed(row.recorded_at)).find(({ id }) => id === row.id);
      expect(then).toEqual(row);
      const earlier = await readAs<Listed>(
        test.url,
        `select * from bi.publications where id = $1`,
        { settings: { 'bi.as_of': await justBefore(row.recorded_at) } },
        [row.id],
      );
      expect(earlier.map(shown)).not.toContainEqual(shown(row));
    }
  });

  const justBefore = async (instant: string): Promise<string> =>
    (
      await readAs<{ at: string }>(test.url, `select ($1::timestamptz - interval '1 microsecond') as at`, {}, [instant])
    )[0]?.at ?? '';

  it('have a position for each ledger, the last entry of it', async () => {
    const rows = await readAs<{ dataset: string; recorded_at: string }>(
      test.url,
      'select * from bi.ledger_positions order by dataset',
    );
    expect(rows.map(({ dataset }) => dataset)).toEqual(['PLAN', 'SCORES']);
    const last = new Date(moments.at(-1)?.at ?? '').getTime();
    expect(Math.max(...rows.map(({ recorded_at: at }) => new Date(at).getTime()))).toBe(last);
  });
});

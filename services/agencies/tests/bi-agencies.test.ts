import fc from 'fast-check';
import { z } from 'zod';
import { agenciesSet, agenciesSets, sharedSets } from '@lientinh/bi';
import { readAs, viewProblems } from '@lientinh/bi/testing';
import { agencyDirectoryEntries } from '@lientinh/datasets';
import type { LocalClientId } from '@lientinh/identity';
import { statement } from '@lientinh/postgres';
import { AgenciesHarness } from './agencies-harness';
import { comparableRow, expectedAgencies, type TextRow } from './bi-expected';

const KEYS = ['a', 'b', 'c', 'd'];
const agency = fc.record({
  key: fc.constantFrom(...KEYS),
  name: fc.constantFrom('Sở Nội vụ', 'Ủy ban nhân dân', 'Văn phòng'),
  nameEn: fc.constantFrom('Office', null),
  abbreviation: fc.constantFrom('SNV', null),
  aliases: fc.subarray(['Sở NV', "Sở 'Nội' vụ"]),
  kind: fc.constantFrom('DEPARTMENT', 'OFFICE'),
  parentKey: fc.constantFrom('a', 'b', null),
  validFrom: fc.constantFrom('2005-01-01', '2025-07-01', null),
  validTo: fc.constantFrom('2025-06-30', '2026-01-01', null),
  successorKeys: fc.subarray(['c', 'd']),
});
type AgencyRow = typeof agency extends fc.Arbitrary<infer Value> ? Value : never;

const step = fc.record({
  retracts: fc.option(fc.nat(), { freq: 2 }),
  publisher: fc.constantFrom<readonly [string, LocalClientId, string | null]>(
    ['62/', 'kon-tum', '62'],
    ['33/', 'hung-yen', '33'],
    ['central/', 'ministry', null],
  ),
  agencies: fc.uniqueArray(agency, { selector: ({ key }) => key, minLength: 1 }),
});

/** Parents are `a` and `b`; who takes over is in the same publication; no agency ends before it begins. */
function consistent({ key, parentKey, successorKeys, validFrom, validTo }: AgencyRow, keys: readonly string[]): object {
  return {
    parentKey: key === 'a' || key === 'b' ? null : parentKey,
    successorKeys: successorKeys.filter((successor) => successor !== key && keys.includes(successor)),
    validFrom: validFrom !== null && validTo !== null && validTo < validFrom ? null : validFrom,
  };
}

interface Moment {
  readonly at: string;
  readonly said: readonly TextRow[];
}

/** Publishes and retracts at random, the same for the same seed; after each step what GraphQL says. */
async function writeHistory(harness: AgenciesHarness): Promise<Moment[]> {
  const standing: { id: string; as: LocalClientId }[] = [];
  const moments: Moment[] = [];
  for (const [place, { retracts, publisher, agencies }] of fc.sample(step, { numRuns: 45, seed: 3 }).entries()) {
    const [target] = retracts === null ? [] : standing.splice(retracts % Math.max(1, standing.length), 1);
    const [, as, province] = publisher;
    const level = province === null ? 'CENTRAL' : 'PROVINCIAL';
    const keys = agencies.map(({ key }) => key);
    const rows = agencies.map((one) => ({ ...one, level, ...consistent(one, keys) }));
    if (target !== undefined) await harness.retract(target.as, target.id);
    else {
      const { data } = await harness.publish(as, { idempotencyKey: `k${place}`, province, agencies: rows });
      const id = data?.publishAgencies.publication?.id;
      if (id !== undefined) standing.push({ id, as });
    }
    const [position] = await readAs<{ recorded_at: string }>(harness.databaseUrl, 'select * from bi.ledger_positions');
    if (position !== undefined) moments.push({ at: position.recorded_at, said: await expectedAgencies(harness) });
  }
  return moments.filter(({ at }, place) => at !== moments[place - 1]?.at);
}

describe('the BI view of agencies over a history of publications and retractions', () => {
  let harness: AgenciesHarness;
  let moments: Moment[];
  beforeAll(async () => {
    harness = await AgenciesHarness.start();
    moments = await writeHistory(harness);
  });
  afterAll(() => harness.stop());

  const rowsAt = (at: string | null, condition = 'true', set = 'agencies'): Promise<readonly TextRow[]> =>
    readAs<Record<string, string | null>>(
      harness.databaseUrl,
      `select * from bi.${set} v where ${condition} order by 1`,
      { role: 'lientinh_bi', settings: at === null ? {} : { 'bi.as_of_agencies': at } },
    );

  it('is as the contract says', async () => {
    expect(await viewProblems(harness.database, [...agenciesSets, ...sharedSets])).toEqual([]);
  });

  it('gave every field of every row as GraphQL did, at each of many instants', async () => {
    let compared = 0;
    for (const { at, said } of moments) {
      const published = new Set(said.map(({ id }) => id ?? ''));
      expect((await rowsAt(at)).map((row) => comparableRow(row, published))).toEqual(said);
      compared += said.length;
    }
    expect(compared).toBeGreaterThan(150);
    expect((await rowsAt(null)).map(({ id }) => id)).toEqual(moments.at(-1)?.said.map(({ id }) => id));
  });

  it('says since when each row, and that of the agency it belongs to, reads as it does', async () => {
    const shown = (rows: readonly TextRow[], id: string | null): unknown[] => {
      const row = rows.find((one) => one['id'] === id);
      const parent = rows.find((one) => one['id'] === row?.['parent_id']);
      return [{ ...row, recorded_at: null }, parent?.['publication_id'], parent?.['recorded_at']];
    };
    for (const row of await rowsAt(null)) {
      const [at, id] = [row['recorded_at'] ?? '', row['id'] ?? null];
      const then = await rowsAt(at);
      expect(then).toContainEqual(row);
      const before = moments.filter((moment) => moment.at < at).at(-1);
      if (before !== undefined) expect(shown(await rowsAt(before.at), id)).not.toEqual(shown(then, id));
    }
  });

  it('lets a copy follow by what changed and what was deleted since any instant', async () => {
    const snapshots = new Map<string, readonly TextRow[]>();
    for (const { at } of moments) snapshots.set(at, await rowsAt(at));
    const hops = moments.flatMap(({ at: from }, place) =>
      [place + 1, place + 3, moments.length - 1].map((next) => [from, moments[next]?.at] as const),
    );
    let deletedRows = 0;
    for (const [from, to] of hops) {
      if (to === undefined || to <= from) continue;
      const copy = new Map(snapshots.get(from)?.map((row) => [row['id'], row]));
      const gone = await rowsAt(to, `entity_set = 'Agencies' and deleted_at > '${from}'`, 'deletions');
      for (const { entity_key: key } of gone) deletedRows += copy.delete((key ?? '').replaceAll("'", '')) ? 1 : 0;
      for (const row of await rowsAt(to, `recorded_at > '${from}'`)) copy.set(row['id'], row);
      const sorted = [...copy.values()].sort((a, b) => ((a['id'] ?? '') < (b['id'] ?? '') ? -1 : 1));
      expect(sorted).toEqual(snapshots.get(to));
    }
    expect(deletedRows).toBeGreaterThan(0);
  });
});

describe('the BI view of the whole directory', () => {
  let harness: AgenciesHarness;
  beforeAll(async () => {
    harness = await AgenciesHarness.start();
    await harness.publishDirectory();
  });
  afterAll(() => harness.stop());

  const read = (sql: string, values: readonly unknown[] = []): Promise<readonly TextRow[]> =>
    readAs<Record<string, string | null>>(harness.databaseUrl, sql, { role: 'lientinh_bi' }, values);

  it('gives every agency as GraphQL gives it', async () => {
    const said = await expectedAgencies(harness);
    const published = new Set(said.map(({ id }) => id ?? ''));
    const rows = await read('select * from bi.agencies order by id');
    expect(rows.map((row) => comparableRow(row, published))).toEqual(said);
    expect(rows).toHaveLength(agencyDirectoryEntries().length);
    expect(await viewProblems(harness.database, [...agenciesSets, ...sharedSets])).toEqual([]);
  });

  it.each([
    ['62', {}],
    ['46', { kind: 'DEPARTMENT' }],
    ['08', { level: 'DISTRICT' }],
  ])('gives for province %s and %j what GraphQL finds', async (province, more: { kind?: string; level?: string }) => {
    const said = await expectedAgencies(harness, { province, ...more });
    const rows = await read(
      `select id from bi.agencies where province_code = $1 and ($2::text is null or kind = $2) and ($3::text is null or level = $3) order by id`,
      [province, more.kind ?? null, more.level ?? null],
    );
    expect(rows.map(({ id }) => id)).toEqual(said.map(({ id }) => id));
  });

  it('is searched as GraphQL searches, province included', async () => {
    const sql = `select id from bi.agencies where (select bool_and(search_text like '%' || word || '%')
      from unnest(string_to_array(bi.fold_text($1), ' ')) word) order by id`;
    for (const words of ['Sở TT&TT', 'so noi vu kon tum', 'SỞ KHOA HỌC']) {
      const found = (await read(sql, [words])).map(({ id }) => id);
      const said = (await expectedAgencies(harness, { search: words })).map(({ id }) => id);
      expect(found).toEqual(expect.arrayContaining(said));
      expect(said.length).toBeGreaterThan(0);
    }
  });

  it('pages by the index of ids and finds children by the index of parents', async () => {
    const fill = `insert into agency (province_code, key, name, aliases, kind, level, parent_id, successor_ids, publication, recorded_from, recorded_to)
      select '62', 'x-' || n, 'Sở', '{}', 'DEPARTMENT', 'PROVINCIAL', '62/p-' || n % 2000, '{}', 3, '2026-01-01', 'infinity' from generate_series(1, 20000) n`;
    for (const sql of [fill, 'analyze agency'])
      await harness.database.write('fill', (writer) => writer.run(statement('fill', z.unknown(), sql)));
    const planOf = async (sql: string): Promise<string> =>
      (await read(`explain ${sql}`)).map((row) => row['QUERY PLAN']).join('\n');
    const page = await planOf(`select * from bi.agencies where id > '62/x' order by id limit 100`);
    expect(page).toMatch(/Index Scan using agency_bi_id/);
    expect(page).not.toMatch(/Sort Key: \(\(\(a\.province_code/);
    expect(await planOf(`select * from bi.agencies where id = '62/x-7'`)).toMatch(/agency_bi_id/);
    expect(await planOf(`select * from bi.agencies where parent_id = '62/p-7'`)).toMatch(/agency_bi_parent/);
    expect(agenciesSet.key).toEqual(['id']);
  });
});

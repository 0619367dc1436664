import { indicatorsSets, installBi, wideCriteria, wideSetName, type BiSet } from '@lientinh/bi';
import { factPublications, frameworkCatalogue, fullFilePublications, provinceCatalogue } from '@lientinh/datasets';
import type { LocalClientId } from '@lientinh/identity';
import { contentHash } from '@lientinh/publishing';
import { describeWithShared, sharedFolder } from '@lientinh/testkit';
import { indicatorsBi } from '../src/bi';
import { IndicatorsHarness } from './indicators-harness';
import {
  comparedByGraphql,
  comparedByView,
  rankedByGraphql,
  rankedByView,
  statedByGraphql,
  statedByView,
  type Sheet,
} from './support/bi-expected';
import { biRows, numberOf } from './support/bi-rows';

const INDICES = frameworkCatalogue().indices.map(({ code }) => code);

/** Columns by which rows are narrowed that are read together, for each navigation to such. */
const togetherOf = ({ name, navigations }: BiSet) =>
  navigations.flatMap((navigation) =>
    (navigation.together?.narrowedBy ?? []).map(
      ({ from, to }) => [from, navigation.name, name, navigation, to] as const,
    ),
  );

jest.setTimeout(900_000);

describeWithShared('the BI views of whole files and of what third sources report beside them', () => {
  let subgraph: IndicatorsHarness;
  let years: ReadonlyMap<string, readonly number[]>;
  beforeAll(async () => {
    subgraph = await IndicatorsHarness.start();
    await installBi(subgraph.database, indicatorsBi());
    for (const { publisher, ...file } of fullFilePublications(sharedFolder('data', 'published'))) {
      const input = { idempotencyKey: contentHash({ index: file.index, year: file.year }), ...file };
      await subgraph.accepted(publisher as LocalClientId, input);
    }
    for (const { publisher, index, year, status, coverage, source, scores } of factPublications()) {
      const fact = { index, year, status, coverage, source, scores };
      const idempotencyKey = contentHash({ ...fact.source, year, index });
      await subgraph.accepted(publisher as LocalClientId, { idempotencyKey, standing: 'REPORTED', ...fact });
    }
    const { indices } = await subgraph.data<{ indices: readonly { code: string; years: readonly number[] }[] }>(
      '{ indices { code years } }',
    );
    years = new Map(indices.map(({ code, years: known }) => [code, known]));
    await subgraph.database.write('analyze', ({ connection }) => connection.query('analyze'));
  });
  afterAll(() => subgraph.stop());

  const sheets = (index: string): readonly Sheet[] => (years.get(index) ?? []).map((year) => ({ index, year }));
  /** The latest year and every fourth before it. */
  const someSheets = (index: string): readonly Sheet[] =>
    [...sheets(index)].reverse().filter((_, place) => place % 4 === 0);

  it.each(INDICES)('give every cell of every year of %s as comparison does', async (index) => {
    let cells = 0;
    for (const sheet of sheets(index)) {
      const expected = await comparedByGraphql(subgraph, sheet);
      expect(await comparedByView(subgraph, sheet)).toEqual(expected);
      cells += expected.size;
    }
    expect(cells).toBeGreaterThan(100);
  });

  it.each(INDICES)('give every value that counts of some years of %s as Province.scores does', async (index) => {
    let values = 0;
    for (const sheet of someSheets(index)) {
      const expected = await rankedByGraphql(subgraph, sheet);
      expect(await rankedByView(subgraph, sheet)).toEqual(expected);
      values += expected.size;
    }
    expect(values).toBeGreaterThan(0);
  });

  it.each(INDICES)(
    'give everything stated of %s in some years as scores does, and mark what counts in all',
    async (index) => {
      const chosen = someSheets(index).map(({ year }) => year);
      const expected = await statedByGraphql(subgraph, index, {}, chosen);
      expect(await statedByView(subgraph, index, {}, chosen)).toEqual(expected);
      const counted = await biRows(subgraph.database, 'select id from bi.scores where index_code = $1 and is_counted', [
        index,
      ]);
      const used = await biRows(
        subgraph.database,
        `select score_id as id from bi.rankings where index_code = $1 and publication_id is not null`,
        [index],
      );
      const ids = (rows: typeof counted): readonly (string | null | undefined)[] => rows.map(({ id }) => id).sort();
      expect(ids(counted)).toEqual(ids(used));
      expect(counted.length).toBeGreaterThan(0);
    },
  );

  it.each(INDICES)('put the figures of %s side by side in a row for each province and year', async (index) => {
    const columns = [
      { code: 'TOTAL', value: 'total', rank: 'total_rank' },
      ...wideCriteria(index).map(({ code, column }) => ({ code, value: column, rank: `${column}_rank` })),
    ];
    const long = await biRows(
      subgraph.database,
      `select year, province_id, criterion_code, value, rank, is_comparable_with_year_before as comparable from bi.comparisons
       where index_code = $1 and criterion_depth <= 1`,
      [index],
    );
    const wide = await biRows(subgraph.database, `select * from bi.${wideSetName(index)}`);
    const cells = new Map(long.map((row) => [`${row['year']} ${row['province_id']} ${row['criterion_code']}`, row]));
    expect(wide).toHaveLength(new Set(long.map((row) => `${row['year']} ${row['province_id']}`)).size);
    for (const row of wide) {
      const found = columns.map(({ code }) => cells.get(`${row['year']} ${row['province_id']} ${code}`));
      expect(columns.map(({ value, rank }) => [row[value] ?? null, row[rank] ?? null])).toEqual(
        found.map((cell) => [cell?.['value'] ?? null, cell?.['rank'] ?? null]),
      );
      const comparable = found.every((cell) => cell === undefined || cell['comparable'] === 't');
      expect(row['is_comparable_with_year_before']).toBe(comparable ? 't' : 'f');
    }
  });

  it('mark the years of series into which no line may be drawn', async () => {
    const unit = provinceCatalogue().find('62', '2018-06-30');
    for (const index of INDICES) {
      const rows = await biRows(
        subgraph.database,
        `select criterion_code, year, value, rank, ranked_among, is_methodology_break, status, missing from bi.comparisons
         where index_code = $1 and province_id = $2`,
        [index, unit?.id],
      );
      for (const code of new Set(rows.map((row) => row['criterion_code'] ?? ''))) {
        const points = await pointsOf(index, code);
        for (const row of rows.filter((other) => other['criterion_code'] === code))
          expect(points.get(Number(row['year']))).toEqual({
            year: Number(row['year']),
            value: numberOf(row['value']),
            rank: numberOf(row['rank']),
            rankedAmong: numberOf(row['ranked_among']),
            methodologyBreak: row['is_methodology_break'] === 't',
            status: row['status'],
            missing: row['missing'],
          });
      }
    }
  });

  async function pointsOf(index: string, criterion: string): Promise<ReadonlyMap<number, unknown>> {
    const { series } = await subgraph.data<{ series: readonly { points: readonly { year: number }[] }[] }>(
      `query ($index: ID!, $criterion: ID!) { series(index: $index, criterion: $criterion, provinces: ["62"], to: 2025) {
        points { year value rank rankedAmong methodologyBreak status missing } } }`,
      { index, criterion },
    );
    return new Map(series[0]?.points.map((point) => [point.year, point]));
  }

  it('hold the digits that the contract promises, and no two rows of a key', async () => {
    const [row] = await biRows(
      subgraph.database,
      `select count(*) as rows, count(distinct (index_code, year, criterion_code, province_id)) as keys,
         max(greatest(scale(value), scale(change), scale(gap_to_best), scale(national_median), scale(national_best))) as scale
       from bi.comparisons`,
    );
    expect(row?.['rows']).toBe(row?.['keys']);
    expect(Number(row?.['scale'])).toBeGreaterThan(5);
    expect(Number(row?.['scale'])).toBeLessThanOrEqual(31);
  });

  it.each(indicatorsSets.flatMap(togetherOf))(
    'have the same %s in a row and in its %s, so that these can be narrowed by it',
    async (from, _, set, navigation, to) => {
      const equal = navigation.on.map((pair) => `a.${pair.from} = b.${pair.to}`).join(' and ');
      const [row] = await biRows(
        subgraph.database,
        `select count(*) as pairs, count(*) filter (where a.${from} is distinct from b.${to}) as different
         from bi.${set} a join bi.${navigation.target} b on ${equal}`,
      );
      expect(Number(row?.['pairs'])).toBeGreaterThan(1000);
      expect(row?.['different']).toBe('0');
    },
  );

  const planOf = async (sql: string): Promise<string> => {
    const rows = await biRows(subgraph.database, `explain ${sql}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('work out only the rows of a page of scores: they are ordered and cut before', async () => {
    const plan = await planOf(`select * from bi.scores
      where (province_id, index_code, year, criterion_code, status, source_key) > ('33@2004-01-01', 'PAPI', 2015, '1', '', '')
      order by province_id, index_code, year, criterion_code, status, source_key limit 500`);
    const [above = '', below = ''] = plan.split(
      /(?:Incremental )?Sort {2}\(|Index Scan using score_pkey on score s\b/,
      2,
    );
    expect(above).toMatch(/^Limit/);
    expect(above).not.toContain('Join');
    expect(below).toContain('score s');
  });

  it.each(['rankings', 'comparisons'])(
    'read only the scores of a year, and of the year before, for a year of %s',
    async (set) => {
      const plan = await planOf(`select * from bi.${set} where index_code = 'PAPI' and year = 2018`);
      expect(plan).not.toContain('Seq Scan on score');
      expect(plan).toMatch(/Index Scan (using|on) score_(history|year_after)/);
    },
  );
});

import { contentHash } from '@lientinh/publishing';
import { factPublications, fullFilePublications, provinceCatalogue } from '@lientinh/datasets';
import type { LocalClientId } from '@lientinh/identity';
import { describeWithShared, sharedFolder } from '@lientinh/testkit';
import { IndicatorsHarness } from './indicators-harness';

interface Cell {
  readonly value: number | null;
  readonly rank: number | null;
  readonly rankedAmong: number | null;
  readonly status: string | null;
  readonly missing: string | null;
  readonly change: number | null;
}
interface Table {
  readonly comparison: {
    readonly provinces: readonly { readonly id: string }[];
    readonly rows: readonly {
      readonly criterion: { readonly code: string };
      readonly cells: readonly Cell[];
      readonly nationalCount: number;
    }[];
    readonly notes: readonly { readonly kind: string; readonly criterion: { readonly code: string } | null }[];
  };
}

const TABLE = `query ($index: ID!, $year: Int!, $provinces: [ID!]!, $depth: Int) {
  comparison(index: $index, year: $year, provinces: $provinces, depth: $depth) {
    provinces { id }
    rows { criterion { code } nationalCount cells { value rank rankedAmong status missing change source { url } otherValues { id publication { id } } } }
    notes { kind criterion { code } text(language: EN) }
  } }`;

describeWithShared('whole files published as their publishers would', () => {
  let subgraph: IndicatorsHarness;
  let accepted = 0;
  beforeAll(async () => {
    subgraph = await IndicatorsHarness.start();
    for (const { publisher, ...publication } of fullFilePublications(sharedFolder('data', 'published'))) {
      const input = {
        idempotencyKey: contentHash({ index: publication.index, year: publication.year }),
        ...publication,
      };
      accepted += (await subgraph.accepted(publisher as LocalClientId, input)).acceptedRows;
    }
  });
  afterAll(() => subgraph.stop());

  const compare = async (index: string, year: number, provinces: readonly string[], depth = 1): Promise<Table> =>
    subgraph.data<Table>(TABLE, { index, year, provinces, depth });

  it('takes every row: 25,789 of PAPI and 7,131 of PCI', async () => {
    expect(accepted).toBe(25_789 + 7_131);
    for (const [index, count] of [
      ['PAPI', 25_789],
      ['PCI', 7_131],
    ] as const) {
      const { scores } = await subgraph.data<{ scores: { totalCount: number } }>(
        'query ($index: ID!) { scores(filter: { index: $index }, first: 0) { totalCount } }',
        { index },
      );
      expect(scores.totalCount).toBe(count);
    }
  });

  it("gives Kon Tum's PAPI 2018 scores and ranks, among those surveyed only", async () => {
    const { comparison } = await compare('PAPI', 2018, ['62']);
    const figures = comparison.rows.map(({ criterion, cells: [cell] }) => [
      criterion.code,
      cell?.value?.toFixed(2),
      cell?.rank,
      cell?.rankedAmong,
    ]);
    expect(figures.slice(1)).toEqual([
      ['1', '5.94', 5, 63],
      ['2', '5.26', 31, 61],
      ['3', '4.95', 30, 63],
      ['4', '6.03', 57, 61],
      ['5', '7.25', 51, 63],
      ['6', '6.74', 57, 63],
      ['7', '3.98', 55, 63],
      ['8', '3.06', 33, 63],
    ]);
    expect(comparison.rows[0]).toMatchObject({ criterion: { code: 'TOTAL' }, nationalCount: 61 });
    expect(comparison.rows[0]?.cells[0]).toMatchObject({ status: 'DERIVED', rankedAmong: 61 });
    expect(comparison.notes.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['DERIVED_VALUE', 'FRAMEWORK_CHANGED']),
    );
  });

  it('says of a province that was not surveyed that it was not, and ranks it nowhere', async () => {
    const { comparison } = await compare('PAPI', 2018, ['22', '87']);
    for (const code of ['TOTAL', '2', '4']) {
      const row = comparison.rows.find(({ criterion }) => criterion.code === code);
      for (const cell of row?.cells ?? []) {
        expect(cell).toMatchObject({ value: null, rank: null, rankedAmong: null, missing: 'NOT_SURVEYED' });
      }
    }
  });

  it('ranks PCI 2016: Đà Nẵng, Quảng Ninh, Đồng Tháp', async () => {
    const { ranking } = await subgraph.data<{
      ranking: {
        totalCount: number;
        nodes: readonly { value: number; rank: number; rankedAmong: number; province: { id: string } }[];
      };
    }>(
      '{ ranking(index: "PCI", year: 2016, first: 3) { totalCount nodes { value rank rankedAmong province { id } } } }',
    );
    expect(ranking.totalCount).toBe(63);
    expect(ranking.nodes.map(({ value, rank, province }) => [province.id, value.toFixed(2), rank])).toEqual([
      ['48@2004-01-01', '70.00', 1],
      ['22@2004-01-01', '65.60', 2],
      ['87@2004-01-01', '64.96', 3],
    ]);
  });

  it('compares 63 provinces over all criteria of an index in at most four statements, and again in one', async () => {
    const provinces = codesOf(2018);
    expect(provinces).toHaveLength(63);
    const variables = { index: 'PAPI', year: 2018, provinces, depth: 2 };
    await subgraph.accepted('papi', {
      idempotencyKey: 'moves the ledger',
      index: 'PAPI',
      year: 2012,
      status: 'APPRAISED',
      scores: [{ province: '62', criterion: '1', value: 5 }],
    });
    const cold = await subgraph.counted<Table>(TABLE, variables);
    expect(cold.statements).toEqual(['read-ledger-position', 'list-scores-of-years', 'list-complete-criteria']);
    expect(cold.data.comparison.rows).toHaveLength(37);
    expect(cold.data.comparison.rows.every(({ cells }) => cells.length === 63)).toBe(true);
    const warm = await subgraph.counted<Table>(TABLE, variables);
    expect(warm.statements).toEqual(['read-ledger-position']);
    expect(warm.data).toEqual(cold.data);
  });

  it('leaves every cell either with a value or with a reason, in every year', async () => {
    for (const [index, year] of [
      ['PAPI', 2011],
      ['PAPI', 2014],
      ['PAPI', 2021],
      ['PAPI', 2022],
      ['PAPI', 2024],
      ['PCI', 2005],
      ['PCI', 2009],
    ] as const) {
      const { comparison } = await compare(index, year, codesOf(year), 2);
      const cells = comparison.rows.flatMap((row) => row.cells);
      expect(cells.every(({ value, missing }) => (value === null) !== (missing === null))).toBe(true);
      expect(cells.every(({ value, rank }) => (value === null) === (rank === null))).toBe(true);
    }
  });

  it('refuses changes across a methodology break and gives them within one', async () => {
    const breaking = await compare('PAPI', 2018, ['62'], 1);
    const cell = (table: Table, code: string) =>
      table.comparison.rows.find(({ criterion }) => criterion.code === code)?.cells[0];
    expect(cell(breaking, '2')?.change).toBeNull();
    expect(cell(breaking, '7')?.change).toBeNull();
    expect(cell(breaking, '1')?.change).not.toBeNull();
    const notes = breaking.comparison.notes.map(({ kind, criterion }) => [kind, criterion?.code]);
    expect(notes).toEqual(
      expect.arrayContaining([
        ['FRAMEWORK_CHANGED', '2'],
        ['CRITERION_ADDED', '7'],
        ['CRITERION_ADDED', '8'],
      ]),
    );
    expect(notes).not.toContainEqual(['FRAMEWORK_CHANGED', '1']);
  });

  it('gives the series of a province with breaks and holes marked, in at most four statements', async () => {
    const query = `{ series(index: "PAPI", criterion: "2", provinces: ["62", "24"], from: 2013, to: 2019) {
      province { id } points { year value rank rankedAmong methodologyBreak status missing } } }`;
    const { data, statements } = await subgraph.counted<{
      series: readonly {
        province: { id: string };
        points: readonly { year: number; value: number | null; missing: string | null; methodologyBreak: boolean }[];
      }[];
    }>(query);
    expect(statements.length).toBeLessThanOrEqual(4);
    expect(data.series.map(({ province }) => province.id)).toEqual(['62@2004-01-01', '24@2004-01-01']);
    const [konTum, bacGiang] = data.series;
    expect(konTum?.points.map(({ year }) => year)).toEqual([2013, 2014, 2015, 2016, 2017, 2018, 2019]);
    expect(konTum?.points.filter(({ methodologyBreak }) => methodologyBreak).map(({ year }) => year)).toEqual([2018]);
    expect(bacGiang?.points[1]).toMatchObject({ year: 2014, value: null, missing: 'NOT_SURVEYED' });
  });

  it("gives 63 provinces' own scores in at most three statements", async () => {
    const representations = idsOf(2018).map((id) => ({ __typename: 'Province', id }));
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Province { id scores(index: "PAPI", year: 2018) { value rank criterion { code } } } } }`;
    const { data, statements } = await subgraph.counted<{
      _entities: readonly { id: string; scores: readonly { value: number }[] }[];
    }>(query, { representations });
    expect(statements.length).toBeLessThanOrEqual(3);
    expect(data._entities).toHaveLength(63);
    expect(data._entities.find(({ id }) => id.startsWith('62@'))?.scores).toHaveLength(37);
  });

  it('pages through every score once, whatever the size of the page', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: {
        scores: { nodes: readonly { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      } = await subgraph.data(
        `query ($after: String) { scores(filter: { index: "PAPI", years: [2018], criteria: ["1", "1.1", "8"] }, first: 50, after: $after) {
            nodes { id } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      seen.push(...page.scores.nodes.map(({ id }) => id));
      after = page.scores.pageInfo.hasNextPage ? page.scores.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(189);
    expect(new Set(seen).size).toBe(189);
  });

  it('lists derived totals only when asked for DERIVED, and finds them again by their id', async () => {
    const { scores } = await subgraph.data<{
      scores: { totalCount: number; nodes: readonly { id: string; value: number; publication: null }[] };
    }>(
      '{ scores(filter: { index: "PAPI", years: [2018], status: DERIVED }, first: 5) { totalCount nodes { id value publication { id } } } }',
    );
    expect(scores.totalCount).toBe(61);
    const [first] = scores.nodes;
    const found = await subgraph.data<{ _entities: readonly unknown[] }>(
      'query ($id: ID!) { _entities(representations: [{ __typename: "Score", id: $id }]) { ... on Score { id value publication { id } } } }',
      { id: first?.id },
    );
    expect(found._entities).toEqual([first]);
  });

  it('keeps official values and ranks when third sources repeat or dispute them, and shows those beside', async () => {
    const konTum = async () =>
      (await compare('PAPI', 2018, ['62'], 2)).comparison.rows.map(({ cells: [cell] }) => cell);
    const before = await konTum();
    let rows = 0;
    for (const { publisher, index, year, status, coverage, source, scores } of factPublications()) {
      const fact = { index, year, status, coverage, source, scores };
      const input = {
        idempotencyKey: contentHash({ ...fact.source, year: fact.year, index: fact.index }),
        standing: 'REPORTED',
        ...fact,
      };
      rows += (await subgraph.accepted(publisher as LocalClientId, input)).acceptedRows;
    }
    expect(rows).toBe(factPublications().reduce((sum, { scores }) => sum + scores.length, 0));
    const withoutOthers = (cells: readonly unknown[]) =>
      cells.map((cell) => ({ ...(cell as Cell), otherValues: null }));
    const after = await konTum();
    expect(withoutOthers(after)).toEqual(withoutOthers(before));
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(before));
    const { statements } = await subgraph.counted(TABLE, {
      index: 'PAPI',
      year: 2018,
      provinces: codesOf(2018),
      depth: 2,
    });
    expect(statements.length).toBeLessThanOrEqual(4);
    expect(statements).toContain('find-publications');
  });

  it("ranks the four provinces' reported figures as printed or not at all", async () => {
    let values = 0;
    for (const [index, year] of [
      ['PAR_INDEX', 2019],
      ['PAR_INDEX', 2020],
      ['SIPAS', 2019],
      ['DTI', 2021],
    ] as const) {
      const { comparison } = await compare(index, year, ['46', '62', '33', '08']);
      for (const { rank, rankedAmong } of comparison.rows.flatMap(({ cells }) => cells)) {
        expect(rankedAmong === null || rankedAmong >= 60).toBe(true);
        expect(rank === null || rank > 0).toBe(true);
      }
      values += comparison.rows.flatMap(({ cells }) => cells).filter(({ value }) => value !== null).length;
    }
    expect(values).toBeGreaterThan(0);
  });

  function codesOf(year: number): string[] {
    return idsOf(year).map((id) => id.slice(0, 2));
  }

  function idsOf(year: number): string[] {
    return provinceCatalogue()
      .inForce(`${year}-06-30`)
      .map(({ id }) => id);
  }
});

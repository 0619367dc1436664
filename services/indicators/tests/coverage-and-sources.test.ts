import { IndicatorsHarness, scoresInput } from './indicators-harness';

interface Cell {
  readonly value: number | null;
  readonly rank: number | null;
  readonly rankedAmong: number | null;
  readonly gapToBest: number | null;
  readonly status: string | null;
  readonly missing: string | null;
  readonly selfAssessed: number | null;
  readonly selfAssessedGap: number | null;
  readonly source: { readonly url: string | null } | null;
  readonly otherValues: readonly {
    readonly value: number;
    readonly standing: string;
    readonly status: string;
    readonly rank: number | null;
  }[];
}
interface Row {
  readonly criterion: { readonly code: string };
  readonly cells: readonly Cell[];
  readonly nationalMedian: number | null;
  readonly nationalBest: number | null;
  readonly nationalCount: number;
}
interface Table {
  readonly comparison: {
    readonly rows: readonly Row[];
    readonly notes: readonly { readonly kind: string; readonly year: number }[];
  };
}

const TABLE = `query ($index: ID!, $year: Int!, $provinces: [ID!]!, $criteria: [ID!]) {
  comparison(index: $index, year: $year, provinces: $provinces, criteria: $criteria) {
    rows { criterion { code } nationalMedian nationalBest nationalCount
      cells { value rank rankedAmong gapToBest status missing selfAssessed selfAssessedGap source { url } otherValues { value standing status rank } } }
    notes { kind year } } }`;

const FOUR = ['46', '62', '33', '08'];

describe('which value counts, and how it ranks', () => {
  let subgraph: IndicatorsHarness;
  beforeAll(async () => {
    subgraph = await IndicatorsHarness.start();
  });
  afterAll(() => subgraph.stop());

  const compare = (
    index: string,
    year: number,
    criteria: readonly string[] | null,
    as?: 'ministry' | 'kon-tum' | 'hung-yen' | 'analyst' | 'admin',
    provinces = FOUR,
  ) => subgraph.data<Table>(TABLE, { index, year, criteria, provinces }, as === undefined ? {} : { as });

  it("never makes '1 of 4' of four provinces' figures: only ranks that a source prints", async () => {
    await subgraph.accepted(
      'pci',
      scoresInput(
        [
          ['46', 'TOTAL', 60],
          ['62', 'TOTAL', 50, 61],
          ['33', 'TOTAL', 55],
          ['08', 'TOTAL', 45],
        ],
        { index: 'PCI', year: 2012 },
      ),
    );
    const { comparison } = await compare('PCI', 2012, ['TOTAL']);
    const [row] = comparison.rows;
    expect(row?.cells.map(({ rank, rankedAmong }) => [rank, rankedAmong])).toEqual([
      [null, null],
      [61, null],
      [null, null],
      [null, null],
    ]);
    expect(row).toMatchObject({ nationalMedian: null, nationalBest: null, nationalCount: 4 });
    expect(row?.cells.every(({ gapToBest }) => gapToBest === null)).toBe(true);
    expect(comparison.notes).toContainEqual({ kind: 'PARTIAL_COVERAGE', year: 2012 });
    const { ranking } = await subgraph.data<{ ranking: { nodes: readonly { rank: number }[] } }>(
      '{ ranking(index: "PCI", year: 2012) { nodes { rank } } }',
    );
    expect(ranking.nodes).toEqual([{ rank: 61 }]);
  });

  it('does not rank a criterion that the complete publication does not state', async () => {
    await subgraph.accepted(
      'pci',
      scoresInput(
        FOUR.map((code, place) => [code, 'TOTAL', 50 + place]),
        { index: 'PCI', year: 2013, coverage: 'COMPLETE' },
      ),
    );
    await subgraph.accepted(
      'pci',
      scoresInput(
        FOUR.map((code, place) => [code, '1', 5 + place]),
        { index: 'PCI', year: 2013 },
      ),
    );
    const { comparison } = await compare('PCI', 2013, ['TOTAL', '1']);
    expect(comparison.rows.map(({ cells }) => cells.map(({ rank }) => rank))).toEqual([
      [4, 3, 2, 1],
      [null, null, null, null],
    ]);
  });

  it('shares ranks at published precision (1, 2, 2, 4), with median, best and gap exact', async () => {
    const rows = [
      ['46', 'TOTAL', 60.004],
      ['62', 'TOTAL', 55.125],
      ['33', 'TOTAL', 55.1349],
      ['08', 'TOTAL', 45],
    ] as const;
    await subgraph.accepted('pci', scoresInput(rows, { index: 'PCI', year: 2015, coverage: 'COMPLETE' }));
    const { comparison } = await compare('PCI', 2015, ['TOTAL']);
    const [row] = comparison.rows;
    expect(row?.cells.map(({ rank, rankedAmong }) => [rank, rankedAmong])).toEqual([
      [1, 4],
      [2, 4],
      [2, 4],
      [4, 4],
    ]);
    expect(row).toMatchObject({ nationalBest: 60.004, nationalMedian: 55.12995, nationalCount: 4 });
    expect(row?.cells.map(({ gapToBest }) => gapToBest)).toEqual([0, 4.879, 4.8691, 15.004]);
  });

  it('lets a reported figure count only where there is no official one, and keeps every other value beside', async () => {
    const reported = (url: string, value: number) =>
      subgraph.accepted(
        'pci',
        scoresInput([['62', 'TOTAL', value, 40]], { index: 'PCI', year: 2011, standing: 'REPORTED', source: { url } }),
      );
    await reported('https://example.org/a', 57);
    await reported('https://example.org/b', 57.1);
    const before = (await compare('PCI', 2011, ['TOTAL'])).comparison.rows[0]?.cells[1];
    expect(before).toMatchObject({ value: 57.1, rank: 40, source: { url: 'https://example.org/b' } });
    expect(before?.otherValues).toEqual([{ value: 57, standing: 'REPORTED', status: 'PUBLISHED', rank: 40 }]);
    await subgraph.accepted('pci', scoresInput([['62', 'TOTAL', 57.5]], { index: 'PCI', year: 2011 }));
    await reported('https://example.org/a', 57.2);
    const after = (await compare('PCI', 2011, ['TOTAL'])).comparison.rows[0]?.cells[1];
    expect(after).toMatchObject({ value: 57.5, rank: null });
    expect(after?.otherValues.map(({ value }) => value)).toEqual([57.1, 57.2]);
  });

  it('derives a total from its parts only when every part is there, and ranks it where all parts are complete', async () => {
    const dimensions = ['1', '2', '3', '4', '5', '6'];
    const all = FOUR.slice(0, 3).flatMap((code, place) =>
      dimensions.map((criterion) => [code, criterion, [5.01, 5.02, 5.03][place] ?? 0] as const),
    );
    await subgraph.accepted('papi', scoresInput([...all, ['08', '1', 6]], { year: 2012, coverage: 'COMPLETE' }));
    const { comparison } = await compare('PAPI', 2012, ['TOTAL', '1']);
    const [total] = comparison.rows;
    expect(
      total?.cells.map(({ value, rank, rankedAmong, status, missing }) => [value, rank, rankedAmong, status, missing]),
    ).toEqual([
      [30.06, 3, 3, 'DERIVED', null],
      [30.12, 2, 3, 'DERIVED', null],
      [30.18, 1, 3, 'DERIVED', null],
      [null, null, null, null, 'NOT_PUBLISHED'],
    ]);
    expect(comparison.notes).toContainEqual({ kind: 'DERIVED_VALUE', year: 2012 });
    await subgraph.accepted('papi', scoresInput([['46', 'TOTAL', 30.5]], { year: 2012 }));
    const published = (await compare('PAPI', 2012, ['TOTAL'])).comparison.rows[0];
    expect(published?.cells[0]).toMatchObject({ value: 30.5, status: 'PUBLISHED', rank: 1, rankedAmong: 3 });
  });

  it('shows what a province claimed for itself to that province and the ministry, and to nobody else', async () => {
    const parIndex = { index: 'PAR_INDEX', year: 2019 };
    await subgraph.accepted('kon-tum', scoresInput([['62', 'TOTAL', 85.5]], { ...parIndex, status: 'SELF_ASSESSED' }));
    await subgraph.accepted('hung-yen', scoresInput([['33', 'TOTAL', 90]], { ...parIndex, status: 'SELF_ASSESSED' }));
    await subgraph.accepted('ministry', scoresInput([['62', 'TOTAL', 75.25]], parIndex));
    const seenBy = async (as?: Parameters<typeof compare>[3]) => {
      const cells = (await compare('PAR_INDEX', 2019, ['TOTAL'], as)).comparison.rows[0]?.cells ?? [];
      return cells.map(({ selfAssessed }) => selfAssessed);
    };
    expect(await seenBy()).toEqual([null, null, null, null]);
    expect(await seenBy('admin')).toEqual([null, null, null, null]);
    expect(await seenBy('kon-tum')).toEqual([null, 85.5, null, null]);
    expect(await seenBy('hung-yen')).toEqual([null, null, 90, null]);
    expect(await seenBy('ministry')).toEqual([null, 85.5, 90, null]);
    expect(await seenBy('analyst')).toEqual([null, 85.5, 90, null]);
    const [, konTum, hungYen] =
      (await compare('PAR_INDEX', 2019, ['TOTAL'], 'analyst')).comparison.rows[0]?.cells ?? [];
    expect(konTum).toMatchObject({ value: 75.25, selfAssessedGap: -10.25 });
    expect(hungYen).toMatchObject({ value: null, missing: 'NOT_PUBLISHED', selfAssessedGap: null });
  });

  it('lets claims leak through no other door: lists, totals, ids, other values, years', async () => {
    const list = '{ scores(filter: { index: "PAR_INDEX" }) { totalCount nodes { id status } } }';
    const listed = async (as?: 'ministry' | 'kon-tum') =>
      (
        await subgraph.data<{ scores: { totalCount: number; nodes: readonly { id: string; status: string }[] } }>(
          list,
          {},
          as === undefined ? {} : { as },
        )
      ).scores;
    expect(await listed()).toMatchObject({ totalCount: 1, nodes: [{ status: 'PUBLISHED' }] });
    expect((await listed('kon-tum')).nodes.map(({ status }) => status).sort()).toEqual(['PUBLISHED', 'SELF_ASSESSED']);
    const claims = (await listed('ministry')).nodes.filter(({ status }) => status === 'SELF_ASSESSED');
    expect(claims).toHaveLength(2);
    const entities = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Score { value } } }';
    const representations = { r: claims.map(({ id }) => ({ __typename: 'Score', id })) };
    expect((await subgraph.data<{ _entities: unknown[] }>(entities, representations))._entities).toEqual([null, null]);
    expect(
      (await subgraph.data<{ _entities: unknown[] }>(entities, representations, { as: 'ministry' }))._entities,
    ).toHaveLength(2);
    await subgraph.accepted(
      'kon-tum',
      scoresInput([['62', 'TOTAL', 88]], { index: 'PAR_INDEX', year: 2021, status: 'SELF_ASSESSED' }),
    );
    const { index } = await subgraph.data<{ index: { years: number[] } }>('{ index(code: "PAR_INDEX") { years } }');
    expect(index.years).toEqual([2019]);
  });

  it('keeps statuses apart: appraised counts until published', async () => {
    const sipas = { index: 'SIPAS', year: 2018 };
    await subgraph.accepted('ministry', scoresInput([['62', 'TOTAL', 80]], { ...sipas, status: 'APPRAISED' }));
    const cell = async () => (await compare('SIPAS', 2018, ['TOTAL'])).comparison.rows[0]?.cells[1];
    expect(await cell()).toMatchObject({ value: 80, status: 'APPRAISED' });
    await subgraph.accepted('ministry', scoresInput([['62', 'TOTAL', 81]], sipas));
    expect(await cell()).toMatchObject({
      value: 81,
      status: 'PUBLISHED',
      otherValues: [{ value: 80, status: 'APPRAISED' }],
    });
  });
});

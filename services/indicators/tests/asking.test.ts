import { IndicatorsHarness, scoresInput } from './indicators-harness';

interface Notes {
  readonly comparison: {
    readonly baselineYear: number | null;
    readonly provinces: readonly { readonly id: string }[];
    readonly rows: readonly {
      readonly criterion: { readonly code: string };
      readonly cells: readonly {
        readonly value: number | null;
        readonly missing: string | null;
        readonly change: number | null;
        readonly rankChange: number | null;
        readonly otherValues: readonly { readonly value: number; readonly province: { readonly id: string } }[];
      }[];
    }[];
    readonly notes: readonly {
      readonly kind: string;
      readonly year: number | null;
      readonly text: string;
      readonly province: { readonly id: string } | null;
      readonly criterion: { readonly code: string } | null;
    }[];
  };
}

const FIELDS = `{ baselineYear provinces { id } rows { criterion { code } cells { value missing change rankChange otherValues { value province { id } } } }
  notes { kind year text(language: EN) province { id } criterion { code } } }`;

describe('asking for figures', () => {
  let subgraph: IndicatorsHarness;
  beforeAll(async () => {
    subgraph = await IndicatorsHarness.start();
    await subgraph.accepted('pci', scoresInput([['01', 'TOTAL', 53]], { index: 'PCI', year: 2008 }));
    await subgraph.accepted('pci', scoresInput([['01', 'TOTAL', 58]], { index: 'PCI', year: 2009 }));
    await subgraph.accepted(
      'pci',
      scoresInput(
        [
          ['46', 'TOTAL', 60],
          ['62', 'TOTAL', 55],
          ['51', 'TOTAL', 59],
        ],
        { index: 'PCI', year: 2016 },
      ),
    );
    await subgraph.accepted(
      'papi',
      scoresInput(
        [
          ['46', '1', 5],
          ['62', '1', 6],
        ],
        { year: 2019, coverage: 'COMPLETE' },
      ),
    );
    await subgraph.accepted(
      'papi',
      scoresInput(
        [
          ['46', '1', 7],
          ['62', '1', 6.5],
        ],
        { year: 2020, coverage: 'COMPLETE' },
      ),
    );
  });
  afterAll(() => subgraph.stop());

  const code = async (query: string) => (await subgraph.ask(query)).errors?.[0]?.extensions;
  const compare = async (args: string) => (await subgraph.data<Notes>(`{ comparison(${args}) ${FIELDS} }`)).comparison;

  it.each([
    ['comparison(index: "PAPY", year: 2018, provinces: ["62"]) { year }', 'INDEX_UNKNOWN'],
    ['comparison(index: "PAPI", year: 2010, provinces: ["62"]) { year }', 'FRAMEWORK_MISSING'],
    ['comparison(index: "PAPI", year: 2018, baselineYear: 2009, provinces: ["62"]) { year }', 'FRAMEWORK_MISSING'],
    ['comparison(index: "PAPI", year: 2018, provinces: ["62"], criteria: ["1.9"]) { year }', 'CRITERION_UNKNOWN'],
    ['comparison(index: "PAPI", year: 2018, provinces: ["62", "28"]) { year }', 'PROVINCE_UNKNOWN'],
    ['comparison(index: "PAPI", year: 2018, provinces: ["62"], boundaries: CURRENT) { year }', 'PROVINCE_UNKNOWN'],
    ['ranking(index: "PAPI", year: 2018, criterion: "X") { totalCount }', 'CRITERION_UNKNOWN'],
    ['ranking(index: "PAPI", year: 2018, after: "x") { totalCount }', 'CURSOR_INVALID'],
    ['ranking(index: "PAPI", year: 2018, first: -1) { totalCount }', 'PAGE_SIZE_INVALID'],
    ['series(index: "PAPI", provinces: ["62"], from: 2019, to: 2018) { points { year } }', 'YEAR_RANGE_INVALID'],
    ['series(index: "PAPI", provinces: ["62"], from: 1, to: 2018) { points { year } }', 'YEAR_RANGE_INVALID'],
    ['series(index: "PAPI", provinces: ["99"]) { points { year } }', 'PROVINCE_UNKNOWN'],
    ['scores(filter: { index: "PAPI", provinces: ["99"] }) { totalCount }', 'PROVINCE_UNKNOWN'],
    ['scores(filter: { index: "PAPI", criteria: ["99"] }) { totalCount }', 'CRITERION_UNKNOWN'],
  ])('answers { %s } with %s', async (query, expected) => {
    expect((await code(`{ ${query} }`))?.code).toBe(expected);
  });

  it('suggests what there is', async () => {
    expect((await code('{ comparison(index: "PAPY", year: 2018, provinces: []) { year } }'))?.details).toMatchObject({
      known: expect.arrayContaining(['PAPI', 'DTI']),
    });
    expect((await code('{ comparison(index: "PAPI", year: 2010, provinces: []) { year } }'))?.details).toMatchObject({
      years: expect.stringMatching(/^2011/),
    });
    expect(
      (await code('{ ranking(index: "PAPI", year: 2018, criterion: "1.9") { totalCount } }'))?.details,
    ).toMatchObject({ nearest: expect.arrayContaining(['1.1']) });
  });

  it('gives changes and places gained against the year before, or the year asked for', async () => {
    const table = await compare('index: "PAPI", year: 2020, provinces: ["46", "62"], criteria: ["1"]');
    expect(table.baselineYear).toBe(2019);
    expect(table.rows[0]?.cells.map(({ change, rankChange }) => [change, rankChange])).toEqual([
      [2, 1],
      [0.5, -1],
    ]);
    const back = await compare('index: "PAPI", year: 2019, baselineYear: 2020, provinces: ["46"], criteria: ["1"]');
    expect(back.rows[0]?.cells[0]?.change).toBe(-2);
  });

  it('has no baseline before the first framework', async () => {
    expect((await compare('index: "PAPI", year: 2011, provinces: ["62"]')).baselineYear).toBeNull();
  });

  it('goes down to the depth asked for, TOTAL first, or gives just the criteria asked for', async () => {
    const codes = async (more: string) =>
      (await compare(`index: "PAPI", year: 2018, provinces: ["62"]${more}`)).rows.map(
        ({ criterion }) => criterion.code,
      );
    expect(await codes('')).toEqual(['TOTAL', '1', '2', '3', '4', '5', '6', '7', '8']);
    expect(await codes(', depth: 0')).toEqual(['TOTAL']);
    expect((await codes(', depth: 2')).slice(0, 4)).toEqual(['TOTAL', '1', '1.1', '1.2']);
    expect(await codes(', criteria: ["8", "1.2", "8"]')).toEqual(['1.2', '8']);
  });

  it('says that a criterion of other years is not in the framework, and tells added from dropped', async () => {
    const dropped = await compare('index: "PAPI", year: 2021, provinces: ["62"], criteria: ["5.2"]');
    expect(dropped.rows[0]?.cells[0]).toMatchObject({ value: null, missing: 'CRITERION_NOT_IN_FRAMEWORK' });
    expect(dropped.notes.map(({ kind }) => kind)).toContain('CRITERION_DROPPED');
    const all = await compare('index: "PAPI", year: 2021, provinces: ["62"], depth: 2');
    expect(
      all.notes.filter(({ kind }) => kind === 'CRITERION_DROPPED').map(({ criterion }) => criterion?.code),
    ).toEqual(['5.2']);
    const added = await compare('index: "PAPI", year: 2019, provinces: ["62"], depth: 2');
    expect(
      added.notes.filter(({ kind }) => kind === 'CRITERION_ADDED').map(({ criterion }) => criterion?.code),
    ).toEqual(['8.3']);
  });

  it('takes the code of a province as that of the year, and gives no change across new boundaries', async () => {
    const hanoi = await compare('index: "PCI", year: 2009, provinces: ["01"], criteria: ["TOTAL"]');
    expect(hanoi.provinces).toEqual([{ id: '01@2008-08-01' }]);
    expect(hanoi.rows[0]?.cells[0]).toMatchObject({ value: 58, change: null });
    expect(hanoi.notes).toContainEqual(
      expect.objectContaining({ kind: 'BOUNDARY_CHANGED', province: { id: '01@2008-08-01' }, year: 2008 }),
    );
  });

  it('carries the figures of a renamed unit to current boundaries, and adds up none of a merged one', async () => {
    const current = await compare(
      'index: "PCI", year: 2016, provinces: ["46", "51"], criteria: ["TOTAL"], boundaries: CURRENT',
    );
    expect(current.provinces).toEqual([{ id: '46@2025-01-01' }, { id: '51@2025-07-01' }]);
    const [hue, quangNgai] = current.rows[0]?.cells ?? [];
    expect(hue).toMatchObject({ value: 60, missing: null });
    expect(quangNgai).toMatchObject({ value: null, missing: 'NOT_PUBLISHED' });
    expect(quangNgai?.otherValues).toEqual([
      { value: 59, province: { id: '51@2004-01-01' } },
      { value: 55, province: { id: '62@2004-01-01' } },
    ]);
    const notes = current.notes.filter(({ kind }) => kind === 'BOUNDARY_CHANGED');
    expect(notes).toHaveLength(2);
    expect(notes[1]?.text).toContain('Kon Tum (62)');
  });

  it('follows a code through the years of a series and gives a reason for every hole', async () => {
    const points = async (args: string) =>
      (
        await subgraph.data<{
          series: readonly {
            province: { id: string };
            points: readonly { year: number; value: number | null; missing: string | null }[];
          }[];
        }>(`{ series(index: "PCI", ${args}) { province { id } points { year value missing } } }`)
      ).series[0];
    const hanoi = await points('provinces: ["01"], from: 2007, to: 2010');
    expect(hanoi?.province.id).toBe('01@2008-08-01');
    expect(hanoi?.points).toEqual([
      { year: 2007, value: null, missing: 'NOT_PUBLISHED' },
      { year: 2008, value: null, missing: 'NOT_PUBLISHED' },
      { year: 2009, value: 58, missing: null },
      { year: 2010, value: null, missing: 'NOT_PUBLISHED' },
    ]);
    const haTay = await points('provinces: ["28"], from: 2007, to: 2010');
    expect(haTay?.points.map(({ missing }) => missing)).toEqual([
      'NOT_PUBLISHED',
      'NOT_PUBLISHED',
      'PROVINCE_NOT_IN_FORCE',
      'PROVINCE_NOT_IN_FORCE',
    ]);
    const hue = await points('provinces: ["46"], boundaries: CURRENT, from: 2016, to: 2016');
    expect(hue).toEqual({ province: { id: '46@2025-01-01' }, points: [{ year: 2016, value: 60, missing: null }] });
    expect((await points('provinces: ["62"]'))?.points.map(({ year }) => year)).toEqual([
      2008, 2009, 2010, 2011, 2012, 2013, 2014, 2015, 2016,
    ]);
  });

  it('lists indices with their years, frameworks and criteria, in both languages', async () => {
    const { data, statements } = await subgraph.counted<{
      indices: readonly { code: string; years: number[]; name: string; nameEn: string; precision: number }[];
    }>(
      '{ indices { code name nameEn: name(language: EN) publisher precision years framework(year: 2019) { version maxScore criteria(depth: 1) { id code name parent { code } children { code } } } } }',
    );
    expect(statements).toEqual(['list-published-years']);
    expect(data.indices.map(({ code: index }) => index)).toEqual(['PAPI', 'PCI', 'PAR_INDEX', 'SIPAS', 'DTI']);
    expect(data.indices[0]).toMatchObject({ years: [2019, 2020], precision: 2 });
    expect(data.indices[1]?.years).toEqual([2008, 2009, 2016]);
    expect((await subgraph.data<{ index: null }>('{ index(code: "XYZ") { code } }')).index).toBeNull();
  });

  it('finds entities by key and gives null for keys that name nothing', async () => {
    const query = `query ($r: [_Any!]!) { _entities(representations: $r) {
      ... on Index { code } ... on Criterion { id code } ... on Score { id value rank } } }`;
    const representations = [
      { __typename: 'Index', code: 'PCI' },
      { __typename: 'Index', code: 'NONE' },
      { __typename: 'Criterion', id: 'PAPI:2020:1' },
      { __typename: 'Criterion', id: 'PAPI:x' },
      { __typename: 'Score', id: 'scores-5:62@2004-01-01:1' },
      { __typename: 'Score', id: 'scores-5:62@2004-01-01:2' },
      { __typename: 'Score', id: 'nonsense' },
      { __typename: 'Score', id: 'derived:PAPI:2018:62@2004-01-01:TOTAL:2026-01-01T00:00:00.000000Z' },
    ];
    const { data, statements } = await subgraph.counted<{ _entities: unknown[] }>(query, { r: representations });
    expect(data._entities).toEqual([
      { code: 'PCI' },
      null,
      { id: 'PAPI:2019:1', code: '1' },
      null,
      { id: 'scores-5:62@2004-01-01:1', value: 6.5, rank: 2 },
      null,
      null,
      null,
    ]);
    expect(statements.filter((name) => name === 'find-scores')).toHaveLength(1);
  });

  it('pages through a ranking by rank, then code', async () => {
    const page = (after: string | null) =>
      subgraph.data<{
        ranking: {
          nodes: readonly { rank: number; province: { id: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      }>(
        'query ($after: String) { ranking(index: "PAPI", year: 2020, criterion: "1", first: 1, after: $after) { nodes { rank province { id } } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
    const first = (await page(null)).ranking;
    const second = (await page(first.pageInfo.endCursor)).ranking;
    expect([first, second].map(({ nodes }) => nodes)).toEqual([
      [{ rank: 1, province: { id: '46@2004-01-01' } }],
      [{ rank: 2, province: { id: '62@2004-01-01' } }],
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });
});

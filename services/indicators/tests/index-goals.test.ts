import { IndicatorsHarness, scoresInput } from './indicators-harness';

const QUERY = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on IndexGoal { id outcome actual { value rank province { id } } } } }`;

describe('goals of plans against outcomes', () => {
  let subgraph: IndicatorsHarness;
  beforeAll(async () => {
    subgraph = await IndicatorsHarness.start();
    const rows = [
      ['62', '1', 6.2],
      ['46', '1', 6.5],
      ['33', '1', 5.9],
    ] as const;
    await subgraph.accepted('papi', scoresInput(rows, { year: 2019, coverage: 'COMPLETE' }));
  });
  afterAll(() => subgraph.stop());

  const goal = (more: object) => ({
    __typename: 'IndexGoal',
    id: JSON.stringify(more),
    indexCode: 'PAPI',
    criterionCode: '1',
    provinceId: '62@2004-01-01',
    targetYear: 2019,
    targetScore: null,
    targetMax: null,
    targetRank: null,
    targetRankGain: null,
    baselineYear: 2018,
    baselineRank: null,
    ...more,
  });

  it('holds each goal against the figure of its year, all of them in three statements', async () => {
    const cases = [
      [{ targetScore: 6.2 }, 'MET', 6.2],
      [{ targetScore: 6.3 }, 'MISSED', 6.2],
      [{ targetRank: 2 }, 'MET', 6.2],
      [{ targetRankGain: 3, baselineRank: 5 }, 'MET', 6.2],
      [{ targetRankGain: 4, baselineRank: 5 }, 'MISSED', 6.2],
      [{ targetScore: 6, targetYear: 2020 }, 'PENDING', null],
      [{ targetScore: 6, criterionCode: null }, 'NOT_COMPARABLE', null],
      [{ targetScore: 6, criterionCode: '8.3', targetYear: 2018 }, 'NOT_COMPARABLE', null],
      [{ targetScore: 6, targetMax: 12 }, 'NOT_COMPARABLE', 6.2],
      [{ targetScore: 6, provinceId: '22@2004-01-01', targetYear: 2021 }, 'NOT_COMPARABLE', null],
      [{ targetScore: 6, provinceId: 'nowhere' }, 'NOT_COMPARABLE', null],
    ] as const;
    const { data, statements } = await subgraph.counted<{
      _entities: readonly { outcome: string; actual: { value: number } | null }[];
    }>(QUERY, { r: cases.map(([more]) => goal(more)) });
    expect(data._entities.map(({ outcome, actual }) => [outcome, actual?.value ?? null])).toEqual(
      cases.map(([, outcome, value]) => [outcome, value]),
    );
    expect(statements.length).toBeLessThanOrEqual(3);
  });
});

import { PlansHarness } from './support/plans-harness';
import { planText } from './support/plan-texts';

interface Comparison {
  readonly targetComparison: {
    readonly metric: { readonly code: string; readonly name: string };
    readonly columns: readonly {
      readonly province: { readonly id: string };
      readonly targets: readonly {
        readonly value: number;
        readonly deadline: string | null;
        readonly plan: { readonly number: string };
      }[];
    }[];
  };
}

const COMPARISON = `query ($metric: ID!, $provinces: [ID!]!, $from: Date, $to: Date, $recordedAsOf: DateTime) {
  targetComparison(metric: $metric, provinces: $provinces, from: $from, to: $to, recordedAsOf: $recordedAsOf) {
    metric { code name(language: EN) } columns { province { id } targets { value deadline plan { number } } } } }`;

const satisfaction = (percent: number): string =>
  `Mức độ hài lòng của người dân về giải quyết thủ tục hành chính đạt trên ${percent}%.`;

describe('the graph around plans', () => {
  let harness: PlansHarness;
  let recordedAt: string;
  beforeAll(async () => {
    harness = await PlansHarness.start();
    await harness.accepted({ text: planText({ goals: [satisfaction(80)] }) });
    const second = await harness.accepted({ text: planText({ year: 2020, goals: [satisfaction(85)] }) });
    recordedAt = (second.publication as { receivedAt: string }).receivedAt;
    await harness.accepted({ text: planText({ year: 2021, number: '9/KH-UBND', goals: [satisfaction(90)] }) });
    const hungYen = planText({ province: 'Hưng Yên', number: '7/KH-UBND', goals: [satisfaction(82)] });
    await harness.accepted({ text: hungYen, province: '33' }, 'hung-yen');
  });
  afterAll(() => harness.stop());

  const compare = async (variables: object): Promise<Comparison['targetComparison']> =>
    (await harness.data<Comparison>(COMPARISON, { metric: 'SATISFACTION_PROCEDURES', ...variables })).targetComparison;
  const values = ({ columns }: Comparison['targetComparison']): number[][] =>
    columns.map(({ targets }) => targets.map(({ value }) => value));

  it('puts what provinces promise side by side, in the order asked', async () => {
    const comparison = await compare({ provinces: ['33', '08', '62'] });
    expect(comparison.metric).toEqual({
      code: 'SATISFACTION_PROCEDURES',
      name: 'Satisfaction with the handling of procedures',
    });
    expect(comparison.columns.map(({ province }) => province.id)).toEqual([
      '33@2004-01-01',
      '08@2025-07-01',
      '62@2004-01-01',
    ]);
    expect(values(comparison)).toEqual([[82], [], [80, 85, 90]]);
  });

  it('takes the end of the plan for a deadline that is not printed, in a window', async () => {
    expect(values(await compare({ provinces: ['62'], from: '2020-01-01', to: '2020-12-31' }))).toEqual([[85]]);
    expect(values(await compare({ provinces: ['62'], from: '2020-12-31' }))).toEqual([[85, 90]]);
    expect(values(await compare({ provinces: ['62'], to: '2020-12-30' }))).toEqual([[80]]);
  });

  it('compares what was known at an instant', async () => {
    expect(values(await compare({ provinces: ['62'], recordedAsOf: recordedAt }))).toEqual([[80, 85]]);
  });

  it('refuses unknown metrics and provinces by code, naming near ones', async () => {
    const { errors } = await harness.ask(COMPARISON, { metric: 'SATISFACTION', provinces: ['62'] });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'METRIC_UNKNOWN',
      details: { nearest: expect.arrayContaining(['SATISFACTION_PROCEDURES']) },
    });
    const unknown = await harness.ask(COMPARISON, { metric: 'SATISFACTION_PROCEDURES', provinces: ['47'] });
    expect(unknown.errors?.[0]?.extensions.code).toBe('PLAN_PROVINCE_UNKNOWN');
  });

  it('leads from a target to the metric and to what others promise for it, page by page', async () => {
    const query = `query ($after: String) { metrics { code targets(first: 3, after: $after) { totalCount pageInfo { endCursor hasNextPage }
      nodes { value plan { province { id } } } } } }`;
    interface Page {
      readonly code: string;
      readonly targets: {
        totalCount: number;
        pageInfo: { endCursor: string; hasNextPage: boolean };
        nodes: { value: number }[];
      };
    }
    const page = async (after: string | null): Promise<{ found: Page | undefined; statements: string[] }> => {
      const { data, statements } = await harness.counted<{ metrics: Page[] }>(query, { after });
      return { found: data.metrics.find(({ code }) => code === 'SATISFACTION_PROCEDURES'), statements };
    };
    const { found: first, statements } = await page(null);
    expect(first?.targets).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect(statements).toEqual(['page-targets-by-metric', 'find-plan-versions']);
    const { found: second } = await page(first?.targets.pageInfo.endCursor ?? null);
    expect(
      [...(first?.targets.nodes ?? []), ...(second?.targets.nodes ?? [])].map(({ value }) => value).sort(),
    ).toEqual([80, 82, 85, 90]);
  });

  it('searches plans and filters them by province, kind and year', async () => {
    const query = `query ($filter: PlanFilter) { plans(filter: $filter) { totalCount nodes { number periodTo } } }`;
    const numbers = async (filter: object): Promise<string[]> =>
      (await harness.data<{ plans: { nodes: { number: string }[] } }>(query, { filter })).plans.nodes.map(
        ({ number }) => number,
      );
    expect(await numbers({ provinces: ['62'] })).toEqual(['9/KH-UBND', '12/KH-UBND', '12/KH-UBND']);
    expect(await numbers({ provinces: ['62'], year: 2020 })).toEqual(['12/KH-UBND']);
    expect(await numbers({ year: 2019 })).toHaveLength(2);
    expect(await numbers({ search: 'cai cach hung yen' })).toEqual(['7/KH-UBND']);
    expect(await numbers({ kind: 'PERIOD_PLAN' })).toEqual([]);
  });

  const ENTITIES = 'query ($of: [_Any!]!) { _entities(representations: $of) {';

  it('answers for any number of provinces in one statement a list', async () => {
    const query = `${ENTITIES} ... on Province { plans(first: 1) { totalCount nodes { number } } targets(metric: "SATISFACTION_PROCEDURES") { value }
      tasks(first: 2, filter: { status: OVERDUE, asOf: "2019-07-01" }) { totalCount nodes { number } } } } }`;
    const of = ['62@2004-01-01', '33@2004-01-01', '08@2004-01-01', '46@2004-01-01'].map((id) => ({
      __typename: 'Province',
      id,
    }));
    const { data, statements } = await harness.counted<{ _entities: object[] }>(query, { of });
    expect(data._entities).toMatchObject([
      {
        plans: { totalCount: 3, nodes: [{ number: '9/KH-UBND' }] },
        targets: [{ value: 80 }, { value: 85 }, { value: 90 }],
        tasks: { totalCount: 6 },
      },
      {
        plans: { totalCount: 1 },
        targets: [{ value: 82 }],
        tasks: { totalCount: 2, nodes: [{ number: '1' }, { number: '2' }] },
      },
      { plans: { totalCount: 0, nodes: [] }, targets: [], tasks: { totalCount: 0 } },
      { plans: { totalCount: 0 }, targets: [], tasks: { totalCount: 0 } },
    ]);
    expect(statements.sort()).toEqual([
      'list-targets-of-provinces',
      'page-plans-by-province',
      'page-tasks-by-province',
    ]);
  });

  it('answers for any number of agencies in one statement', async () => {
    const query = `${ENTITIES} ... on Agency { leads(first: 1, filter: { area: INSTITUTIONS }) { totalCount nodes { number plan { number } } } } } }`;
    const of = ['62/so-noi-vu', '33/so-noi-vu', '62/so-tu-phap', '62/so-y-te'].map((id) => ({
      __typename: 'Agency',
      id,
    }));
    const { data, statements } = await harness.counted<{ _entities: { leads: { totalCount: number } }[] }>(query, {
      of,
    });
    expect(data._entities.map(({ leads }) => leads.totalCount)).toEqual([6, 2, 3, 0]);
    expect(statements).toEqual(['page-tasks-by-lead', 'find-plan-versions']);
  });

  it('finds plans, tasks, targets and metrics by their keys, null for what is not there', async () => {
    interface Ids {
      readonly plans: {
        readonly nodes: readonly {
          readonly id: string;
          readonly targets: readonly { readonly id: string }[];
          readonly tasks: { readonly nodes: readonly { readonly id: string }[] };
        }[];
      };
    }
    const { plans } = await harness.data<Ids>('{ plans { nodes { id targets { id } tasks { nodes { id } } } } }');
    const of = [
      ...plans.nodes.map(({ id }) => ({ __typename: 'Plan', id })),
      ...plans.nodes.flatMap(({ targets }) => targets.map(({ id }) => ({ __typename: 'Target', id }))),
      ...plans.nodes.flatMap(({ tasks }) => tasks.nodes.map(({ id }) => ({ __typename: 'Task', id }))),
      { __typename: 'Metric', code: 'SATISFACTION_PROCEDURES' },
      { __typename: 'Metric', code: 'NOTHING' },
      { __typename: 'Task', id: 'task-unknown' },
    ];
    const query = `${ENTITIES} __typename ... on Plan { id } ... on Target { id } ... on Task { id } ... on Metric { code } } }`;
    const { data, statements } = await harness.counted<{ _entities: unknown[] }>(query, { of });
    expect(data._entities).toEqual([...of.slice(0, -2), null, null]);
    expect(statements.sort()).toEqual(['find-plans', 'find-targets', 'find-tasks']);
  });

  it('needs as many statements for one plan as for all of them with everything in them', async () => {
    const query = `query ($first: Int) { plans(first: $first) { nodes { number documentText publication { id } legalReferences { number }
      targets { value metric { code } plan { id } } indexGoals { id } shortcomings { criterion } reportDuties { text } findings { code }
      tasks(first: 2) { totalCount nodes { status products { name leads { printedName } } leads { agency { id } } coordinators { printedName }
        progress { status } plan { id } } } } } }`;
    const one = await harness.counted(query, { first: 1 });
    const all = await harness.counted(query, { first: 50 });
    expect(all.statements.sort()).toEqual(one.statements.sort());
    expect(all.statements).toHaveLength(14);
  });
});

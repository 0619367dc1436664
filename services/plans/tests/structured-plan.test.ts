import { PlansHarness } from './support/plans-harness';

const PLAN = {
  number: '45/KH-UBND',
  kind: 'INDEX_IMPROVEMENT_PLAN',
  title: 'Nâng cao chỉ số PAPI năm 2020',
  issuer: 'UBND tỉnh',
  issuedOn: '2020-02-01',
  periodFrom: '2020-01-01',
  periodTo: '2020-12-31',
  targets: [
    {
      area: 'PROCEDURES',
      label: 'Hài lòng',
      metric: 'SATISFACTION_PROCEDURES',
      comparator: 'GTE',
      value: 85.5,
      unit: 'PERCENT',
    },
  ],
  tasks: [
    {
      number: '1',
      area: 'ONE_STOP',
      content: 'Khảo sát sự hài lòng',
      products: [{ name: 'Báo cáo', due: 'Quý II' }, { name: 'Kế hoạch' }],
      leads: ['Sở Nội vụ', 'Tổ công tác không ai biết'],
      coordinators: ['62/so-y-te'],
      due: 'Năm 2020',
    },
  ],
  indexGoals: [
    {
      index: 'PAPI',
      criterion: '1',
      printedCriterion: 'Tham gia',
      baselineYear: 2019,
      baselineRank: 5,
      targetYear: 2020,
      targetRank: 3,
    },
    { index: 'PAPI', criterion: 'TOTAL', printedCriterion: 'Chỉ số PAPI', targetYear: 2020, targetRankGain: 2 },
    {
      index: 'PAPI',
      printedCriterion: 'Trách nhiệm giải trình với người dân',
      targetYear: 2020,
      targetScore: 5.25,
      targetMax: 10,
    },
  ],
};

const READ = `{ plans { nodes { id kind title issuer { id } targets { value unit effectiveDeadline source { document } }
  tasks { nodes { leads { printedName agency { id } } coordinators { agency { id } } due { kind from to text }
    earliestDeadline products { name due { kind to } leads { printedName } } } }
  indexGoals(index: "PAPI") { id indexCode index { code } level criterionCode criterion { id } provinceId baselineYear baselineRank
    targetYear targetRank targetRankGain targetScore targetMax plan { id } } findings { code } } } }`;

describe('a structured plan', () => {
  let harness: PlansHarness;
  beforeAll(async () => {
    harness = await PlansHarness.start();
  });
  afterAll(() => harness.stop());

  it('is kept as it was sent, with agencies, dates and criteria resolved', async () => {
    await harness.accepted({ plan: PLAN, documentName: 'Phần mềm của tỉnh' });
    const { plans } = await harness.data<{ plans: { nodes: Record<string, unknown>[] } }>(READ);
    const [plan] = plans.nodes;
    expect(plan).toMatchObject({
      kind: 'INDEX_IMPROVEMENT_PLAN',
      issuer: { id: '62/uy-ban-nhan-dan-tinh' },
      targets: [{ value: 85.5, effectiveDeadline: '2020-12-31', source: { document: 'Phần mềm của tỉnh' } }],
      tasks: {
        nodes: [
          {
            leads: [
              { printedName: 'Sở Nội vụ', agency: { id: '62/so-noi-vu' } },
              { printedName: 'Tổ công tác không ai biết', agency: null },
            ],
            coordinators: [{ agency: { id: '62/so-y-te' } }],
            due: { kind: 'YEAR', from: '2020-01-01', to: '2020-12-31', text: 'Năm 2020' },
            earliestDeadline: '2020-06-30',
            products: [
              { name: 'Báo cáo', due: { kind: 'QUARTER', to: '2020-06-30' } },
              { name: 'Kế hoạch', due: null },
            ],
          },
        ],
      },
    });
    expect(plan?.['indexGoals']).toMatchObject([
      {
        level: 'DIMENSION',
        criterionCode: '1',
        criterion: { id: 'PAPI:2019:1' },
        baselineRank: 5,
        targetRank: 3,
        provinceId: '62@2004-01-01',
      },
      { level: 'INDEX', criterionCode: 'TOTAL', targetRankGain: 2, targetYear: 2020 },
      { criterionCode: '3', targetScore: 5.25, targetMax: 10, plan: { id: plan?.['id'] } },
    ]);
  });

  it('reports everything that is wrong with it, with paths as in the input', async () => {
    const { data } = await harness.publish({
      plan: {
        ...PLAN,
        title: ' ',
        issuer: 'x'.repeat(501),
        periodFrom: '2021-01-01',
        issuedOn: '1202-01-01',
        targets: [
          { ...PLAN.targets[0], metric: 'SATISFACTION' },
          { ...PLAN.targets[0], unit: 'COUNT', value: 1.5 },
          { ...PLAN.targets[0], value: -1, deadline: '2201-01-01' },
        ],
        tasks: [
          { ...PLAN.tasks[0], number: '', due: 'lúc nào đó' },
          { ...PLAN.tasks[0], products: [{ name: '', due: 'y'.repeat(301) }], leads: [''] },
        ],
        indexGoals: [
          { index: 'ICT_INDEX', printedCriterion: 'ICT', targetYear: 2020, targetRank: 0 },
          { index: 'PAPI', criterion: '9.9', printedCriterion: 'x', targetYear: 2020 },
          { index: 'PAPI', criterion: '1', printedCriterion: 'x', targetYear: 3000, targetScore: -2 },
        ],
      },
    });
    expect(data?.receipt.status).toBe('REJECTED');
    expect(data?.receipt.problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'plan.title PLAN_FIELD_EMPTY',
      'plan.issuer PLAN_FIELD_TOO_LONG',
      'plan.periodTo PLAN_PERIOD_INVALID',
      'plan.issuedOn PLAN_YEAR_INVALID',
      'plan.targets[0].metric METRIC_UNKNOWN',
      'plan.tasks[0].number PLAN_FIELD_EMPTY',
      'plan.tasks[0].due PLAN_DUE_UNREADABLE',
      'plan.tasks[0].products[0].due PLAN_DUE_UNREADABLE',
      'plan.indexGoals[0].index PLAN_INDEX_UNKNOWN',
      'plan.indexGoals[0].targetRank PLAN_FIGURE_INVALID',
      'plan.targets[1].value PLAN_FIGURE_INVALID',
      'plan.targets[1].unit PLAN_METRIC_UNIT_DIFFERS',
      'plan.tasks[1].leads[0] PLAN_FIELD_EMPTY',
      'plan.tasks[1].products[0].name PLAN_FIELD_EMPTY',
      'plan.tasks[1].products[0].due PLAN_FIELD_TOO_LONG',
      'plan.indexGoals[1].criterion PLAN_CRITERION_UNKNOWN',
      'plan.indexGoals[1].targetScore PLAN_GOAL_EMPTY',
      'plan.targets[2].deadline PLAN_YEAR_INVALID',
      'plan.targets[2].value PLAN_FIGURE_INVALID',
      'plan.indexGoals[2].targetYear PLAN_YEAR_INVALID',
      'plan.indexGoals[2].targetScore PLAN_FIGURE_INVALID',
    ]);
  });

  it('needs an issuer that is known, or its id', async () => {
    const unknown = await harness.publish({ plan: { ...PLAN, issuer: 'Hội đồng giả định' } });
    expect(unknown.data?.receipt.problems).toMatchObject([{ path: 'plan.issuer', code: 'PLAN_ISSUER_UNKNOWN' }]);
    const malformed = await harness.publish({ plan: PLAN, issuerAgency: 'Sở Nội vụ' });
    expect(malformed.data?.receipt.problems).toMatchObject([{ path: 'issuerAgency', code: 'PLAN_AGENCY_ID_INVALID' }]);
    const given = await harness.publish({
      plan: { ...PLAN, issuer: 'Hội đồng giả định' },
      issuerAgency: '62/hoi-dong',
      dryRun: true,
    });
    expect(given.data?.receipt.status).toBe('DRY_RUN');
  });

  it('may have 20,000 rows and not one more', async () => {
    const rows = (count: number) => ({
      ...PLAN,
      tasks: [],
      indexGoals: [],
      targets: Array.from({ length: count }, () => PLAN.targets[0]),
    });
    const { errors } = await harness.publish({ plan: rows(20_000), dryRun: true });
    expect(errors?.[0]?.extensions.code).toBe('TOO_MANY_ROWS');
    const { data } = await harness.publish({ plan: rows(19_999), dryRun: true });
    expect(data?.receipt).toMatchObject({ status: 'DRY_RUN', acceptedRows: 20_000 });
  });
});

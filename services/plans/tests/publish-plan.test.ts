import { PlansHarness } from './support/plans-harness';
import { planText, THREE_TASKS } from './support/plan-texts';

interface PlanShape {
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly issuer: { readonly id: string };
  readonly province: { readonly id: string };
  readonly issuedOn: string | null;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly signer: string | null;
  readonly documentText: string | null;
  readonly publication: { readonly id: string };
  readonly targets: readonly {
    readonly id: string;
    readonly value: number;
    readonly comparator: string;
    readonly metric: { readonly code: string } | null;
    readonly source: { readonly document: string; readonly lineFrom: number } | null;
  }[];
  readonly tasks: { readonly totalCount: number; readonly nodes: readonly TaskShape[] };
  readonly legalReferences: readonly { readonly number: string; readonly issuedOn: string | null }[];
  readonly reportDuties: readonly { readonly recurrence: string; readonly dueOn: readonly string[] }[];
  readonly findings: readonly { readonly code: string; readonly message: string }[];
}
interface TaskShape {
  readonly id: string;
  readonly number: string;
  readonly content: string;
  readonly earliestDeadline: string | null;
  readonly products: readonly { readonly name: string; readonly due: { readonly to: string | null } | null }[];
  readonly leads: readonly { readonly printedName: string; readonly agency: { readonly id: string } | null }[];
}

const PLANS = `query ($search: String, $recordedAsOf: DateTime) { plans(filter: { search: $search }, recordedAsOf: $recordedAsOf) { totalCount nodes {
  id number title issuer { id } province { id } issuedOn periodFrom periodTo signer documentText publication { id }
  targets { id value comparator metric { code } source { document lineFrom } }
  tasks { totalCount nodes { id number content earliestDeadline products { name due { to } } leads { printedName agency { id } } } }
  legalReferences { number issuedOn } reportDuties { recurrence dueOn(year: 2019) } findings { code message(language: EN) } } } }`;

describe('publishing a plan', () => {
  let harness: PlansHarness;
  beforeEach(async () => {
    harness = await PlansHarness.start();
  });
  afterEach(() => harness.stop());

  const plans = async (recordedAsOf: string | null = null): Promise<readonly PlanShape[]> =>
    (await harness.data<{ plans: { nodes: PlanShape[] } }>(PLANS, { recordedAsOf })).plans.nodes;

  it('reads the text into plan, targets, tasks with agencies and dates, references and duties', async () => {
    const receipt = await harness.accepted({ text: planText(), documentName: 'ke-hoach.txt' });
    expect(receipt.publication).toMatchObject({ id: 'plan-1', province: { id: '62@2004-01-01' } });
    const [plan] = await plans();
    expect(plan).toMatchObject({
      number: '12/KH-UBND',
      issuer: { id: '62/uy-ban-nhan-dan-tinh' },
      province: { id: '62@2004-01-01' },
      issuedOn: '2019-01-05',
      periodFrom: '2019-01-01',
      periodTo: '2019-12-31',
      publication: { id: 'plan-1' },
      documentText: planText(),
    });
    expect(plan?.targets).toEqual([
      expect.objectContaining({
        value: 85,
        comparator: 'GT',
        metric: { code: 'SATISFACTION_PROCEDURES' },
        source: { document: 'ke-hoach.txt', lineFrom: 10 },
      }),
    ]);
    expect(plan?.tasks.nodes.map(({ number, earliestDeadline }) => [number, earliestDeadline])).toEqual([
      ['1', '2019-03-31'],
      ['2', '2019-06-30'],
      ['3', null],
    ]);
    expect(plan?.tasks.nodes[1]?.products.map(({ due }) => due?.to)).toEqual(['2019-06-30', '2019-12-31']);
    expect(plan?.tasks.nodes[0]?.leads).toEqual([{ printedName: 'Sở Tư pháp', agency: { id: '62/so-tu-phap' } }]);
    expect(plan?.legalReferences).toEqual([{ number: '30c/NQ-CP', issuedOn: '2011-11-08' }]);
    expect(plan?.reportDuties).toEqual([
      { recurrence: 'QUARTERLY', dueOn: ['2019-03-15', '2019-06-15', '2019-09-15', '2019-12-15'] },
    ]);
    expect(receipt.acceptedRows).toBe(1 + 1 + 3 + 1 + 1);
  });

  it('supersedes the former version of a plan and keeps the ids of tasks whose number and content agree', async () => {
    await harness.accepted({ text: planText() });
    const [before] = await plans();
    const corrected = [
      THREE_TASKS[0] ?? [],
      ...THREE_TASKS.slice(1, 3),
      ['3', 'Tuyên truyền cải cách hành chính trên báo', 'Tin, bài', 'Sở Nội vụ', '', 'Thường xuyên'],
    ] as typeof THREE_TASKS;
    const receipt = await harness.accepted({ text: planText({ tasks: corrected }) });
    expect(receipt.publication).toMatchObject({ id: 'plan-2', supersedes: { id: 'plan-1' } });
    const after = await plans();
    expect(after).toHaveLength(1);
    const ids = (plan: PlanShape | undefined): string[] => plan?.tasks.nodes.map(({ id }) => id) ?? [];
    expect(after[0]?.id).toBe(before?.id);
    expect(ids(after[0]).slice(0, 2)).toEqual(ids(before).slice(0, 2));
    expect(ids(after[0])[2]).not.toBe(ids(before)[2]);
    expect(after[0]?.targets[0]?.id).toBe(before?.targets[0]?.id);
  });

  it('supersedes a plan under another number when it is said to correct it', async () => {
    await harness.accepted({ text: planText() });
    const [before] = await plans();
    await harness.accepted({ text: planText({ number: '13/KH-UBND' }), corrects: before?.id });
    expect((await plans()).map(({ id, number }) => [id, number])).toEqual([[before?.id, '13/KH-UBND']]);
    await harness.accepted({ text: planText({ number: '13/KH-UBND', goals: [] }) });
    expect((await plans()).map(({ id }) => id)).toEqual([before?.id]);
    const refused = await harness.publish({ text: planText(), corrects: 'plan-unknown' });
    expect(refused.data?.receipt.problems).toMatchObject([{ path: 'corrects', code: 'PLAN_TO_CORRECT_UNKNOWN' }]);
  });

  it('keeps plans of other years and numbers apart', async () => {
    await harness.accepted({ text: planText() });
    await harness.accepted({ text: planText({ year: 2020 }) });
    await harness.accepted({ text: planText({ number: '14/KH-UBND' }) });
    const found = (await plans()).map(({ number, periodTo }) => `${number} ${periodTo}`);
    expect(found[0]).toBe('12/KH-UBND 2020-12-31');
    expect(found.slice(1).sort()).toEqual(['12/KH-UBND 2019-12-31', '14/KH-UBND 2019-12-31']);
  });

  it('makes the former version current again, whole, when the correction is retracted', async () => {
    await harness.accepted({ text: planText() });
    const before = await plans();
    const receipt = await harness.accepted({ text: planText({ goals: [], tasks: [] }) });
    const between = await plans();
    expect(between[0]).toMatchObject({ targets: [], tasks: { totalCount: 0 } });
    const { data } = await harness.retract('plan-2');
    expect(data?.receipt.publication).toMatchObject({ id: 'plan-2', status: 'RETRACTED' });
    expect(await plans()).toEqual(before);
    const known = receipt.publication as { receivedAt: string };
    expect(await plans(known.receivedAt)).toEqual(between);
    const statuses = `{ plans { nodes { publication { id status rowCount } } } }`;
    expect(await harness.data(statuses)).toEqual({
      plans: { nodes: [{ publication: { id: 'plan-1', status: 'ACCEPTED', rowCount: 7 } }] },
    });
    expect((await harness.retract('plan-1', 'hung-yen')).errors?.[0]?.extensions.code).toBe('RETRACTION_NOT_YOURS');
    await harness.retract('plan-1');
    expect(await plans()).toEqual([]);
  });

  it('answers the same key with the same receipt and refuses other content under it', async () => {
    const first = await harness.accepted({ text: planText(), idempotencyKey: 'one' });
    expect(await harness.accepted({ text: planText(), idempotencyKey: 'one' })).toEqual({ ...first, replayed: true });
    const reused = await harness.publish({ text: planText({ year: 2020 }), idempotencyKey: 'one' });
    expect(reused.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('writes nothing in a dry run', async () => {
    const { data } = await harness.publish({ text: planText(), dryRun: true });
    expect(data?.receipt).toMatchObject({ status: 'DRY_RUN', acceptedRows: 7, publication: null });
    expect(await plans()).toEqual([]);
  });
});

describe('the rights and rules of publishing a plan', () => {
  let harness: PlansHarness;
  beforeAll(async () => {
    harness = await PlansHarness.start();
  });
  afterAll(() => harness.stop());

  it.each([
    ['nobody', null, {}, 'NOT_AUTHENTICATED'],
    ['an analyst', 'analyst' as const, {}, 'NOT_PERMITTED'],
    ['another province', 'hung-yen' as const, {}, 'NOT_PERMITTED'],
    ['the ministry', 'ministry' as const, {}, 'NOT_PERMITTED'],
  ])('refuses %s', async (_who, as, input, code) => {
    const { errors } = await harness.publish({ text: planText(), ...input }, as);
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  it.each([
    ['an empty text', '  \n ', 'PLAN_EMPTY'],
    [
      'a text that is no plan',
      'Đây là một văn bản tiếng Việt bình thường của Ủy ban nhân dân tỉnh.\n'.repeat(5),
      'PLAN_NOT_A_PLAN',
    ],
    ['a text with damaged characters', `${planText()}\0`, 'PLAN_CHARACTER_INVALID'],
    ['a text that is too long', 'a'.repeat(2_000_001), 'PLAN_TOO_LARGE'],
    ['a plan of another province', planText({ province: 'Hưng Yên' }), 'PLAN_PROVINCE_DIFFERS'],
    ['a title without a year', planText().replace('tỉnh Kon Tum năm 2019', 'tỉnh Kon Tum'), 'PLAN_PERIOD_MISSING'],
  ])('rejects %s', async (_what, text, code) => {
    const { data } = await harness.publish({ text });
    expect(data?.receipt).toMatchObject({ status: 'REJECTED', publication: null });
    expect(data?.receipt.problems.map((problem) => problem.code)).toContain(code);
  });

  it('wants either a text or a structured plan', async () => {
    expect((await harness.publish({})).errors?.[0]?.extensions.code).toBe('PLAN_INPUT_INVALID');
  });
});

import { PlansHarness } from './support/plans-harness';
import { planText, THREE_TASKS } from './support/plan-texts';

const READ = `query ($text: String!, $province: ID!) { reading: readPlan(text: $text, province: $province, documentName: "thử.txt") {
  number kind title printedProvince issuerName issuer { id } periodFrom periodTo signer
  targets { label value comparator metric { code } source { document lineFrom lineTo } }
  tasks { id number content leads { printedName agency { id } } due { kind to } products { name due { to } } source { lineFrom lineTo } }
  indexGoals { indexCode targetRank } shortcomings { criterion } reportDuties { recurrence dueOn(year: 2020) } legalReferences { number citedAt { lineFrom } }
  findings { code message sources { lineFrom } } supersedes { id number } tasksLost } }`;

interface Reading {
  readonly reading: {
    readonly targets: readonly object[];
    readonly tasks: readonly { readonly id: string }[];
    readonly findings: readonly { readonly code: string; readonly sources: readonly { readonly lineFrom: number }[] }[];
    readonly supersedes: { readonly id: string } | null;
    readonly tasksLost: readonly string[];
  };
}

describe('reading a plan before it is published', () => {
  let harness: PlansHarness;
  beforeAll(async () => {
    harness = await PlansHarness.start();
  });
  afterAll(() => harness.stop());

  const read = async (text: string): Promise<Reading['reading']> =>
    (await harness.data<Reading>(READ, { text, province: '62' }, 'kon-tum')).reading;

  it('shows every fact with its lines, and writes nothing', async () => {
    expect(await read(planText())).toMatchObject({
      number: '12/KH-UBND',
      printedProvince: '62',
      issuer: { id: '62/uy-ban-nhan-dan-tinh' },
      periodTo: '2019-12-31',
      targets: [
        {
          value: 85,
          comparator: 'GT',
          metric: { code: 'SATISFACTION_PROCEDURES' },
          source: { document: 'thử.txt', lineFrom: 10, lineTo: 10 },
        },
      ],
      tasks: [
        { number: '1', leads: [{ agency: { id: '62/so-tu-phap' } }], source: { lineFrom: 19 } },
        { number: '2' },
        { number: '3', due: { kind: 'CONTINUOUS', to: null } },
      ],
      reportDuties: [{ recurrence: 'QUARTERLY' }],
      legalReferences: [{ number: '30c/NQ-CP', citedAt: [{ lineFrom: 6 }] }],
      supersedes: null,
      tasksLost: [],
    });
    expect(await harness.data('{ plans { totalCount } }')).toEqual({ plans: { totalCount: 0 } });
  });

  it('tells what could not be read, with its lines', async () => {
    const unclear = planText({ tasks: [['1', 'Rà soát văn bản', 'Báo cáo', '', '', 'khi cần']] });
    const { findings } = await read(unclear);
    expect(findings.map(({ code, sources }) => [code, sources[0]?.lineFrom])).toEqual(
      expect.arrayContaining([
        ['TASK_DUE_UNREADABLE', 19],
        ['TASK_LEAD_MISSING', 19],
      ]),
    );
  });

  it('tells which plan it would supersede, which tasks keep their ids and which are lost', async () => {
    const before = await read(planText());
    await harness.accepted({ text: planText() });
    const shorter = await read(planText({ tasks: THREE_TASKS.slice(0, 1) }));
    expect(shorter.supersedes?.id).toMatch(/^plan-/);
    expect(shorter.tasks.map(({ id }) => id)).toEqual([before.tasks[0]?.id]);
    expect(shorter.tasksLost).toEqual(before.tasks.slice(1).map(({ id }) => id));
  });

  it('is for publishers and analysts, and refuses what is no plan', async () => {
    const codeOf = async (text: string, as: 'analyst' | null): Promise<string | undefined> =>
      (await harness.ask(READ, { text, province: '62' }, as)).errors?.[0]?.extensions.code;
    expect(await codeOf(planText(), null)).toBe('NOT_AUTHENTICATED');
    expect(await codeOf(planText(), 'analyst')).toBeUndefined();
    expect(await codeOf('', 'analyst')).toBe('PLAN_EMPTY');
  });
});

describe('the bulk door for plans', () => {
  let harness: PlansHarness;
  beforeAll(async () => {
    harness = await PlansHarness.start();
  });
  afterAll(() => harness.stop());

  const send = async (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>> = {},
    query = 'province=62&document=a.txt',
  ): Promise<{ status: number; answer: Record<string, unknown> }> => {
    const response = await fetch(`${harness.address}/publish/plan?${query}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'idempotency-key': 'bulk',
        ...(await harness.authorization('kon-tum')),
        ...headers,
      },
    });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  };

  it('takes the bare text, gives the receipt of the mutation, and replays it', async () => {
    const dry = await send(planText(), { 'dry-run': 'true' });
    expect(dry).toMatchObject({ status: 200, answer: { status: 'DRY_RUN', publication: null } });
    const first = await send(planText());
    expect(first).toMatchObject({
      status: 200,
      answer: { status: 'ACCEPTED', publication: { id: 'plan-1' }, replayed: false, problemCounts: {} },
    });
    expect(await send(planText())).toMatchObject({
      status: 200,
      answer: { publication: { id: 'plan-1' }, replayed: true },
    });
  });

  it('answers 422 with the problems of a plan that was rejected', async () => {
    const { status, answer } = await send('Không phải kế hoạch của Ủy ban nhân dân tỉnh. '.repeat(20), {
      'idempotency-key': 'b2',
    });
    expect([status, answer['status']]).toEqual([422, 'REJECTED']);
    expect(answer['problemCounts']).toEqual({ PLAN_NOT_A_PLAN: 1 });
  });

  it.each([
    ['without a token', planText(), { authorization: '' }, 'province=62', 401],
    ['for another province', planText(), {}, 'province=33', 403],
    ['without a province', planText(), {}, '', 400],
    ['without a key', planText(), { 'idempotency-key': '' }, 'province=62', 400],
    ['with a word that is no flag', planText(), { 'dry-run': 'perhaps' }, 'province=62', 400],
    ['as JSON', '{}', { 'content-type': 'application/json' }, 'province=62', 400],
    ['in another encoding', new Uint8Array([0xff, 0xfe, 0x4b]), {}, 'province=62', 400],
  ])('refuses a plan sent %s', async (_how, body, headers, query, expected) => {
    const { status } = await send(body, headers, query);
    expect(status).toBe(expected);
  });

  it('shows both ledgers in the change feed', async () => {
    const lines = async (dataset: string): Promise<string> =>
      (
        await fetch(`${harness.address}/changes?dataset=${dataset}`, {
          headers: await harness.authorization('analyst'),
        })
      ).text();
    expect(await lines('PLAN')).toContain('"publication":"plan-1"');
    expect(await lines('TASK_PROGRESS')).not.toContain('plan-1');
  });
});

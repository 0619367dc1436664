import fc from 'fast-check';
import { taskStatus } from '../src/modules/task/task-status.rules';
import { TASK_STATUSES } from '../src/modules/vocabulary/task-status';
import { accepted, PlansHarness } from './support/plans-harness';
import { planText } from './support/plan-texts';

interface Task {
  readonly id: string;
  readonly number: string;
  readonly content: string;
  readonly status: string;
  readonly earliestDeadline: string | null;
  readonly plan: { readonly id: string; readonly number: string };
  readonly progress: readonly {
    readonly reportedOn: string;
    readonly status: string;
    readonly percent: number | null;
    readonly publication: { readonly id: string };
  }[];
}
interface Tasks {
  readonly tasks: {
    readonly totalCount: number;
    readonly nodes: readonly Task[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

const TASKS = `query ($filter: TaskFilter, $first: Int, $after: String, $asOf: Date, $recordedAsOf: DateTime) {
  tasks(filter: $filter, first: $first, after: $after, recordedAsOf: $recordedAsOf) {
    totalCount pageInfo { endCursor hasNextPage }
    nodes { id number content status(asOf: $asOf) earliestDeadline plan { id number } progress { reportedOn status percent publication { id } } } } }`;

describe('tasks', () => {
  let harness: PlansHarness;
  let konTum: string;
  beforeAll(async () => {
    harness = await PlansHarness.start();
    await harness.accepted({ text: planText() });
    await harness.accepted(
      { text: planText({ province: 'Hưng Yên', number: '7/KH-UBND' }), province: '33' },
      'hung-yen',
    );
    konTum = (await tasks({ provinces: ['62'] })).nodes[0]?.plan.id ?? '';
  });
  afterAll(() => harness.stop());

  const tasks = async (filter: object, more: object = {}): Promise<Tasks['tasks']> =>
    (await harness.data<Tasks>(TASKS, { filter, ...more })).tasks;
  const found = async (filter: object, more: object = {}): Promise<string[]> =>
    (await tasks(filter, more)).nodes.map(({ plan, number }) => `${plan.number} ${number}`).sort();

  it('are found by province, plan and area', async () => {
    expect(await found({ provinces: ['62'] })).toEqual(['12/KH-UBND 1', '12/KH-UBND 2', '12/KH-UBND 3']);
    expect(await found({ plan: konTum })).toHaveLength(3);
    expect(await found({ area: 'INSTITUTIONS' })).toHaveLength(6);
    expect(await found({ area: 'ONE_STOP' })).toEqual([]);
    expect(await found({ provinces: ['62@2004-01-01', '33'], asOf: '2019-07-01' })).toHaveLength(6);
  });

  it('are found by the agency that leads them, by id and by name in every province', async () => {
    expect(await found({ lead: '62/so-noi-vu' })).toEqual(['12/KH-UBND 2', '12/KH-UBND 3']);
    expect(await found({ lead: 'sở nội vụ' })).toHaveLength(4);
    expect(await found({ lead: '62/so-y-te' })).toEqual([]);
    const { errors } = await harness.ask(TASKS, { filter: { lead: 'Hội những người yêu mèo' } });
    expect(errors?.[0]?.extensions.code).toBe('TASK_LEAD_UNKNOWN');
  });

  it('are overdue as of a day, the task with several products by the one due first', async () => {
    expect(await found({ provinces: ['62'], status: 'OVERDUE', asOf: '2019-03-31' })).toEqual([]);
    expect(await found({ provinces: ['62'], status: 'OVERDUE', asOf: '2019-04-01' })).toEqual(['12/KH-UBND 1']);
    expect(await found({ lead: 'Sở Nội vụ', status: 'OVERDUE', asOf: '2019-07-01' })).toEqual([
      '12/KH-UBND 2',
      '7/KH-UBND 2',
    ]);
    expect(await found({ provinces: ['62'], dueBefore: '2019-06-30' })).toEqual(['12/KH-UBND 1']);
  });

  it('are found by words without diacritics, best match first, and by an unfinished word', async () => {
    const { nodes } = await tasks({ search: 'do luong muc do hai long', provinces: ['62'] });
    expect(nodes.map(({ number }) => number)).toEqual(['2']);
    expect(await found({ search: 'TUYÊN TRUYỀN cải các', provinces: ['62'] })).toEqual(['12/KH-UBND 3']);
    expect(await found({ search: 'khảo sát', provinces: ['62'] })).toEqual(['12/KH-UBND 2']);
    expect(await found({ search: 'cấp nước sạch' })).toEqual([]);
  });

  it.each([[{}], [{ search: 'cải' }]])('are paged without loss or repetition (%j)', async (filter) => {
    const all = (await tasks(filter)).nodes.map(({ id }) => id);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Tasks['tasks'] = await tasks(filter, { first: 2, after });
      expect(page.totalCount).toBe(all.length);
      paged.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(all);
    const beyond = await harness.ask<Tasks>(TASKS, { filter, after: 'not-a-cursor' });
    expect(beyond.errors?.[0]?.extensions.code).toBe('CURSOR_INVALID');
  });

  it('refuse a province code that nobody bears on the day', async () => {
    const { errors } = await harness.ask(TASKS, { filter: { provinces: ['99'] } });
    expect(errors?.[0]?.extensions.code).toBe('PLAN_PROVINCE_UNKNOWN');
  });
});

describe('progress of tasks', () => {
  let harness: PlansHarness;
  let plan: string;
  let ids: readonly string[];
  beforeEach(async () => {
    harness = await PlansHarness.start();
    await harness.accepted({ text: planText() });
    const { tasks } = await harness.data<Tasks>(TASKS);
    plan = tasks.nodes[0]?.plan.id ?? '';
    ids = tasks.nodes.map(({ id }) => id);
  });
  afterEach(() => harness.stop());

  const statusOn = async (asOf: string, recordedAsOf: string | null = null): Promise<string | undefined> =>
    (await harness.data<Tasks>(TASKS, { filter: {}, asOf, recordedAsOf })).tasks.nodes[0]?.status;
  const item = (status: string, more: object = {}) => ({ task: ids[0], status, ...more });

  it('changes the status from the day it is about', async () => {
    accepted(await harness.report({ plan, reportedOn: '2019-03-01', items: [item('IN_PROGRESS', { percent: 40 })] }));
    accepted(await harness.report({ plan, reportedOn: '2019-05-10', items: [item('DONE', { note: 'xong' })] }));
    expect([
      await statusOn('2019-02-28'),
      await statusOn('2019-03-31'),
      await statusOn('2019-04-01'),
      await statusOn('2019-05-10'),
    ]).toEqual(['NOT_STARTED', 'IN_PROGRESS', 'OVERDUE', 'DONE']);
    const { tasks } = await harness.data<Tasks>(TASKS);
    expect(tasks.nodes[0]?.progress).toEqual([
      { reportedOn: '2019-05-10', status: 'DONE', percent: null, publication: { id: 'task-progress-2' } },
      { reportedOn: '2019-03-01', status: 'IN_PROGRESS', percent: 40, publication: { id: 'task-progress-1' } },
    ]);
  });

  it('is kept when the plan is corrected', async () => {
    accepted(await harness.report({ plan, reportedOn: '2019-03-01', items: [item('DONE')] }));
    await harness.accepted({ text: planText({ goals: [] }) });
    expect(await statusOn('2019-12-31')).toBe('DONE');
  });

  it('is replaced by a later report of the same day, and comes back when that is retracted', async () => {
    accepted(await harness.report({ plan, reportedOn: '2019-03-01', items: [item('DONE')] }));
    const later = accepted(await harness.report({ plan, reportedOn: '2019-03-01', items: [item('CANCELLED')] }));
    expect(await statusOn('2019-04-01')).toBe('CANCELLED');
    const { data } = await harness.retractReport('task-progress-2');
    expect(data?.receipt.publication?.status).toBe('RETRACTED');
    expect(await statusOn('2019-04-01')).toBe('DONE');
    expect(await statusOn('2019-04-01', (later.publication as { receivedAt: string }).receivedAt)).toBe('CANCELLED');
  });

  it('reports every row that is wrong, with its path', async () => {
    const { data } = await harness.report({
      plan,
      reportedOn: '2019-03-01',
      items: [
        item('OVERDUE'),
        item('DONE', { percent: 99 }),
        { task: ids[1], status: 'IN_PROGRESS', percent: 101 },
        { task: 'task-of-another', status: 'DONE' },
        { task: ids[2], status: 'DONE', note: 'x'.repeat(2001) },
      ],
    });
    expect(data?.receipt.status).toBe('REJECTED');
    const problems = data?.receipt.problems.map(({ row, path, code }) => `${row} ${path} ${code}`);
    expect(problems?.sort()).toEqual([
      '0 status PROGRESS_STATUS_COMPUTED',
      '1 percent PROGRESS_PERCENT_INVALID',
      '1 task ROW_TWICE',
      '2 percent PROGRESS_PERCENT_INVALID',
      '3 task PROGRESS_TASK_UNKNOWN',
      '4 note TEXT_TOO_LONG',
    ]);
  });

  it('is refused for others, for unknown plans and without rows', async () => {
    const input = { plan, reportedOn: '2019-03-01', items: [item('DONE')] };
    const codeOf = async (given: object, as: 'hung-yen' | 'kon-tum' | null): Promise<string | undefined> =>
      (await harness.report(given, as)).errors?.[0]?.extensions.code;
    expect(await codeOf(input, 'hung-yen')).toBe('NOT_PERMITTED');
    expect(await codeOf(input, null)).toBe('NOT_AUTHENTICATED');
    expect(await codeOf({ ...input, plan: 'plan-unknown' }, 'kon-tum')).toBe('PLAN_UNKNOWN');
    expect(await codeOf({ ...input, items: [] }, 'kon-tum')).toBe('ROWS_MISSING');
    expect(await codeOf({ ...input, reportedOn: '2999-01-01' }, 'kon-tum')).toBe('PROGRESS_DAY_INVALID');
    const tooMany = Array.from({ length: 20_001 }, () => item('DONE'));
    expect(await codeOf({ ...input, items: tooMany }, 'kon-tum')).toBe('TOO_MANY_ROWS');
  });

  it('comes through the bulk door by the same rules', async () => {
    const send = async (rows: string, key: string, query = `plan=${plan}&reportedOn=2019-03-02`) => {
      const response = await fetch(`${harness.address}/publish/task-progress?${query}`, {
        method: 'POST',
        body: `task,status,percent\n${rows}`,
        headers: { 'content-type': 'text/csv', 'idempotency-key': key, ...(await harness.authorization('kon-tum')) },
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    expect(await send(`${ids[0]},DONE,\n${ids[1]},IN_PROGRESS,40\n`, 'a')).toMatchObject({
      status: 200,
      body: { status: 'ACCEPTED', acceptedRows: 2, publication: { id: 'task-progress-1' } },
    });
    expect(await statusOn('2019-12-31')).toBe('DONE');
    expect(await send(`${ids[0]},OVERDUE,x\nnobody,LATE,\n`, 'b')).toMatchObject({
      status: 422,
      body: {
        problemCounts: { PROGRESS_STATUS_COMPUTED: 1, PROGRESS_TASK_UNKNOWN: 1, INTEGER_INVALID: 1, CHOICE_UNKNOWN: 1 },
      },
    });
    expect((await send('', 'c', `plan=${plan}&reportedOn=gestern`)).status).toBe(400);
    expect((await send('', 'd', 'plan=plan-unknown&reportedOn=2019-03-02')).status).toBe(404);
  });

  it('makes the filter by status and the status of each task agree on every day (any reports)', async () => {
    const day = fc
      .integer({ min: 0, max: 364 })
      .map((offset) => new Date(Date.UTC(2019, 0, 1 + offset)).toISOString().slice(0, 10));
    const report = fc.record({
      reportedOn: day,
      task: fc.integer({ min: 0, max: 2 }),
      status: fc.constantFrom('NOT_STARTED', 'IN_PROGRESS', 'DONE', 'CANCELLED'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(report, { minLength: 1, maxLength: 4 }),
        fc.array(day, { minLength: 1, maxLength: 3 }),
        async (reports, days) => {
          const publications: string[] = [];
          for (const { reportedOn, task, status } of reports) {
            const receipt = accepted(await harness.report({ plan, reportedOn, items: [{ task: ids[task], status }] }));
            publications.push((receipt.publication as { id: string }).id);
          }
          for (const asOf of days) {
            const { tasks } = await harness.data<Tasks>(TASKS, { asOf });
            const expected = tasks.nodes.map(({ earliestDeadline, progress }) =>
              taskStatus(earliestDeadline, progress as never, asOf),
            );
            expect(tasks.nodes.map(({ status }) => status)).toEqual(expected);
            for (const status of TASK_STATUSES) {
              const filtered = await harness.data<Tasks>(TASKS, { filter: { status, asOf } });
              const matching = tasks.nodes.filter((_task, place) => expected[place] === status).map(({ id }) => id);
              expect(filtered.tasks.nodes.map(({ id }) => id)).toEqual(matching);
            }
          }
          for (const id of publications) await harness.retractReport(id);
        },
      ),
      { numRuns: 8 },
    );
  });
});

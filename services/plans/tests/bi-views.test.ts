import { z } from 'zod';
import { plansSet, plansSets, targetsSet, taskAgenciesSet, tasksSet, type BiSet } from '@lientinh/bi';
import { readAs } from '@lientinh/bi/testing';
import { COMPARATORS, DUE_KINDS, GOAL_LEVELS, PLAN_KINDS, REFORM_AREAS, UNITS } from '@lientinh/plan-reader';
import { statement } from '@lientinh/postgres';
import { TASK_STATUSES } from '../src/modules/vocabulary/task-status';
import { PlansHarness } from './support/plans-harness';
import { planText } from './support/plan-texts';

const valuesOf = ({ columns }: BiSet, column: string): readonly string[] | undefined =>
  columns.find(({ name }) => name === column)?.values;

describe('the contract of the BI views of plans', () => {
  it('lists the values of the enums of the GraphQL schema', () => {
    expect(valuesOf(plansSet, 'kind')).toEqual(PLAN_KINDS);
    expect(valuesOf(targetsSet, 'area')).toEqual(REFORM_AREAS);
    expect(valuesOf(targetsSet, 'comparator')).toEqual(COMPARATORS);
    expect(valuesOf(targetsSet, 'unit')).toEqual(UNITS);
    expect(valuesOf(tasksSet, 'due_kind')).toEqual(DUE_KINDS);
    expect(valuesOf(tasksSet, 'reported_status')).toEqual(TASK_STATUSES.filter((status) => status !== 'OVERDUE'));
    expect(valuesOf(taskAgenciesSet, 'role')).toEqual(['LEAD', 'COORDINATOR']);
    const goals = plansSets.find(({ name }) => name === 'index_goals');
    expect(goals && valuesOf(goals, 'level')).toEqual(GOAL_LEVELS);
  });
});

describe('searching in the BI views of plans', () => {
  let harness: PlansHarness;
  beforeAll(async () => {
    harness = await PlansHarness.start();
    await harness.accepted({ text: planText() });
    await harness.accepted({ text: planText({ province: 'Hưng Yên' }), province: '33' }, 'hung-yen');
  });
  afterAll(() => harness.stop());

  const found = async (set: string, words: string): Promise<number> => {
    const sql = `select * from bi.${set} where search_text like '%' || bi.fold_text($1) || '%'`;
    return (await readAs(harness.databaseUrl, sql, { role: 'lientinh_bi' }, [words])).length;
  };

  it.each([
    ['plans', 'cấp nước sạch', 0],
    ['plans', 'CẢI CÁCH hành chính', 2],
    ['plans', '12/KH-UBND', 2],
    ['plans', 'hung yen', 1],
    ['tasks', 'khao sat', 2],
    ['targets', 'muc do hai long', 2],
    ['targets', 'Satisfaction', 2],
    ['task_agencies', 'SỞ TƯ PHÁP', 2],
  ])('finds in %s the words %j without regard to case and diacritics', async (set, words, count) => {
    expect(await found(set, words)).toBe(count);
  });
});

const PLANS = 400;
const TASKS = 100;
const write = (sql: string) => statement('write', z.unknown(), sql);
const FILL = [
  `insert into plan (plan_id, identity, province_id, province_code, kind, title, search_text, issuer_name, issuer_agency, period_from,
     period_to, fact_count, publication, recorded_from, recorded_to)
   select 'plan-' || n, n, '62@2004-01-01', '62', 'ANNUAL_REFORM_PLAN', 'Kế hoạch', 'ke hoach', 'UBND', '62/ubnd', '2019-01-01',
     '2019-12-31', 1, n, '2026-01-01', 'infinity'
   from generate_series(1, ${PLANS}) n`,
  `insert into target (publication, plan_id, province_id, target_id, ordinal, area, area_basis, label, comparator, value, unit, effective_deadline, stated_in)
   select n, 'plan-' || n, '62@2004-01-01', 'target-' || md5(n || '/' || o), o, 'STEERING', 'TOPIC', 'Chỉ tiêu', 'EQ', o, 'COUNT', '2019-12-31', 'GOAL'
   from generate_series(1, ${PLANS}) n cross join generate_series(0, ${TASKS - 1}) o`,
  `insert into index_goal (publication, plan_id, province_id, goal_id, ordinal, index_code, level, printed_criterion, target_year, comparator)
   select n, 'plan-' || n, '62@2004-01-01', 'goal-' || md5(n || '/' || o), o, 'PAPI', 'CRITERION', 'Tiêu chí', 2019, 'EQ'
   from generate_series(1, ${PLANS}) n cross join generate_series(0, ${TASKS - 1}) o`,
  `insert into task (publication, plan_id, province_id, task_id, ordinal, reference, number, area, area_basis, content, search_text, due_kind, due_text)
   select n, 'plan-' || n, '62@2004-01-01', 'task-' || md5(n || '/' || o), o, o, o, 'STEERING', 'TOPIC', 'Nhiệm vụ', 'nhiem vu', 'NONE', ''
   from generate_series(1, ${PLANS}) n cross join generate_series(0, ${TASKS - 1}) o`,
  `insert into task_agency select publication, task_id, 0, 'LEAD', 0, 'Sở Nội vụ', '62/so-noi-vu' from task`,
  `insert into task_progress select task_id, date '2019-06-01', plan_id, 'IN_PROGRESS', 50, null, 1, '2026-01-01', 'infinity' from task`,
  'analyze',
];

describe('the BI views of plans over many rows', () => {
  let harness: PlansHarness;
  beforeAll(async () => {
    harness = await PlansHarness.start();
    await harness.database.write('fill', async (writer) => {
      for (const sql of FILL) await writer.run(write(sql));
    });
  });
  afterAll(() => harness.stop());

  const planOf = async (sql: string): Promise<string> => {
    const rows = await readAs<Record<string, string>>(harness.databaseUrl, `explain ${sql}`, { role: 'lientinh_bi' });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it.each([
    ['targets', 'target_bi_id'],
    ['tasks', 'task_bi_id'],
    ['task_agencies', 'task_agency_bi_key'],
    ['index_goals', 'index_goal_bi_id'],
  ])('turn a page of %s by the index %s, without sorting', async (name, index) => {
    const key = plansSets.find((set) => set.name === name)?.key ?? [];
    const [first] = await readAs<Record<string, string>>(
      harness.databaseUrl,
      `select ${key.join(', ')} from bi.${name} order by ${key.join(', ')} limit 1`,
    );
    const after = key.map((column) => (column === 'place' ? (first?.[column] ?? '') : `'${first?.[column]}'`));
    const plan = await planOf(
      `select * from bi.${name} where (${key.join(', ')}) > (${after.join(', ')}) order by ${key.join(', ')} limit 100`,
    );
    expect(plan).toMatch(new RegExp(`Index Scan using ${index}`));
    expect(plan.split('->')[1]).not.toMatch(/Sort/);
  });

  it.each([
    ['targets', 'plan_id', 'target_bi_plan'],
    ['tasks', 'plan_id', 'task_bi_plan'],
    ['index_goals', 'plan_id', 'index_goal_bi_plan'],
    ['tasks', 'id', 'task_bi_id'],
    ['plans', 'id', 'plan_bi_id'],
  ])('find the rows of %s by %s through the index %s', async (name, column, index) => {
    expect(await planOf(`select * from bi.${name} where ${column} = 'plan-77'`)).toMatch(
      new RegExp(`using ${index}|on ${index}`),
    );
  });
});

import { pascalCase, plansSets, sharedSets } from '@lientinh/bi';
import { readAs, viewProblems } from '@lientinh/bi/testing';
import { allPlans, DAY, writeHistory } from './support/bi-history';
import { comparableRow, expectedRows, type TextRow } from './support/bi-expected';
import { PlansHarness } from './support/plans-harness';

const SETS = plansSets.map(({ name }) => name);

describe('the BI views of plans over a history of publications, reports and retractions', () => {
  let harness: PlansHarness;
  let moments: readonly string[];
  beforeAll(async () => {
    harness = await PlansHarness.start();
    moments = await writeHistory(harness, 40, 5);
  });
  afterAll(() => harness.stop());

  const rowsAt = async (set: string, at: string | null, condition = 'true'): Promise<readonly TextRow[]> =>
    readAs<Record<string, string | null>>(harness.databaseUrl, `select * from bi.${set} v where ${condition}`, {
      role: 'lientinh_bi',
      settings: at === null ? {} : { 'bi.as_of': at },
    });
  const keyOf = (set: string, row: TextRow): string =>
    (plansSets.find(({ name }) => name === set)?.key ?? []).map((name) => row[name]).join('|');
  const sorted = (set: string, rows: readonly TextRow[]): TextRow[] =>
    [...rows].sort((a, b) => (keyOf(set, a) < keyOf(set, b) ? -1 : 1));

  it('are as the contract says', async () => {
    expect(await viewProblems(harness.database, [...plansSets, ...sharedSets])).toEqual([]);
  });

  it('give every field of every row as GraphQL gives it, now and at every past instant', async () => {
    let compared = 0;
    for (const at of [null, ...moments]) {
      const expected = expectedRows(await allPlans(harness, at));
      for (const set of SETS) {
        const shown = sorted(set, await rowsAt(set, at)).map(comparableRow);
        const said = sorted(set, expected[set] ?? []);
        expect(shown.map(asNumbers)).toEqual(said.map(asNumbers));
        compared += said.length;
      }
    }
    expect(compared).toBeGreaterThan(500);
  });

  it('read plans and progress each at its own instant', async () => {
    const early = moments[Math.floor(moments.length / 2)] ?? '';
    const taskOf = ({ reported_status: status, reported_on: on, ...row }: TextRow) => ({
      said: [status, on],
      stated: row['publication_id'],
    });
    const settings = { 'bi.as_of_plan': early };
    const mixed = await readAs<Record<string, string | null>>(harness.databaseUrl, 'select * from bi.tasks', {
      settings,
    });
    const [then, now] = [await rowsAt('tasks', early), await rowsAt('tasks', null)];
    expect(mixed.map(({ id }) => id).sort()).toEqual(then.map(({ id }) => id).sort());
    let progressed = 0;
    for (const row of mixed) {
      const ofId = (rows: readonly TextRow[]) => rows.filter(({ id }) => id === row['id']).map(taskOf);
      expect(taskOf(row).stated).toBe(ofId(then)[0]?.stated);
      const [today] = ofId(now);
      if (today === undefined) continue;
      expect(taskOf(row).said).toEqual(today.said);
      progressed += ofId(then)[0]?.said.join() === today.said.join() ? 0 : 1;
    }
    expect(progressed).toBeGreaterThan(0);
  });

  it('tell the status of a task on a day from the deadline and the report shown', async () => {
    const plans = await allPlans(harness, null);
    const said = new Map(plans.flatMap(({ tasks }) => tasks.nodes.map((task) => [task.id, task['status']])));
    const rows = await rowsAt('tasks', null);
    expect(rows.length).toBeGreaterThan(5);
    for (const { id, reported_status: reported, earliest_deadline: deadline } of rows) {
      const ended = reported === 'DONE' || reported === 'CANCELLED';
      const late = !ended && (deadline ?? DAY) < DAY;
      expect([id, late ? 'OVERDUE' : (reported ?? 'NOT_STARTED')]).toEqual([id, said.get(id ?? '')]);
    }
  });

  it.each(SETS)('say of %s since when each row reads as it does', async (set) => {
    const without = (row: TextRow): TextRow => ({ ...row, recorded_at: null });
    for (const row of await rowsAt(set, null)) {
      const [then] = (await rowsAt(set, row['recorded_at'] ?? '')).filter(
        (other) => keyOf(set, other) === keyOf(set, row),
      );
      expect(then).toEqual(row);
      const [before] = moments.filter((moment) => new Date(moment) < new Date(row['recorded_at'] ?? '')).slice(-1);
      if (before !== undefined) expect((await rowsAt(set, before)).map(without)).not.toContainEqual(without(row));
    }
  });

  it.each(SETS)('let a copy of %s follow by what changed and what was deleted since any instant', async (set) => {
    const snapshots = new Map<string, readonly TextRow[]>();
    for (const at of moments) snapshots.set(at, await rowsAt(set, at));
    const hops = moments.flatMap((from, place) =>
      [place + 1, place + 4, moments.length - 1].map((next) => [from, moments[next]] as const),
    );
    let deletedRows = 0;
    for (const [from, to] of hops) {
      if (to === undefined || to <= from) continue;
      const copy = new Map(snapshots.get(from)?.map((row) => [keyOf(set, row), row]));
      const gone = await rowsAt('deletions', to, `entity_set = '${pascalCase(set)}' and deleted_at > '${from}'`);
      for (const { entity_key: key } of gone) deletedRows += copy.delete(keyInAddress(key ?? '')) ? 1 : 0;
      const changed = snapshots.get(to)?.filter((row) => comparable(row['recorded_at'] ?? '') > comparable(from));
      for (const row of changed ?? []) copy.set(keyOf(set, row), row);
      expect(sorted(set, [...copy.values()])).toEqual(sorted(set, snapshots.get(to) ?? []));
    }
    expect(deletedRows).toBeGreaterThan(0);
  });
});

/** `'a'` and `TaskId='a',Role='LEAD',Place=1` as the values alone, joined as `keyOf` joins them. */
const keyInAddress = (key: string): string =>
  key
    .split(',')
    .map((part) => part.replace(/^\w+=/, '').replaceAll("'", ''))
    .join('|');

/** An instant of the database or of GraphQL so that text order is the order of time, to the microsecond. */
function comparable(instant: string): string {
  const [seconds = '', fraction = ''] = instant
    .replace(' ', 'T')
    .replace(/(\+00|Z)$/, '')
    .split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}`;
}

/** Numbers compare as numbers: `0.30` is `0.3`. */
const asNumbers = (row: TextRow): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      /^(value|.*_(score|max))$/.test(name) && value !== null ? Number(value) : value,
    ]),
  );

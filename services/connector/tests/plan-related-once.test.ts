import fc from 'fast-check';
import { z } from 'zod';
import { createModel, type Model } from '../src/model';
import { planResource, type PageRequest, type RowScope, type RowsPlan } from '../src/plan';
import { NO_REQUEST_OPTIONS, type RequestOptions } from '../src/query';
import { listedModel, onceModel, planModel, planSets } from './support/plan-contract';
import { createPlanDatabase, EVERYTHING, planOf, readAll, WHOLE, type PlanDatabase } from './support/plan-database';
import { expansionsOf, ofUnits } from './support/plan-expansions';
import { loadTables, tables, type Tables } from './support/plan-tables';
import { conditions, orderKeys, path } from './support/plan-trees';

let base: PlanDatabase;
beforeAll(async () => {
  base = await createPlanDatabase();
});
afterAll(() => base.destroy());

/** The rows of a plan, or the code of its failure; in one order where none was asked for. */
async function answer(plan: RowsPlan, isOrdered: boolean): Promise<unknown> {
  try {
    const rows = (await readAll(base.source, plan)).map((row) => JSON.stringify(row));
    return isOrdered ? rows : [...rows].sort();
  } catch (error) {
    return (error as { code?: unknown }).code ?? error;
  }
}

const page: fc.Arbitrary<PageRequest> = fc
  .record({ size: fc.option(fc.integer({ min: 1, max: 4 })), csv: fc.boolean() })
  .map(({ size, csv }) => ({ ...WHOLE, size, ...(csv ? { csv: { guard: true } } : {}) }));
const scopes = fc.constantFrom<RowScope>(EVERYTHING, EVERYTHING, { ...EVERYTHING, provinceCode: '01' });
const requests = fc.constantFrom('Units', 'Facts').chain((set) =>
  fc.record({
    set: fc.constant(set),
    expand: set === 'Units' ? expansionsOf.Units : expansionsOf.Facts,
    filter: set === 'Units' ? fc.option(ofUnits) : fc.option(conditions),
    orderBy: fc.array(
      fc.record({
        expression: set === 'Units' ? fc.constantFrom('Name', 'Size').map(path) : orderKeys,
        descending: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    top: fc.option(fc.nat(5)),
    skip: fc.option(fc.nat(2)),
    page,
    scope: scopes,
  }),
);

describe.each([1, 2, 3])('related rows over random rows %d', (seed) => {
  beforeAll(() => loadTables(base, fc.sample(tables, { seed, numRuns: 1 })[0] as Tables));

  it('are the same whether asked for once for all rows or for each', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async ({ set, expand, filter, orderBy, top, skip, page: asked, scope }) => {
        const options: RequestOptions = { ...NO_REQUEST_OPTIONS, expand, filter, orderBy, top, skip };
        const plan = (model: Model): RowsPlan =>
          planResource(
            model,
            { kind: 'resource', segments: [{ kind: 'name', name: set, key: null, at: 0 }] },
            options,
            scope,
            asked,
          );
        const isOrdered = asked.size !== null || top !== null || (skip ?? 0) > 0 || orderBy.length > 0;
        const each = await answer(plan(planModel), isOrdered);
        expect(await answer(plan(onceModel), isOrdered)).toEqual(each);
        expect(await answer(plan(listedModel), isOrdered)).toEqual(each);
      }),
      { numRuns: 150, seed },
    );
  });
});

const planNode = z.looseObject({
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Actual Loops': z.number(),
  get Plans() {
    return z.array(planNode).optional();
  },
});
type PlanNode = z.output<typeof planNode>;
const explained = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planNode })]) })]);
const flatten = (node: PlanNode): readonly PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];

/** The steps in which PostgreSQL carried the plan's statement out. */
async function stepsOf({ rows }: RowsPlan): Promise<readonly PlanNode[]> {
  const answered = await base.database.database.write('explain', async ({ connection }) => {
    for (const [place, value] of rows.parameters.entries())
      await connection.query('select set_config($1, $2, true)', [`bi.p${place + 1}`, value]);
    return connection.query(`explain (analyze, costs off, timing off, format json) ${rows.text}`);
  });
  return flatten(explained.parse(answered.rows)[0]['QUERY PLAN'][0].Plan);
}

describe('related rows of many rows', () => {
  beforeAll(async () => {
    await base.execute('truncate unit, fact');
    await base.execute(`insert into unit select 'u' || i, 'U', i, null from generate_series(1, 50) i`);
    await base.execute(
      `insert into fact (id, unit_id, year) select 'f' || i, 'u' || (i % 50 + 1), 2020 from generate_series(1, 10000) i`,
    );
    await base.execute('create index fact_unit on fact (unit_id)');
    await base.execute('analyze unit, fact');
  });

  const timesRead = async (plan: RowsPlan): Promise<number> =>
    (await stepsOf(plan))
      .filter((step) => step['Relation Name'] === 'fact')
      .reduce((sum, step) => sum + step['Actual Loops'], 0);
  const twenty: PageRequest = { ...WHOLE, size: 20 };

  it.each([
    'Units?$expand=Facts',
    'Units?$expand=Facts($top=2;$count=true;$orderby=Level desc)',
    'Units?$expand=Facts/$count',
    'Units?$filter=Facts/$count($filter=Year eq 2020) gt 1',
    'Units?$orderby=Facts/$count desc',
    'Facts?$expand=Unit($expand=Facts($select=Id;$top=1))&$top=20',
    'Units?$filter=Size le 20&$expand=Facts($filter=1 div Level ge 0)',
  ])('are read once where the contract says so, and by each row where it does not: %s', async (address) => {
    const once = address.startsWith('Facts') ? 2 : 1;
    expect(await timesRead(planOf(address, EVERYTHING, twenty, onceModel))).toBe(once);
    expect(await timesRead(planOf(address, EVERYTHING, twenty))).not.toBe(once);
  });

  it('are read once within related rows that an index leads to', async () => {
    const address = 'Units?$expand=Children($expand=Facts)';
    const [units] = planSets.filter(({ name }) => name === 'units');
    const navigations = units?.navigations.map((one) =>
      one.name === 'facts' ? { ...one, together: { narrowedBy: [] } } : one,
    );
    const sets = planSets.map((set) => (set === units ? { ...set, navigations: navigations ?? [] } : set));
    const model = createModel(sets, 'en');
    await base.execute(`update unit set parent_id = 'u1' where id <> 'u1'`);
    expect(await timesRead(planOf(address, EVERYTHING, twenty, model))).toBe(1);
    await base.execute('update unit set parent_id = null');
  });

  it('are found by the index where the contract names its columns', async () => {
    const address = `Units('u7')?$expand=Children($expand=Parent($expand=Facts))`;
    const steps = await stepsOf(planOf(address, EVERYTHING, WHOLE, listedModel));
    expect(steps.map((step) => step['Index Name'])).toContain('fact_unit');
  });

  it('are asked for by each row of the request when the view takes the row apart from all others', () => {
    for (const address of ['Units?$expand=Facts($top=1)', 'Units?$expand=Facts/$count'])
      expect(planOf(address, EVERYTHING, WHOLE, listedModel).rows).toEqual(planOf(address).rows);
    const throughUnits = 'Facts?$expand=Unit($expand=Facts)';
    expect(planOf(throughUnits, EVERYTHING, WHOLE, listedModel).rows).not.toEqual(planOf(throughUnits).rows);
  });

  it('are counted by each row when the view takes the row apart from all others', () => {
    const address = 'Units?$filter=Facts/$count gt 1';
    expect(planOf(address, EVERYTHING, WHOLE, listedModel).rows).toEqual(planOf(address).rows);
    const throughUnits = 'Facts?$filter=Unit/Facts/$count gt 1';
    expect(planOf(throughUnits, EVERYTHING, WHOLE, listedModel).rows).not.toEqual(planOf(throughUnits).rows);
  });

  it('are counted by each row when counting could fail on rows of nobody', () => {
    const address = 'Units?$filter=Facts/$count($filter=1 div Level gt 0) gt 1';
    expect(planOf(address, EVERYTHING, WHOLE, onceModel).rows).toEqual(planOf(address).rows);
  });

  it('are asked for by each row when they are compared with the row of the request', () => {
    const address = 'Units?$expand=Facts($filter=Level lt $it/Size)';
    expect(planOf(address, EVERYTHING, WHOLE, onceModel).rows).toEqual(planOf(address).rows);
  });
});

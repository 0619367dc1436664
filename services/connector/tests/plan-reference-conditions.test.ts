import fc from 'fast-check';
import type { BiColumn, BiSet } from '@lientinh/bi';
import { createModel, type Model } from '../src/model';
import { planResource, type PageRequest, type RowScope, type RowsPlan } from '../src/plan';
import { NO_REQUEST_OPTIONS, type Expression, type RequestOptions } from '../src/query';
import { planSets } from './support/plan-contract';
import {
  createPlanDatabase,
  EVERYTHING,
  NOW,
  planOf,
  readAll,
  WHOLE,
  type PlanDatabase,
} from './support/plan-database';
import { loadTables, tables, type Tables } from './support/plan-tables';
import { path } from './support/plan-trees';

/** Facts that repeat the name of their unit in the column `code`; `isSaid`: whether the contract says so. */
function factsOf(isSaid: boolean, more: Partial<BiSet> = {}): Model {
  const needed = new Set([...(more.key ?? []), more.provinceColumn]);
  const repeats = isSaid ? { repeats: { navigation: 'unit', column: 'name' } } : {};
  const columnOf = (column: BiColumn): BiColumn => ({
    ...column,
    nullable: column.nullable && !needed.has(column.name),
    ...(column.name === 'code' ? repeats : {}),
  });
  const changed = (set: BiSet): BiSet =>
    set.name === 'facts' ? { ...set, ...more, columns: set.columns.map(columnOf) } : set;
  return createModel(planSets.map(changed), 'en');
}
const plainModel = factsOf(false);
const saidModel = factsOf(true);

let base: PlanDatabase;
beforeAll(async () => {
  base = await createPlanDatabase();
});
afterAll(() => base.destroy());

const at = 0;
const literal = (type: 'string' | 'integer', text: string): Expression => ({ kind: 'literal', type, text, at });
const nothing: Expression = { kind: 'literal', type: 'null', text: 'null', at };
const names = fc.constantFrom('Đà', 'an', 'ab', 'none').map((name) => literal('string', name));
const properties = fc.constantFrom('Code', 'Code', 'Unit/Name').map(path);
const comparison = fc
  .tuple(
    fc.constantFrom('eq', 'eq', 'ne', 'ge'),
    properties,
    fc.oneof({ weight: 4, arbitrary: names }, fc.constant(nothing)),
    fc.boolean(),
  )
  .map(([operator, a, b, turned]): Expression => ({
    kind: 'binary',
    operator: operator as 'eq',
    left: turned ? b : a,
    right: turned ? a : b,
    at,
  }));
const leaves: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 4, arbitrary: comparison },
  fc
    .tuple(
      properties,
      fc.array(fc.oneof({ weight: 5, arbitrary: names }, fc.constant(nothing)), { minLength: 1, maxLength: 3 }),
    )
    .map(([value, list]): Expression => ({ kind: 'in', value, list, at })),
  fc.constantFrom<Expression>(
    { kind: 'binary', operator: 'ge', left: path('Level'), right: literal('integer', '0'), at },
    { kind: 'binary', operator: 'eq', left: path('Unit/Size'), right: literal('integer', '1'), at },
    { kind: 'binary', operator: 'eq', left: path('Unit/Parent/Name'), right: literal('string', 'ab'), at },
    { kind: 'binary', operator: 'eq', left: path('Code'), right: path('Name'), at },
  ),
);
const { tree: conditions } = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaves,
    fc
      .tuple(fc.constantFrom('and', 'and', 'or'), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expression => ({ kind: 'binary', operator: operator as 'and', left, right, at })),
    tie('tree').map((operand): Expression => ({ kind: 'unary', operator: 'not', operand, at })),
  ),
}));
const requests = fc.record({
  filter: conditions,
  orderBy: fc.constantFrom('UnitId', 'UnitId', 'Level').map(path),
  descending: fc.boolean(),
  size: fc.option(fc.integer({ min: 1, max: 6 })),
  top: fc.option(fc.nat(6)),
});
const SEGMENTS = [{ kind: 'name', name: 'Facts', key: null, at: 0 }] as const;

async function read(model: Model, options: RequestOptions, page: PageRequest, scope: RowScope): Promise<unknown> {
  const plan = planResource(model, { kind: 'resource', segments: [...SEGMENTS] }, options, scope, page);
  const count = plan.count === null ? null : await base.source.value(plan.owner, plan.count, NOW);
  return { rows: await readAll(base.source, plan), count };
}

describe.each([1, 2, 3])('conditions on what repeats reference data, over random rows %d', (seed) => {
  beforeAll(async () => {
    await loadTables(base, fc.sample(tables, { seed, numRuns: 1 })[0] as Tables);
    await base.execute('update fact f set code = (select u.name from unit u where u.id = f.unit_id)');
  });

  it('choose the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(requests, async ({ filter, orderBy: expression, descending, size, top }) => {
        const orderBy = [{ expression, descending }];
        const options: RequestOptions = { ...NO_REQUEST_OPTIONS, filter, orderBy, top, count: true };
        const page = { ...WHOLE, size };
        expect(await read(saidModel, options, page, EVERYTHING)).toEqual(
          await read(plainModel, options, page, EVERYTHING),
        );
      }),
      { numRuns: 150, seed },
    );
  });

  it('leave the same rows to rights', async () => {
    await base.execute('delete from fact where unit_id is null');
    const [said, plain] = [factsOf(true, { provinceColumn: 'code' }), factsOf(false, { provinceColumn: 'code' })];
    const page = { ...WHOLE, size: 5 };
    for (const provinceCode of ['Đà', 'an', 'ab', 'none'])
      for (const name of ['UnitId', 'Level']) {
        const options = { ...NO_REQUEST_OPTIONS, orderBy: [{ expression: path(name), descending: false }] };
        const scope = { ...EVERYTHING, provinceCode };
        expect(await read(said, options, page, scope)).toEqual(await read(plain, options, page, scope));
      }
  });
});

describe('conditions on what repeats reference data, over many rows', () => {
  beforeAll(async () => {
    await base.execute('truncate unit, fact');
    await base.execute(
      `insert into unit select 'u' || lpad(i::text, 2, '0'), 'n' || i / 2 % 20, 0, null from generate_series(1, 60) i`,
    );
    await base.execute(
      `insert into fact (id, unit_id, year, code) select lpad(i::text, 6, '0'), u.id, 2020, u.name
       from generate_series(1, 40000) i join unit u on u.id = 'u' || lpad((i % 60 + 1)::text, 2, '0')`,
    );
    await base.execute('create index fact_of_unit on fact (unit_id, id)');
    await base.execute('analyze unit, fact');
  });

  const explain = async (plan: RowsPlan): Promise<string> => {
    const { rows } = await base.database.database.write('explain', async ({ connection }) => {
      for (const [place, value] of plan.rows.parameters.entries())
        await connection.query('select set_config($1, $2, true)', [`bi.p${place + 1}`, value]);
      return connection.query<{ 'QUERY PLAN': string }>(`explain ${plan.rows.text}`);
    });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  const paged = factsOf(true, { pagingOrder: ['unit_id', 'id'], key: ['unit_id', 'id'] });
  const page: PageRequest = { ...WHOLE, size: 100 };
  const next: PageRequest = { ...page, after: ['u07', '000100'] };

  it.each([
    [`Code eq 'n3'`, page],
    [`Code eq 'n3'`, next],
    [`Code eq 'n3' or Code eq 'n4'`, page],
    [`Code in ('n3','n4') and Year eq 2020`, next],
    [`Unit/Name eq 'n3' and Unit/Size eq 0`, page],
  ])('pages of %s are read from the index in order', async (filter, asked) => {
    const plan = await explain(planOf(`Facts?$filter=${filter}`, EVERYTHING, asked, paged));
    expect(plan).toMatch(/Index Cond: .*unit_id = ANY/);
    expect(plan).not.toContain('Sort');
  });

  it('pages of what rights leave are read from the index in order', async () => {
    const model = factsOf(true, { pagingOrder: ['unit_id', 'id'], key: ['unit_id', 'id'], provinceColumn: 'code' });
    const plan = await explain(planOf('Facts', { ...EVERYTHING, provinceCode: 'n3' }, page, model));
    expect(plan).toMatch(/Index Cond: .*unit_id = ANY/);
    expect(plan).not.toContain('Sort');
  });

  it.each([`Facts?$filter=Code eq 'n3'&$orderby=Level`, `Facts?$apply=filter(Code eq 'n3')/groupby((Level))`])(
    'are asked as they are where rows are read in another order: %s',
    (address) => {
      expect(planOf(address, EVERYTHING, page, paged).rows.text).not.toContain('array(');
      expect(planOf(`Facts?$filter=Code eq 'n3'`, EVERYTHING, WHOLE, paged).rows.text).not.toContain('array(');
    },
  );
});

import fc from 'fast-check';
import { planResource, type PageRequest } from '../src/plan';
import { NO_REQUEST_OPTIONS, type OrderItem, type RequestOptions, type Transformation } from '../src/query';
import { planModel } from './support/plan-contract';
import {
  createPlanDatabase,
  EVERYTHING,
  NOW,
  readAll,
  readObjects,
  WHOLE,
  type PlanDatabase,
} from './support/plan-database';
import { compare, decimal, evaluate, type FactRow, type Value } from './support/plan-evaluator';
import { loadTables, tables, type Tables } from './support/plan-tables';
import { conditions, orderKeys, path } from './support/plan-trees';

let base: PlanDatabase;
let rows: readonly FactRow[] = [];
beforeAll(async () => {
  base = await createPlanDatabase();
});
afterAll(() => base.destroy());

const SEEDS = [1, 2, 3];
const planOf = (options: Partial<RequestOptions>, page: PageRequest = WHOLE) =>
  planResource(
    planModel,
    { kind: 'resource', segments: [{ kind: 'name', name: 'Facts', key: null, at: 0 }] },
    { ...NO_REQUEST_OPTIONS, ...options },
    EVERYTHING,
    page,
  );
const ID = [{ path: ['Id'], at: 0 }];

describe.each(SEEDS)('over random rows %d', (seed) => {
  beforeAll(async () => {
    rows = await loadTables(base, fc.sample(tables, { seed, numRuns: 1 })[0] as Tables);
  });

  it('chooses the rows that the specification chooses, nulls and all', async () => {
    await fc.assert(
      fc.asyncProperty(conditions, async (filter) => {
        const plan = planOf({ filter, select: ID, count: true });
        const found = (await readAll(base.source, plan)).map(([id]) => id).sort();
        expect(found).toEqual(rows.filter((row) => evaluate(filter, row) === true).map(({ Id }) => Id));
        if (plan.count === null) throw new Error('no count');
        expect(await base.source.value(plan.owner, plan.count, NOW)).toBe(String(found.length));
      }),
      { numRuns: 120, seed },
    );
  });

  it('orders as the specification orders, and gives every row once over all pages', async () => {
    const order = fc.array(fc.record({ expression: orderKeys, descending: fc.boolean() }), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(order, fc.integer({ min: 1, max: 5 }), async (orderBy, size) => {
        const wanted = [...rows].sort((a, b) => inOrder(orderBy, a, b)).map(({ Id }) => Id);
        const paged: (string | null)[] = [];
        let after: PageRequest['after'] = null;
        do {
          const plan = planOf({ orderBy, select: ID }, { size, after, changedSince: null });
          const page = await readAll(base.source, plan);
          const paging = plan.columns.flatMap(({ role }, place) => (role === 'PAGING' ? [place] : []));
          const last = page[size - 1];
          paged.push(...page.slice(0, size).map(([id]) => id ?? null));
          after = page.length > size && last !== undefined ? paging.map((place) => last[place] ?? null) : null;
        } while (after !== null);
        expect(paged).toEqual(wanted);
        const whole = await readAll(base.source, planOf({ orderBy, select: ID, top: 1000 }));
        expect(whole.map(([id]) => id)).toEqual(wanted);
      }),
      { numRuns: 25, seed },
    );
  });

  it('groups and aggregates as the specification does', async () => {
    const keys = fc.subarray(['Year', 'Level', 'Flag', 'Code', 'Unit/Size']);
    await fc.assert(
      fc.asyncProperty(keys, fc.option(conditions), async (by, filter) => {
        const items = AGGREGATES.map(({ column, method }) => ({
          expression: column === null ? null : path(column),
          method,
          alias: `${method}${column ?? ''}`,
          at: 0,
        }));
        const apply: Transformation[] = [
          ...(filter === null ? [] : [{ kind: 'filter', filter, at: 0 } as const]),
          { kind: 'groupby', by: by.map(path), then: [{ kind: 'aggregate', items, at: 0 }], at: 0 },
        ];
        const found = await readObjects(base.source, planOf({ apply }));
        const chosen = filter === null ? rows : rows.filter((row) => evaluate(filter, row) === true);
        expect(found.map((row) => groupText(by, row)).sort()).toEqual(grouped(by, chosen).sort());
      }),
      { numRuns: 40, seed },
    );
  });
});

function inOrder(orderBy: readonly OrderItem[], a: FactRow, b: FactRow): number {
  for (const { expression, descending } of orderBy) {
    const difference = compare(evaluate(expression, a), evaluate(expression, b));
    if (difference !== 0) return descending ? -difference : difference;
  }
  return compare(a.Year, b.Year) || compare(a.Id, b.Id);
}

const AGGREGATES = [
  { column: null, method: 'count' },
  { column: 'Value', method: 'sum' },
  { column: 'Total', method: 'min' },
  { column: 'Level', method: 'max' },
  { column: 'Code', method: 'countdistinct' },
] as const;

/** A decimal without zeros at its end. */
const plain = (value: Value | string | undefined): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return value;
  let { digits, scale } = value;
  for (; scale > 0 && digits % 10n === 0n; scale -= 1) digits /= 10n;
  return `${digits}e-${scale}`;
};

function groupText(by: readonly string[], row: Readonly<Record<string, string | null>>): string {
  const number = (text: string | null | undefined): string =>
    text === null || text === undefined ? 'null' : plain(decimal(text));
  const keyText = (key: string): string => {
    if (key === 'Unit/Size') return number((JSON.parse(row['Unit'] ?? '') as { Size: number | null }).Size?.toString());
    if (key === 'Flag') return row[key] === null ? 'null' : String(row[key] === 't');
    return key === 'Code' ? (row[key] ?? 'null') : number(row[key]);
  };
  const values = AGGREGATES.map(({ column, method }) => number(row[`${method}${column ?? ''}`]));
  return JSON.stringify([...by.map(keyText), ...values]);
}

function grouped(by: readonly string[], chosen: readonly FactRow[]): string[] {
  const groups = new Map<string, FactRow[]>();
  const keysOf = (row: FactRow): string[] => by.map((key) => plain(evaluate(path(key), row)));
  if (by.length === 0) groups.set('[]', []);
  for (const row of chosen) {
    const key = JSON.stringify(keysOf(row));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, members]) => {
    const known = (column: keyof FactRow): Value[] =>
      members.map((row) => row[column] as Value).filter((each) => each !== null);
    const sorted = (column: keyof FactRow): Value[] => known(column).sort(compare);
    const sum = known('Value').reduce<Value>(
      (all, one) =>
        evaluate({ kind: 'binary', operator: 'add', left: path('Total'), right: path('Value'), at: 0 }, {
          Total: all,
          Value: one,
        } as FactRow),
      decimal('0'),
    );
    const values = [
      decimal(String(members.length)),
      known('Value').length === 0 ? null : sum,
      sorted('Total')[0] ?? null,
      sorted('Level').at(-1) ?? null,
      decimal(String(new Set(known('Code')).size)),
    ];
    return JSON.stringify([...(JSON.parse(key) as string[]), ...values.map(plain)]);
  });
}

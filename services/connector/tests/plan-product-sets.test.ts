import { biSets, type BiColumn, type BiSet } from '@lientinh/bi';
import { createModel, type EntitySet, type Property } from '../src/model';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import { EVERYTHING, planOf, WHOLE } from './support/plan-database';
import type { PageRequest, RowScope, RowsPlan } from '../src/plan';

/** The statements of every set of the product are statements to PostgreSQL: over views without rows, of the contract's columns. */
const TYPES: Readonly<Record<BiColumn['type'], string>> = {
  TEXT: 'text',
  BOOLEAN: 'boolean',
  INTEGER: 'integer',
  BIGINT: 'bigint',
  DECIMAL: 'numeric',
  DATE: 'date',
  INSTANT: 'timestamptz',
};
const view = ({ name, columns, searchable }: BiSet): string => {
  const all = [
    ...columns.map((column) => `null::${TYPES[column.type]} as ${column.name}`),
    ...(searchable ? [`''::text as search_text`] : []),
  ];
  return `create view bi.${name} as select ${all.join(', ')} where false`;
};

let base: TestDatabase;
beforeAll(async () => {
  base = await createTestDatabase([]);
  const setup = [
    'create schema bi',
    'create function bi.fold_text(input text) returns text language sql as $$ select lower(input) $$',
    ...biSets.map(view),
  ];
  for (const sql of setup) await base.database.write('setup', async ({ connection }) => connection.query(sql));
});
afterAll(() => base.destroy());

const SET = 'select set_config(p.name, p.value, true) from unnest($1::text[], $2::text[]) as p(name, value)';

async function run(plans: readonly RowsPlan[]): Promise<void> {
  const statements = plans.flatMap(({ rows, count }) => (count === null ? [rows] : [rows, count]));
  await base.database.write('run', async ({ connection }) => {
    for (const { text, parameters } of statements) {
      await connection.query(SET, [parameters.map((_, place) => `bi.p${place + 1}`), parameters]);
      await connection.query(text);
    }
  });
}

const LITERAL: Readonly<Record<string, string>> = {
  'Edm.String': `'a'`,
  'Edm.Boolean': 'true',
  'Edm.Int32': '5',
  'Edm.Int64': '5',
  'Edm.Decimal': '5.5',
  'Edm.Date': '2025-07-01',
  'Edm.DateTimeOffset': '2025-07-01T00:00:00Z',
};
const conditionsOf = ({ name, type }: Property): string[] => {
  const value = LITERAL[type] ?? 'null';
  const own =
    type === 'Edm.String'
      ? [`contains(tolower(${name}),'x')`]
      : type === 'Edm.Boolean'
        ? [name]
        : [`${name} gt ${value}`];
  return [`${name} eq ${value}`, `${name} ne null`, `${name} in (${value},null)`, ...own];
};
const addressesOf = ({ name, properties, navigations, key, set }: EntitySet): readonly string[] => {
  const names = [...properties.keys()];
  const keyText = key.map((property) => `${property.name}=${LITERAL[property.type]}`).join(',');
  const related = [...navigations.values()];
  const lambdas = related.map((navigation) =>
    navigation.many ? `${navigation.name}/any()` : `${navigation.name} ne null`,
  );
  return [
    `${name}?$count=true&$filter=${[...[...properties.values()].flatMap(conditionsOf), ...lambdas].join(' or ')}&$orderby=${names.join(',')}&$top=5`,
    `${name}?$apply=groupby((${names.join(',')}),aggregate($count as RowsOfGroup))&$top=5`,
    `${name}(${keyText})`,
    ...(related.length === 0
      ? []
      : [
          `${name}?$expand=${related.map(({ name: each, many }) => `${each}(${many ? '$top=2;$count=true;' : ''}$levels=1)`).join(',')}&$top=2`,
        ]),
    ...related.map((navigation) => `${name}(${keyText})/${navigation.name}`),
    ...(set.searchable ? [`${name}?$search=lam dong`] : []),
  ];
};

const model = createModel(biSets, 'en');
const scope: RowScope = { ...EVERYTHING, provinceCode: '46' };
const sets = [...model.sets.values()].filter(({ set }) => set.name !== 'deletions');

it.each(sets.map((set) => [set.name, set] as const))(
  '%s is filtered, ordered, grouped, expanded, searched and paged',
  async (_, set) => {
    const first: PageRequest = { ...WHOLE, size: 10 };
    const after = set.pagingOrder.map(({ type }) => (LITERAL[type] ?? '').replaceAll(`'`, ''));
    const changedSince = new Map([['SCORES', '2026-01-01']] as const);
    await run([
      ...addressesOf(set).flatMap((address) => [
        planOf(address, EVERYTHING, WHOLE, model),
        planOf(address, scope, first, model),
      ]),
      planOf(set.name, scope, { ...first, after }, model),
      ...(set.set.changeTracking ? [planOf(set.name, scope, { ...first, changedSince }, model)] : []),
    ]);
  },
);

it.each([
  ['Comparisons?$count=true', true],
  ['PapiWide', true],
  ['Criteria?$expand=Rankings', true],
  ['Criteria', false],
  ['Scores', false],
  ['DossierStatistics', false],
])('joins are no loops where what is worked out is read: %s', (address, expected) => {
  const { rows, count } = planOf(address, EVERYTHING, WHOLE, model);
  expect([rows, ...(count === null ? [] : [count])].map(({ withoutLoops }) => withoutLoops)).toEqual(
    count === null ? [expected] : [expected, expected],
  );
});

import { existsSync } from 'node:fs';
import { biSets, type BiColumn, type BiNavigation, type BiSet } from '@lientinh/bi';
import { sharedFolder } from '@lientinh/testkit';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { filePublications, ownPublications, planPublications, publishMissing, type Platform } from '../src';
import { askExpansions, type ExpansionQuestion } from './three-doors-expansions';
import { GraphQuestions } from './three-doors-graph';
import { askSets, type Condition, type SetQuestion } from './three-doors-sets';
import { makeDataFolder, start, tokenOf } from './support';

const THOROUGH = process.env['CI'] === 'true';
/** Questions asked of all sets together by OData and SQL, and of the comparable ones by OData and GraphQL. */
const SET_QUESTIONS = THOROUGH ? 2_000 : 300;
const GRAPH_QUESTIONS = THOROUGH ? 1_000 : 150;
/** Questions asked of each collection of related rows by OData and SQL. */
const EXPANSION_QUESTIONS = THOROUGH ? 12 : 3;
/** Rows of a set from which values of conditions are taken. */
const SAMPLE_ROWS = 200;
const OWN_LEDGERS: readonly BiSet['name'][] = ['deletions'];

type SampleRow = Readonly<Record<string, string | null>>;

/** Conditions on values that some row has, for each type its operators. */
function conditionOn(column: BiColumn, rows: readonly SampleRow[]): fc.Arbitrary<Condition> {
  const values = [...new Set(rows.map((row) => row[column.name] ?? null))];
  const operators: readonly Condition['operator'][] =
    column.type === 'BOOLEAN' ? ['eq', 'ne'] : ['eq', 'ne', 'lt', 'le', 'gt', 'ge'];
  const words: readonly Condition['operator'][] = column.type === 'TEXT' ? ['contains', 'startswith', 'in'] : ['in'];
  const present = values.filter((value) => value !== null);
  const nulls = fc
    .constantFrom<Condition['operator']>('eq', 'ne')
    .map((operator) => ({ column, operator, value: null }));
  if (present.length === 0) return nulls;
  const valued = fc
    .tuple(fc.constantFrom(...operators, ...(column.type === 'BOOLEAN' ? [] : words)), fc.constantFrom(...present))
    .map(([operator, value]) => ({ column, operator, value: operator === 'contains' ? value.slice(1, 6) : value }));
  return column.nullable ? fc.oneof({ weight: 4, arbitrary: valued }, { weight: 1, arbitrary: nulls }) : valued;
}

/** Sets that are worked out from scores: asking them whole, thousands of times, would prove no more. */
const NARROWED_BY = ['index_code', 'year'];

function withinOf(set: BiSet, rows: readonly SampleRow[]): fc.Arbitrary<readonly Condition[]> {
  if (set.changeTracking || !set.columns.some(({ name }) => name === 'year')) return fc.constant([]);
  const columns = set.columns.filter(({ name }) => NARROWED_BY.includes(name));
  return fc
    .constantFrom(...(rows.length === 0 ? [{}] : rows))
    .map((row: SampleRow) => columns.map((column) => ({ column, operator: 'eq', value: row[column.name] ?? null })));
}

function questionOf(set: BiSet, rows: readonly SampleRow[]): fc.Arbitrary<SetQuestion> {
  const columns = fc.constantFrom(...set.columns);
  return fc.record({
    set: fc.constant(set),
    conditions: fc.array(
      columns.chain((column) => conditionOn(column, rows)),
      { maxLength: 3 },
    ),
    joinedBy: fc.constantFrom('and', 'or'),
    negated: fc.boolean(),
    within: withinOf(set, rows),
    orderBy: fc.option(fc.record({ column: columns, descending: fc.boolean() }), { nil: null }),
    top: fc.integer({ min: 1, max: 40 }),
    skip: fc.constantFrom(0, 0, 1, 7),
  });
}

function expansionOf(
  set: BiSet,
  navigation: BiNavigation,
  rows: readonly SampleRow[],
): fc.Arbitrary<ExpansionQuestion> {
  const target = biSets.find(({ name }) => name === navigation.target);
  if (target === undefined) throw new Error(`no set ${navigation.target}`);
  const conditions = fc.constantFrom(...target.columns).chain((column) => conditionOn(column, rows));
  return fc.record({
    set: fc.constant(set),
    navigation: fc.constant(navigation),
    target: fc.constant(target),
    rows: fc.integer({ min: 1, max: 3 }),
    fromTheEnd: fc.boolean(),
    condition: fc.option(conditions),
    descending: fc.boolean(),
    top: fc.option(fc.integer({ min: 0, max: 5 })),
    skip: fc.constantFrom(0, 0, 1, 3),
  });
}

const collections = biSets.flatMap((set) =>
  set.navigations
    .filter(({ many }) => many)
    .map((navigation) => [`${set.name}.${navigation.name}`, set, navigation] as const),
);

describe(`the three doors${existsSync(sharedFolder()) ? '' : ' (own facts only: ../shared is absent)'}`, () => {
  const place = makeDataFolder();
  let platform: Platform;
  let token: string;
  const clients = new Map<string, Client>();
  beforeAll(async () => {
    platform = await start(place.folder, 3_090);
    const shared = existsSync(sharedFolder())
      ? [...filePublications(sharedFolder('data', 'published')), ...planPublications(sharedFolder('documents'))]
      : [];
    await publishMissing(platform.topology, platform.issuerFolder, [...ownPublications(), ...shared], () => undefined);
    await GraphQuestions.publishDossiers(platform);
    token = await tokenOf(platform, 'analyst');
    for (const owner of new Set(biSets.map((set) => set.owner))) {
      const client = new Client({ connectionString: platform.biUrls[owner] });
      await client.connect();
      // PostgreSQL guesses that few rows of a view that is worked out have no value, and would loop over them for minutes.
      await client.query('set enable_nestloop = off');
      clients.set(owner, client);
    }
  });
  afterAll(async () => {
    await Promise.all([...clients.values()].map((client) => client.end()));
    await platform.stop();
    place.remove();
  });

  const clientOf = (set: BiSet): Client => {
    const client = clients.get(set.owner);
    if (client === undefined) throw new Error(`no connection to ${set.owner}`);
    return client;
  };

  /** Some rows of a set that stands in the database of `set`. */
  async function sampleOf(set: BiSet, name: string): Promise<readonly SampleRow[]> {
    const columns = biSets.find((one) => one.name === name)?.columns ?? [];
    const { rows } = await clientOf(set).query<SampleRow>(
      `select ${columns.map((column) => `${column.name}::text`).join(', ')} from bi.${name} limit ${SAMPLE_ROWS}`,
    );
    return rows;
  }

  it(`give the same rows and values by OData and by SQL, in ${SET_QUESTIONS} random questions to all sets`, async () => {
    const asked = biSets.filter(({ name }) => !OWN_LEDGERS.includes(name));
    for (const set of asked) {
      const rows = await sampleOf(set, set.name);
      await fc.assert(
        fc.asyncProperty(questionOf(set, rows), async (question) => {
          const { address, odata, sql } = await askSets(platform.topology.connector, token, clientOf(set), question);
          expect({ address, rows: odata }).toEqual({ address, rows: sql });
        }),
        { numRuns: Math.ceil(SET_QUESTIONS / asked.length), endOnFailure: true },
      );
    }
  });

  it.each(collections)('give the same related rows by OData and by SQL: %s', async (_, set, navigation) => {
    const rows = await sampleOf(set, navigation.target);
    await fc.assert(
      fc.asyncProperty(expansionOf(set, navigation, rows), async (question) => {
        const { address, odata, sql } = await askExpansions(
          platform.topology.connector,
          token,
          clientOf(set),
          question,
        );
        expect({ address, rows: odata }).toEqual({ address, rows: sql });
      }),
      { numRuns: EXPANSION_QUESTIONS, endOnFailure: true },
    );
  });

  it(`give the same figures by OData and by GraphQL, in ${GRAPH_QUESTIONS} random questions`, async () => {
    const graph = new GraphQuestions(platform.topology, token);
    await fc.assert(
      fc.asyncProperty(graph.questions(), async (question) => {
        const { odata, graphql } = await graph.ask(question);
        expect(odata).toEqual(graphql);
      }),
      { numRuns: GRAPH_QUESTIONS, endOnFailure: true },
    );
    expect(graph.askedWithRows).toBeGreaterThan(GRAPH_QUESTIONS / 3);
  });
});

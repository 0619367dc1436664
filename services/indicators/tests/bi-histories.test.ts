import fc from 'fast-check';
import { indicatorsSets, installBi, sharedSets } from '@lientinh/bi';
import { viewProblems } from '@lientinh/bi/testing';
import { indicatorsBi } from '../src/bi';
import { IndicatorsHarness } from './indicators-harness';
import {
  comparedByGraphql,
  comparedByView,
  rankedByGraphql,
  rankedByView,
  statedByGraphql,
  statedByView,
  type Sheet,
} from './support/bi-expected';
import { history, HistoryPlayer, RANDOM_SHEETS } from './support/bi-histories';
import { biRows, instantOf } from './support/bi-rows';

jest.setTimeout(900_000);

describe('the BI views over random histories of publications, corrections and retractions', () => {
  let subgraph: IndicatorsHarness;
  let player: HistoryPlayer;
  /** Every instant at which the ledger moved. */
  const instants: string[] = [];
  beforeAll(async () => {
    subgraph = await IndicatorsHarness.start();
    await installBi(subgraph.database, indicatorsBi());
    player = new HistoryPlayer(subgraph);
    for (const steps of fc.sample(history, { numRuns: 12, seed: 20260705 }))
      for (const step of steps) {
        const at = await player.play(step);
        if (at !== null) instants.push(at);
      }
  });
  afterAll(() => subgraph.stop());

  const sheet = fc.constantFrom(...RANDOM_SHEETS).map(({ index, year }): Sheet => ({ index, year }));
  const moment = fc.record({ place: fc.option(fc.nat(999), { freq: 4 }), ministry: fc.boolean() });
  const at = (place: number | null): string | undefined =>
    place === null ? undefined : instants[place % instants.length];

  it('are as the contract says, in every column, key and navigation', async () => {
    expect(instants.length).toBeGreaterThan(50);
    expect(await viewProblems(subgraph.database, [...indicatorsSets, ...sharedSets])).toEqual([]);
  });

  it('give every cell as comparison does, now and at any instant, to everybody and to the ministry', async () => {
    let cells = 0;
    let claims = 0;
    await fc.assert(
      fc.asyncProperty(sheet, moment, async (chosen, { place, ministry }) => {
        const asked = { ...chosen, ministry, at: at(place) };
        const [expected, found] = [await comparedByGraphql(subgraph, asked), await comparedByView(subgraph, asked)];
        if (found.size > 0) expect(found).toEqual(expected);
        else expect([...expected.values()].filter(({ value }) => value !== null)).toEqual([]);
        cells += found.size;
        claims += [...found.values()].filter(({ selfAssessed }) => selfAssessed !== null).length;
      }),
      { numRuns: 50 },
    );
    expect(cells).toBeGreaterThan(10_000);
    expect(claims).toBeGreaterThan(0);
  });

  it('give every value that counts, with its rank, as Province.scores does', async () => {
    for (const { index, year } of RANDOM_SHEETS) {
      const expected = await rankedByGraphql(subgraph, { index, year });
      expect(await rankedByView(subgraph, { index, year })).toEqual(expected);
    }
  });

  it('give the ranks of any instant as ranking does', async () => {
    await fc.assert(
      fc.asyncProperty(
        sheet,
        fc.nat(999),
        fc.constantFrom('TOTAL', '1', '2'),
        async ({ index, year }, place, criterion) => {
          const { ranking } = await subgraph.data<{
            ranking: { nodes: readonly { id: string; rank: number; rankedAmong: number | null }[] };
          }>(
            `query ($index: ID!, $year: Int!, $criterion: ID, $asOf: DateTime) {
            ranking(index: $index, year: $year, criterion: $criterion, recordedAsOf: $asOf, first: 100) { nodes { id rank rankedAmong } } }`,
            { index, year, criterion: index === 'DTI' ? 'TOTAL' : criterion, asOf: at(place) },
          );
          const rows = await biRows(
            subgraph.database,
            `select score_id, rank, ranked_among, is_rank_computed from bi.rankings where index_code = $1 and year = $2 and criterion_code = $3
             and rank is not null order by rank, province_id`,
            [index, year, index === 'DTI' ? 'TOTAL' : criterion],
            { at: at(place) },
          );
          // Where ranks are computed, the list of GraphQL leaves out the ranks that third sources print.
          const computed = rows.filter((row) => row['is_rank_computed'] === 't');
          expect(
            (computed.length > 0 ? computed : rows).map((row) => [row['score_id'], row['rank'], row['ranked_among']]),
          ).toEqual(
            ranking.nodes.map(({ id, rank, rankedAmong }) => [
              id,
              String(rank),
              rankedAmong === null ? null : String(rankedAmong),
            ]),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('give everything stated as scores does, to everybody and to the ministry', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('PAPI', 'PAR_INDEX', 'PCI', 'DTI'),
        moment,
        async (index, { place, ministry }) => {
          const asked = { ministry, at: at(place) };
          expect(await statedByView(subgraph, index, asked)).toEqual(await statedByGraphql(subgraph, index, asked));
        },
      ),
      { numRuns: 16 },
    );
  });

  it('tell from any position to any later one what changed and what is gone', async () => {
    const readAll = async (when: string | undefined) => {
      const rows = await biRows(subgraph.database, 'select * from bi.scores', [], { at: when, ministry: true });
      return new Map(rows.map((row) => [row['id'] ?? '', row]));
    };
    let gone = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(999), fc.nat(999), async (one, other) => {
        const [from = '', to = ''] = [at(one) ?? '', at(other) ?? ''].sort();
        const [before, after] = [await readAll(from), await readAll(to)];
        const deleted = await biRows(
          subgraph.database,
          `select entity_key, deleted_at, province_code, publication_id from bi.deletions where entity_set = 'Scores'`,
          [],
          { at: to, ministry: true },
        );
        const since = deleted
          .filter((row) => (instantOf(row['deleted_at']) ?? '') > from)
          .map((row) => row['entity_key']);
        for (const [id, row] of after)
          if ((instantOf(row['recorded_at']) ?? '') <= from) expect(before.get(id)).toEqual(row);
        expect(since).toEqual(
          expect.arrayContaining([...before.keys()].filter((id) => !after.has(id)).map((id) => `'${id}'`)),
        );
        expect(deleted.filter((row) => after.has((row['entity_key'] ?? '').slice(1, -1)))).toEqual([]);
        gone += since.length;
      }),
      { numRuns: 25 },
    );
    expect(gone).toBeGreaterThan(0);
  });
});

import fc from 'fast-check';
import { proceduresSets, sharedSets } from '@lientinh/bi';
import { viewProblems } from '@lientinh/bi/testing';
import {
  comparedOfBoth,
  dossiersOfBoth,
  offeringsOfBoth,
  proceduresOfBoth,
  question,
  someDay,
} from './support/bi-and-graph';
import { deletionsOfBoth, SETS, wrongRecordedAt } from './support/bi-changes';
import { history, ledgerInstants, play } from './support/history';
import { startProcedures, type RunningProcedures } from './support/start-procedures';

/** Random, and in the names of the tests: a seed written here plays the same history again. */
const SEEDS = Array.from({ length: 3 }, () => Math.floor(Math.random() * 2 ** 31));
const PATIENCE_MS = 900_000;

describe.each(SEEDS)('the BI views after the history of seed %i', (seed) => {
  let running: RunningProcedures;
  let instants: readonly string[];
  const samples = <T>(arbitrary: fc.Arbitrary<T>, numRuns: number): T[] => fc.sample(arbitrary, { seed, numRuns });

  beforeAll(async () => {
    running = await startProcedures();
    for (const steps of samples(history, 1)) await play(running, steps);
    instants = await ledgerInstants(running);
    // Enough must have been accepted for the rest to say something.
    expect(instants.length).toBeGreaterThan(10);
  }, PATIENCE_MS);
  afterAll(() => running.stop());

  it('are as the contract says, row by row', async () => {
    expect(await viewProblems(running.database, [...proceduresSets, ...sharedSets])).toEqual([]);
  });

  it(
    'sum up to what dossierComparison answers, now and at every instant',
    async () => {
      for (const [what, at] of samples(fc.tuple(question, fc.constantFrom(null, ...instants)), 100)) {
        const [graph, views] = await dossiersOfBoth(running, what, { at });
        expect({ what, at, views }).toEqual({ what, at, views: graph });
      }
    },
    PATIENCE_MS,
  );

  it(
    'have the offerings that procedures and catalogueComparison give, for days and at instants',
    async () => {
      for (const day of samples(someDay, 6)) {
        const [graph, views] = await offeringsOfBoth(running, day);
        expect(views).toEqual(graph);
      }
      for (const [day, at] of samples(fc.tuple(someDay, fc.constantFrom(...instants)), 30)) {
        const [graph, views] = await comparedOfBoth(running, day, at);
        expect({ day, at, views }).toEqual({ day, at, views: graph });
      }
    },
    PATIENCE_MS,
  );

  it('have the procedures that the graph lists', async () => {
    const [graph, views] = await proceduresOfBoth(running);
    expect(views).toEqual(graph);
  });

  it.each(SETS)(
    'say of %s exactly since when a row reads as it does, and which rows are gone since when',
    async (set) => {
      expect(await wrongRecordedAt(running, set, instants)).toEqual([]);
      const [seen, listed] = await deletionsOfBoth(running, set, instants);
      expect(listed).toEqual(seen);
    },
    PATIENCE_MS,
  );
});

import fc from 'fast-check';
import { parseDecimal } from '../numbers/decimal.rules';
import { judgeGoal, type GoalFacts, type GoalTargets } from './goal-outcome.rules';

const NOTHING: GoalTargets = {
  targetScore: null,
  targetMax: null,
  targetRank: null,
  targetRankGain: null,
  baselineRank: null,
};
const FACTS: GoalFacts = { value: parseDecimal('5.5'), rank: 10, maxScore: 10, sameMeaning: true, precision: 2 };

describe('what came of a goal', () => {
  it.each([
    ['the score is reached', { targetScore: 5.5 }, {}, 'MET'],
    ['the score prints as promised', { targetScore: 5.5 }, { value: parseDecimal('5.495') }, 'MET'],
    ['the score is not reached', { targetScore: 5.51 }, {}, 'MISSED'],
    ['the rank is reached', { targetRank: 10 }, {}, 'MET'],
    ['the rank is not reached', { targetRank: 9 }, {}, 'MISSED'],
    ['the places are gained', { targetRankGain: 5, baselineRank: 15 }, {}, 'MET'],
    ['too few places are gained', { targetRankGain: 6, baselineRank: 15 }, {}, 'MISSED'],
    ['first is all one can be', { targetRankGain: 5, baselineRank: 3 }, { rank: 1 }, 'MET'],
    ['a gain has no rank to start from', { targetRankGain: 5 }, {}, 'NOT_COMPARABLE'],
    ['the score is there and the rank is not', { targetScore: 5, targetRank: 5 }, { rank: null }, 'PENDING'],
    ['one of two is missed', { targetScore: 6, targetRank: 20 }, {}, 'MISSED'],
    ['nothing is known yet', { targetScore: 6 }, { value: null, rank: null }, 'PENDING'],
    ['the scale changed', { targetScore: 6, targetMax: 12 }, {}, 'NOT_COMPARABLE'],
    ['the meaning changed', { targetScore: 5 }, { sameMeaning: false }, 'NOT_COMPARABLE'],
    ['the meaning changed and a rank was promised', { targetRank: 10 }, { sameMeaning: false }, 'MET'],
    ['nothing was promised in figures', {}, {}, 'NOT_COMPARABLE'],
  ] as const)('when %s', (_name, targets, facts, outcome) => {
    expect(judgeGoal({ ...NOTHING, ...targets }, { ...FACTS, ...facts })).toBe(outcome);
  });

  it('never turns worse for a better score and rank', () => {
    const order = ['MISSED', 'MET'];
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.nat(1000),
        fc.integer({ min: 1, max: 63 }),
        fc.integer({ min: 1, max: 63 }),
        (a, b, r, s) => {
          const targets = { ...NOTHING, targetScore: 5, targetRank: 30 };
          const facts = (value: number, rank: number) => ({ ...FACTS, value: parseDecimal(String(value / 100)), rank });
          const worse = judgeGoal(targets, facts(Math.min(a, b), Math.max(r, s)));
          const better = judgeGoal(targets, facts(Math.max(a, b), Math.min(r, s)));
          expect(order.indexOf(better)).toBeGreaterThanOrEqual(order.indexOf(worse));
        },
      ),
    );
  });
});

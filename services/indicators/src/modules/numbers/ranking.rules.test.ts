import fc from 'fast-check';
import { compareDecimals, parseDecimal, roundHalfUp, type Decimal } from './decimal.rules';
import { rankCompetition } from './ranking.rules';

const hundredths = fc.integer({ min: 0, max: 400 }).map((units): Decimal => ({ units: BigInt(units), scale: 3 }));
const scores = fc
  .dictionary(fc.stringMatching(/^[0-9]{2}$/), hundredths)
  .map((values) => new Map(Object.entries(values)));

describe('competition ranking', () => {
  it('shares places and leaves the next ones out: 1, 2, 2, 4', () => {
    const values = new Map(
      Object.entries({ a: '70', b: '65.604', c: '65.60', d: '64.96' }).map(([key, text]) => [key, parseDecimal(text)]),
    );
    expect(Object.fromEntries(rankCompetition(values, 2))).toEqual({
      a: { rank: 1, rankedAmong: 4 },
      b: { rank: 2, rankedAmong: 4 },
      c: { rank: 2, rankedAmong: 4 },
      d: { rank: 4, rankedAmong: 4 },
    });
  });

  it('gives each a place one behind the number of those that print higher', () => {
    fc.assert(
      fc.property(scores, fc.nat(3), (values, precision) => {
        const ranks = rankCompetition(values, precision);
        for (const [key, value] of values) {
          const printed = roundHalfUp(value, precision);
          const higher = [...values.values()].filter(
            (other) => compareDecimals(roundHalfUp(other, precision), printed) > 0,
          );
          expect(ranks.get(key)).toEqual({ rank: higher.length + 1, rankedAmong: values.size });
        }
      }),
    );
  });

  it('does not depend on the order in which values come', () => {
    fc.assert(
      fc.property(
        scores.chain((values) =>
          fc.tuple(fc.constant(values), fc.shuffledSubarray([...values], { minLength: values.size })),
        ),
        ([values, shuffled]) => {
          const ranks = rankCompetition(values, 2);
          for (const [key, placement] of rankCompetition(new Map(shuffled), 2))
            expect(ranks.get(key)).toEqual(placement);
        },
      ),
    );
  });

  it('ranks nobody among nobody', () => {
    expect(rankCompetition(new Map(), 2).size).toBe(0);
  });
});

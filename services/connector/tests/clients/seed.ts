import type { ScoreRow, SmallDatabase } from '../support/small-database';

/** Rows of `Scores` in the database of the clients' tests, without the one that was taken back. */
export const SCORE_COUNT = 130;
/** A quota whose name has every sign that addresses, literals and tokens have a meaning for. */
export const AWKWARD_NAME = `O'Brien's "50%" & /#?=+;,()[] Đà Nẵng`;

const two = (number: number): string => String(number).padStart(2, '0');

/** The n-th score, from 1: everything in it follows from n. */
export function score(n: number): ScoreRow {
  return {
    id: `S${String(n).padStart(3, '0')}`,
    measureCode: n % 2 === 1 ? 'PAPI' : 'PCI',
    year: 2021 + (n % 4),
    value: n % 10 === 0 ? null : (n / 4).toFixed(4),
    answers: String(2n ** 53n + BigInt(n)),
    final: n % 5 !== 0,
    decidedOn: `2024-02-${two(1 + (n % 28))}`,
    note: n % 7 === 0 ? null : `Đánh giá ${String(n)} "tốt" & đạt 100% của O'Neil`,
  };
}

/** Publishes the scores 1 to 130 and one more, which is taken back, and three quotas. */
export async function seed(scoreDatabase: SmallDatabase, quotaDatabase: SmallDatabase): Promise<void> {
  const scores = Array.from({ length: SCORE_COUNT + 1 }, (_, index) => score(index + 1));
  await scoreDatabase.publishScores(scores);
  await scoreDatabase.retractScores([`S${String(SCORE_COUNT + 1)}`]);
  await quotaDatabase.publishQuotas([
    { name: 'An Giang', year: 2024, amount: '12345678901234567.89' },
    { name: AWKWARD_NAME, year: 2024, amount: '1.00' },
    { name: AWKWARD_NAME, year: 2025, amount: '2.00' },
  ]);
}

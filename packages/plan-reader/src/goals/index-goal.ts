import type { LineSpan } from '../text/source-lines';
import type { Comparator, IndexCode } from '../vocabulary';

/** The whole index, one of its dimensions («nội dung»), or a criterion inside a dimension. */
export const GOAL_LEVELS = ['INDEX', 'DIMENSION', 'CRITERION'] as const;
export type GoalLevel = (typeof GOAL_LEVELS)[number];

/** What the plan promises for an index. Values not printed are null; scores are points of the index. */
export interface IndexGoalReading {
  readonly index: IndexCode;
  readonly level: GoalLevel;
  /** Name of the dimension or criterion as printed; name of the index at level INDEX. */
  readonly criterion: string;
  /** Number of the section of the dimension: `2.1`. */
  readonly section: string | null;
  readonly baselineYear: number | null;
  readonly baselineScore: number | null;
  readonly baselineMax: number | null;
  readonly baselineRank: number | null;
  /** How many provinces are ranked: 63 in `05/63`. */
  readonly rankedAmong: number | null;
  readonly targetYear: number | null;
  readonly targetScore: number | null;
  readonly targetMax: number | null;
  readonly targetRank: number | null;
  readonly targetRankGain: number | null;
  readonly comparator: Comparator;
  readonly lines: LineSpan;
}

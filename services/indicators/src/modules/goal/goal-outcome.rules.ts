import { compareDecimals, parseDecimal, roundHalfUp, type Decimal } from '../numbers/decimal.rules';

/** MET and MISSED once the figures are there; PENDING while they are not; NOT_COMPARABLE where they cannot be held against the goal. */
export type GoalOutcome = 'MET' | 'MISSED' | 'PENDING' | 'NOT_COMPARABLE';

/** What a plan promised, as printed. */
export interface GoalTargets {
  readonly targetScore: number | null;
  readonly targetMax: number | null;
  readonly targetRank: number | null;
  readonly targetRankGain: number | null;
  readonly baselineRank: number | null;
}

/** What the target year brought. */
export interface GoalFacts {
  /** Null while no figure counts. */
  readonly value: Decimal | null;
  readonly rank: number | null;
  /** Points of the criterion at most in the target year. */
  readonly maxScore: number | null;
  /** The criterion means in the target year what it meant in the baseline year. */
  readonly sameMeaning: boolean;
  /** Decimals at which the index is published: a score is held against a goal as it is printed. */
  readonly precision: number;
}

const GRAVEST_FIRST: readonly GoalOutcome[] = ['MISSED', 'NOT_COMPARABLE', 'PENDING', 'MET'];

/** All that was promised must hold: one missed part misses the goal, one that cannot be judged leaves it open. */
export function judgeGoal(targets: GoalTargets, facts: GoalFacts): GoalOutcome {
  const parts = [judgeScore(targets, facts), judgeRank(targets, facts)].filter((part) => part !== null);
  return GRAVEST_FIRST.find((outcome) => parts.includes(outcome)) ?? 'NOT_COMPARABLE';
}

function judgeScore({ targetScore, targetMax }: GoalTargets, facts: GoalFacts): GoalOutcome | null {
  if (targetScore === null) return null;
  const isOtherScale = targetMax !== null && facts.maxScore !== null && targetMax !== facts.maxScore;
  if (isOtherScale || !facts.sameMeaning) return 'NOT_COMPARABLE';
  if (facts.value === null) return 'PENDING';
  const printed = roundHalfUp(facts.value, facts.precision);
  return compareDecimals(printed, parseDecimal(String(targetScore))) >= 0 ? 'MET' : 'MISSED';
}

/** A gain without a printed baseline rank promises nothing that could be held. */
function judgeRank({ targetRank, targetRankGain, baselineRank }: GoalTargets, facts: GoalFacts): GoalOutcome | null {
  if (targetRank === null && targetRankGain === null) return null;
  if (targetRank === null && baselineRank === null) return 'NOT_COMPARABLE';
  const promised = targetRank ?? (baselineRank ?? 0) - (targetRankGain ?? 0);
  if (facts.rank === null) return 'PENDING';
  return facts.rank <= Math.max(promised, 1) ? 'MET' : 'MISSED';
}

import { foldKeepingLength } from '../text/fold';
import { formatVietnameseNumber } from '../quantities/numbers';
import type { IndexGoalReading } from '../goals/index-goal';
import type { ShortcomingReading } from '../shortcomings/shortcomings';
import { type PlanReadingFinding, finding } from './finding';

/** Points are printed with two decimals at most. */
const TOLERANCE = 0.005;

/** Where the goals for an index contradict each other or the table of shortcomings. */
export function goalFindings(
  goals: readonly IndexGoalReading[],
  shortcomings: readonly ShortcomingReading[],
): PlanReadingFinding[] {
  const dimensions = goals.filter((goal) => goal.level === 'DIMENSION');
  const criteria = goals.filter((goal) => goal.level === 'CRITERION');
  const bySection = new Map<string, IndexGoalReading[]>();
  for (const criterion of criteria) {
    const known = bySection.get(sectionKey(criterion));
    if (known === undefined) bySection.set(sectionKey(criterion), [criterion]);
    else known.push(criterion);
  }
  return [
    ...dimensions.flatMap((dimension) => dimensionFindings(dimension, bySection.get(sectionKey(dimension)) ?? [])),
    ...criteria.flatMap(criterionFindings),
    ...maximaFindings(criteria, shortcomings),
    ...missingShortcomings(criteria, shortcomings),
  ];
}

function sectionKey(goal: IndexGoalReading): string {
  return `${goal.index} ${goal.section ?? ''}`;
}

function dimensionFindings(dimension: IndexGoalReading, criteria: readonly IndexGoalReading[]): PlanReadingFinding[] {
  const { baselineScore, baselineMax, targetScore, targetMax } = dimension;
  if (criteria.length === 0 || baselineScore === null) return [];
  const lines = [dimension.lines, ...criteria.map((criterion) => criterion.lines)];
  const lost = sum(criteria, (criterion) => difference(criterion.baselineMax, criterion.baselineScore));
  const gained = sum(criteria, (criterion) => difference(criterion.targetScore, criterion.baselineScore));
  const reached = baselineScore + gained;
  const findings: PlanReadingFinding[] = [];
  if (baselineMax !== null && lost > baselineMax - baselineScore + TOLERANCE) {
    const missing = points(baselineMax - baselineScore);
    findings.push(
      finding(
        'INDEX_GOAL_LOSS_MISMATCH',
        lines,
        `Nội dung «${dimension.criterion}» thiếu ${missing} điểm nhưng các tiêu chí thành phần thiếu tổng cộng ${points(lost)} điểm.`,
        `«${dimension.criterion}» is ${missing} points short, yet its criteria lose ${points(lost)} points together.`,
      ),
    );
  }
  if (targetMax !== null && reached > targetMax + TOLERANCE) {
    findings.push(
      finding(
        'INDEX_GOAL_ABOVE_MAXIMUM',
        lines,
        `Đạt đủ các mục tiêu thành phần thì nội dung «${dimension.criterion}» được ${points(reached)} điểm, quá mức tối đa ${points(targetMax)}.`,
        `With all goals of its criteria met, «${dimension.criterion}» would have ${points(reached)} points, above its maximum of ${points(targetMax)}.`,
      ),
    );
  }
  if (targetScore !== null && reached < targetScore - TOLERANCE) {
    findings.push(
      finding(
        'INDEX_GOAL_OUT_OF_REACH',
        lines,
        `Các mục tiêu thành phần chỉ đưa nội dung «${dimension.criterion}» lên ${points(reached)} điểm, không đủ mục tiêu ${points(targetScore)}.`,
        `The goals of its criteria bring «${dimension.criterion}» to ${points(reached)} points only, short of the goal of ${points(targetScore)}.`,
      ),
    );
  }
  return findings;
}

function criterionFindings(criterion: IndexGoalReading): PlanReadingFinding[] {
  const { targetScore, baselineScore, baselineMax } = criterion;
  if (targetScore === null) return [];
  if (baselineMax !== null && targetScore > baselineMax + TOLERANCE) {
    return [
      finding(
        'INDEX_GOAL_ABOVE_MAXIMUM',
        [criterion.lines],
        `Mục tiêu ${points(targetScore)} điểm của «${criterion.criterion}» vượt mức tối đa ${points(baselineMax)}.`,
        `The goal of ${points(targetScore)} points for «${criterion.criterion}» is above its maximum of ${points(baselineMax)}.`,
      ),
    ];
  }
  if (baselineScore === null || targetScore > baselineScore + TOLERANCE) return [];
  return [
    finding(
      'INDEX_GOAL_WITHOUT_GAIN',
      [criterion.lines],
      `«${criterion.criterion}» thuộc nhóm phải cải thiện nhưng mục tiêu ${points(targetScore)} điểm không hơn mức đã đạt ${points(baselineScore)}.`,
      `«${criterion.criterion}» is to improve, yet its goal of ${points(targetScore)} points is no more than the ${points(baselineScore)} already reached.`,
    ),
  ];
}

/** One criterion printed with two maxima, in the goals and in the table of shortcomings or twice in either. */
function maximaFindings(
  criteria: readonly IndexGoalReading[],
  shortcomings: readonly ShortcomingReading[],
): PlanReadingFinding[] {
  const printed = [
    ...criteria.map((criterion) => ({ name: criterion.criterion, max: criterion.baselineMax, lines: criterion.lines })),
    ...shortcomings.map((shortcoming) => ({
      name: shortcoming.criterion,
      max: shortcoming.maxScore,
      lines: shortcoming.lines,
    })),
  ];
  const byName = new Map<string, (typeof printed)[number]>();
  const findings: PlanReadingFinding[] = [];
  for (const entry of printed) {
    if (entry.max === null) continue;
    const known = byName.get(foldKeepingLength(entry.name));
    if (known === undefined) byName.set(foldKeepingLength(entry.name), entry);
    else if (known.max !== null && Math.abs(known.max - entry.max) > TOLERANCE) {
      findings.push(
        finding(
          'CRITERION_TWO_MAXIMA',
          [known.lines, entry.lines],
          `«${entry.name}» được in với hai mức tối đa: ${points(known.max)} và ${points(entry.max)} điểm.`,
          `«${entry.name}» is printed with two maxima: ${points(known.max)} and ${points(entry.max)} points.`,
        ),
      );
    }
  }
  return findings;
}

/** Criteria below their maximum that a printed table of shortcomings leaves out. */
function missingShortcomings(
  criteria: readonly IndexGoalReading[],
  shortcomings: readonly ShortcomingReading[],
): PlanReadingFinding[] {
  if (shortcomings.length === 0) return [];
  const listed = shortcomings.map((shortcoming) => foldKeepingLength(shortcoming.criterion));
  return criteria.flatMap((criterion) => missingShortcoming(criterion, listed));
}

function missingShortcoming(criterion: IndexGoalReading, listed: readonly string[]): PlanReadingFinding[] {
  const { baselineScore, baselineMax } = criterion;
  if (baselineScore === null || baselineMax === null || baselineScore >= baselineMax - TOLERANCE) return [];
  const name = foldKeepingLength(criterion.criterion);
  const isListed = listed.some((other) => sameName(name, other));
  if (isListed) return [];
  return [
    finding(
      'CRITERION_NOT_IN_SHORTCOMINGS',
      [criterion.lines],
      `«${criterion.criterion}» chưa đạt điểm tối đa (${points(baselineScore)}/${points(baselineMax)}) nhưng không có trong bảng khuyết điểm, hạn chế.`,
      `«${criterion.criterion}» is below its maximum (${points(baselineScore)}/${points(baselineMax)}) but not in the table of shortcomings.`,
    ),
  ];
}

function sameName(left: string, right: string): boolean {
  return left === right || left.startsWith(right) || right.startsWith(left);
}

function difference(left: number | null, right: number | null): number {
  return left === null || right === null ? 0 : left - right;
}

function sum<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((total, item) => total + valueOf(item), 0);
}

function points(value: number): string {
  return formatVietnameseNumber(Math.round(value * 100) / 100);
}

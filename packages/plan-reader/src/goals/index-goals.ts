import type { PlacedParagraph } from '../document/sections';
import type { PlanPeriod } from '../document/period';
import { skipBlanks } from '../text/characters';
import { hasAnyPhrase, hasPhrase } from '../text/phrases';
import type { Paragraph } from '../text/paragraphs';
import type { TargetReading } from '../targets/target';
import type { Comparator, IndexCode } from '../vocabulary';
import type { GoalLevel, IndexGoalReading } from './index-goal';
import { indexName, indexNamed } from './index-names';
import { type PointPhrase, findRank, findScore, firstYear, goalYear, splitPast } from './score-phrases';

/** PAR INDEX has under a hundred criteria; what lies beyond this is no plan. */
const MOST_GOALS = 1_000;

interface Place {
  readonly index: IndexCode | null;
  readonly dimension: string | null;
  readonly section: string | null;
}

/** The goals of a plan that improves indices: of whole indices (from its targets), of dimensions and of their criteria. */
export function readIndexGoals(
  paragraphs: readonly PlacedParagraph[],
  targets: readonly TargetReading[],
  period: PlanPeriod | null,
): IndexGoalReading[] {
  const goals: IndexGoalReading[] = targets.flatMap((target) => wholeIndexGoal(target, period));
  let place: Place = { index: null, dimension: null, section: null };
  for (const { paragraph, isHeading, section } of paragraphs) {
    if (section.region !== 'BODY' || goals.length >= MOST_GOALS) continue;
    if (isHeading) place = placeUnder(paragraph, place);
    else goals.push(...goalsOf(paragraph, place, period));
  }
  return goals;
}

const INDEX_OF_METRIC: Readonly<Record<string, IndexCode>> = {
  PAPI_RANK: 'PAPI',
  PAPI_RANK_GAIN: 'PAPI',
  PAR_INDEX_RANK: 'PAR_INDEX',
  PAR_INDEX_RANK_GAIN: 'PAR_INDEX',
  PCI_RANK: 'PCI',
  SIPAS_RANK: 'SIPAS',
  SIPAS_RANK_GAIN: 'SIPAS',
  ICT_INDEX_RANK: 'ICT_INDEX',
};

function wholeIndexGoal(target: TargetReading, period: PlanPeriod | null): IndexGoalReading[] {
  const index = INDEX_OF_METRIC[target.metric ?? ''];
  if (index === undefined || (target.unit !== 'RANK' && target.unit !== 'RANK_STEP')) return [];
  const gain = target.unit === 'RANK_STEP';
  const targetYear = target.deadline === null ? (period?.lastYear ?? null) : Number(target.deadline.slice(0, 4));
  return [
    {
      ...blankGoal(index, 'INDEX', indexName(index), null, target.lines.from),
      baselineYear: gain && targetYear !== null ? targetYear - 1 : null,
      targetYear,
      targetRank: gain ? null : target.value,
      targetRankGain: gain ? target.value : null,
      comparator: target.comparator,
    },
  ];
}

function blankGoal(
  index: IndexCode,
  level: GoalLevel,
  criterion: string,
  section: string | null,
  line: number,
): IndexGoalReading {
  return {
    index,
    level,
    criterion,
    section,
    baselineYear: null,
    baselineScore: null,
    baselineMax: null,
    baselineRank: null,
    rankedAmong: null,
    targetYear: null,
    targetScore: null,
    targetMax: null,
    targetRank: null,
    targetRankGain: null,
    comparator: 'EQ',
    lines: { from: line, to: line },
  };
}

/** `2. Về cải thiện Chỉ số PAR INDEX` names the index, `2.1. Nội dung "…"` the dimension. */
function placeUnder(paragraph: Paragraph, current: Place): Place {
  const title = paragraph.text.slice(paragraph.marker.body);
  const name = quoted(title);
  const isSub = paragraph.marker.kind === 'ARABIC' && paragraph.marker.label.includes('.');
  if (!isSub)
    return {
      index: indexNamed(paragraph.folded) ?? (paragraph.marker.kind === 'ROMAN' ? null : current.index),
      dimension: name,
      section: paragraph.marker.label,
    };
  return {
    index: indexNamed(paragraph.folded) ?? current.index,
    dimension: name ?? title,
    section: paragraph.marker.label,
  };
}

const QUOTES: Readonly<Record<string, string>> = { '“': '”', '"': '"', '«': '»', '”': '”' };

/** The words in quotation marks; null when there are none. */
export function quoted(text: string): string | null {
  for (let index = 0; index < text.length; index += 1) {
    const closing = QUOTES[text.charAt(index)];
    if (closing === undefined) continue;
    const end = text.indexOf(closing, index + 1);
    return end === -1 ? null : text.slice(index + 1, end).trim();
  }
  return null;
}

function goalsOf(paragraph: Paragraph, place: Place, period: PlanPeriod | null): IndexGoalReading[] {
  if (place.index === null || place.dimension === null) return [];
  if (hasAnyPhrase(paragraph.folded, ['muc tieu cu the', 'muc tieu']))
    return dimensionGoal(paragraph, place, place.index, period);
  return paragraph.marker.kind === 'DASH' ? criterionGoal(paragraph, place, place.index, period) : [];
}

function dimensionGoal(
  paragraph: Paragraph,
  place: Place,
  index: IndexCode,
  period: PlanPeriod | null,
): IndexGoalReading[] {
  const { past, goal } = splitPast(paragraph.folded);
  const score = findScore(goal);
  const rank = findRank(goal);
  if (score === null && rank === null) return [];
  const base = blankGoal(index, 'DIMENSION', place.dimension ?? '', place.section, paragraph.lines.from);
  return [
    {
      ...base,
      ...baselineOf(past, score),
      targetYear: goalYear(goal) ?? period?.lastYear ?? null,
      targetScore: score?.value ?? null,
      targetMax: score?.of ?? null,
      targetRank: rank?.value ?? null,
      rankedAmong: rank?.of ?? null,
      comparator: rank === null ? comparatorOf(goal) : 'LTE',
    },
  ];
}

function comparatorOf(goal: string): Comparator {
  return hasAnyPhrase(goal, ['toi thieu', 'it nhat', 'tro len', 'khong duoi']) ? 'GTE' : 'EQ';
}

type Baseline = Pick<IndexGoalReading, 'baselineYear' | 'baselineScore' | 'baselineMax' | 'baselineRank'>;

/** The result of the earlier year; «bằng mức điểm đạt được năm 2018» says it is the goal itself. */
function baselineOf(past: string | null, target: PointPhrase | null): Baseline {
  if (past === null) return { baselineYear: null, baselineScore: null, baselineMax: null, baselineRank: null };
  const equals = hasPhrase(past, 'bang muc diem') ? target : null;
  const score = findScore(past) ?? equals;
  return {
    baselineYear: firstYear(past),
    baselineScore: score?.value ?? null,
    baselineMax: score?.of ?? null,
    baselineRank: findRank(past)?.value ?? null,
  };
}

/** `- Name (đạt 90%): 0,9 điểm (năm 2018 đạt 0,83/01 điểm).` */
function criterionGoal(
  paragraph: Paragraph,
  place: Place,
  index: IndexCode,
  period: PlanPeriod | null,
): IndexGoalReading[] {
  const { past, goal } = splitPast(paragraph.folded);
  const score = findScore(goal);
  if (score === null || past === null) return [];
  const colon = goal.lastIndexOf(':', score.start);
  if (colon === -1 || skipBlanks(goal, colon + 1) < score.start - 25) return [];
  const name = criterionName(paragraph.text.slice(paragraph.marker.body, colon));
  return [
    {
      ...blankGoal(index, 'CRITERION', name, place.section, paragraph.lines.from),
      ...baselineOf(past, null),
      targetYear: period?.lastYear ?? null,
      targetScore: score.value,
      targetMax: score.of,
      comparator: comparatorOf(goal.slice(colon, score.start + 40)),
    },
  ];
}

/** The name without the bracket that attaches a percentage: `… (đạt 90%)`. */
export function criterionName(printed: string): string {
  const open = printed.lastIndexOf('(');
  const inside = open === -1 ? '' : printed.slice(open);
  const name = inside.includes('%') ? printed.slice(0, open) : printed;
  return trimEnd(name.trim());
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' :.;,'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

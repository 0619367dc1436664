import { isIndexCode, TOTAL, type CriterionDefinition } from '@lientinh/datasets';
import { criterionByCode, criterionByName, criterionKey } from './criterion-match.rules';
import type { DraftGoal, PlanDraft } from './plan-draft';

/** A criterion as other subgraphs find it. */
export interface GoalCriterion {
  readonly code: string;
  /** Key in the graph. */
  readonly id: string | null;
}

/**
 * The criterion that a goal is about, as the framework of the target year states it, or else that of the baseline year (the framework of
 * the year to come may not be known in detail). By its code, at level INDEX the total, else by its printed name; null where that cannot
 * be said.
 */
export function criterionOfGoal(goal: DraftGoal, targetYear: number): GoalCriterion | null {
  for (const year of [targetYear, goal.baselineYear ?? targetYear]) {
    const criterion = findCriterion(goal, year);
    if (criterion !== null) return { code: criterion.code, id: criterionKey(goal.index, year, criterion.code) };
  }
  return null;
}

function findCriterion(
  { index, level, criterion, criterionCode }: DraftGoal,
  year: number,
): CriterionDefinition | null {
  if (criterionCode !== null) return criterionByCode(index, year, criterionCode);
  return level === 'INDEX' ? criterionByCode(index, year, TOTAL) : criterionByName(index, year, level, criterion);
}

/** Goals for an index that the platform does not hold (ICT Index) stay as targets and as a finding; they have no outcome to compare. */
export function withoutUnknownIndices(draft: PlanDraft): PlanDraft {
  const unknown = draft.indexGoals.filter(({ index }) => !isIndexCode(index));
  if (unknown.length === 0) return draft;
  return {
    ...draft,
    indexGoals: draft.indexGoals.filter(({ index }) => isIndexCode(index)),
    findings: [
      ...draft.findings,
      ...unknown.map((goal) => ({
        code: 'INDEX_NOT_COMPARED',
        message: {
          vi: `Mục tiêu về chỉ số ${goal.index} («${goal.criterion}») không được đối chiếu: hệ thống không có số liệu của chỉ số này.`,
          en: `The goal for the index ${goal.index} («${goal.criterion}») is not compared: the platform holds no figures of this index.`,
        },
        lines: goal.lines === null ? [] : [goal.lines],
      })),
    ],
  };
}

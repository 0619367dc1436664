import { isIndexCode, TOTAL, type CriterionDefinition } from '@lientinh/datasets';
import { criterionByCode, criterionByName } from './criterion-match.rules';
import type { DraftGoal, PlanDraft } from './plan-draft';

/**
 * The criterion that a goal is about: by its code, at level INDEX the total, else by its printed name in the framework of the target
 * year. Null where that cannot be said.
 */
export function criterionOfGoal(goal: DraftGoal, targetYear: number): CriterionDefinition | null {
  if (goal.criterionCode !== null) return criterionByCode(goal.index, targetYear, goal.criterionCode);
  if (goal.level === 'INDEX') return criterionByCode(goal.index, targetYear, TOTAL);
  return criterionByName(goal.index, targetYear, goal.criterion);
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

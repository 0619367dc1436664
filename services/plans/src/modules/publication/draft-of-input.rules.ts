import { canonicalAgencyName } from '@lientinh/agency-names';
import type { IsoDate } from '@lientinh/contracts';
import { TOTAL } from '@lientinh/datasets';
import {
  dueFromText,
  type AgencyReference,
  type AgencyResolver,
  type Due,
  type GoalLevel,
} from '@lientinh/plan-reader';
import type { DraftGoal, DraftTask, PlanDraft } from './plan-draft';
import type { IndexGoalInput, PlanInput, TaskInput } from './plan-input.types';

/** A structured plan as a draft. The input has passed `planInputProblems`. */
export function draftOfInput(plan: PlanInput, directory: AgencyResolver): PlanDraft {
  const periodYear = yearOfPeriod(plan.periodFrom, plan.periodTo);
  const counters = new Map<string, number>();
  return {
    number: plan.number?.trim() || null,
    approvingDecision: null,
    kind: plan.kind,
    title: plan.title.trim(),
    issuer: plan.issuer.trim(),
    printedProvince: null,
    issuedOn: plan.issuedOn ?? null,
    periodFrom: plan.periodFrom,
    periodTo: plan.periodTo,
    signer: plan.signer?.trim() || null,
    signerTitle: null,
    targets: (plan.targets ?? []).map((target) => ({
      area: target.area,
      areaBasis: 'SECTION',
      label: target.label.trim(),
      metric: target.metric ?? null,
      comparator: target.comparator,
      value: target.value,
      unit: target.unit,
      deadline: target.deadline ?? null,
      scope: null,
      statedIn: 'GOAL',
      lines: null,
    })),
    tasks: (plan.tasks ?? []).map((task) => draftTask(task, periodYear, directory, counters)),
    indexGoals: (plan.indexGoals ?? []).map(draftGoal),
    shortcomings: [],
    reportDuties: [],
    legalReferences: [],
    findings: [],
  };
}

/** The one year of a period, to which a quarter printed without a year belongs; null for longer periods. */
export function yearOfPeriod(from: IsoDate, to: IsoDate): number | null {
  return from.slice(0, 4) === to.slice(0, 4) ? Number(from.slice(0, 4)) : null;
}

/** A due text; null for none. */
export function dueOf(text: string | null | undefined, periodYear: number | null): Due | null {
  return text === null || text === undefined || text.trim() === '' ? null : dueFromText(text, { periodYear });
}

function draftTask(
  task: TaskInput,
  periodYear: number | null,
  directory: AgencyResolver,
  counters: Map<string, number>,
): DraftTask {
  const leads = task.leads.map((name) => agencyOf(name, directory));
  const coordinators = (task.coordinators ?? []).map((name) => agencyOf(name, directory));
  const number = task.number.trim();
  const count = (counters.get(number) ?? 0) + 1;
  counters.set(number, count);
  const due = dueOf(task.due, periodYear);
  return {
    reference: count === 1 ? number : `${number}-${count}`,
    number,
    section: null,
    sectionTitle: null,
    area: task.area,
    areaBasis: 'SECTION',
    content: task.content.trim(),
    products: task.products.map((product) => ({
      name: product.name.trim(),
      leads,
      coordinators,
      due: dueOf(product.due, periodYear),
      lines: null,
    })),
    leads,
    coordinators,
    due,
    lines: null,
  };
}

function agencyOf(name: string, directory: AgencyResolver): AgencyReference {
  const printedName = name.trim();
  return {
    printedName,
    canonicalName: canonicalAgencyName(printedName),
    agencyKey: directory.resolve(printedName)?.agencyKey ?? null,
  };
}

/** Codes have a part for each level: `5` is a dimension, `5.1` stands in it. */
function levelOf(criterion: string | null): GoalLevel {
  if (criterion === TOTAL) return 'INDEX';
  return criterion?.includes('.') === true ? 'CRITERION' : 'DIMENSION';
}

function draftGoal(goal: IndexGoalInput): DraftGoal {
  return {
    index: goal.index,
    level: levelOf(goal.criterion ?? null),
    criterion: goal.printedCriterion.trim(),
    criterionCode: goal.criterion ?? null,
    section: null,
    baselineYear: goal.baselineYear ?? null,
    baselineScore: goal.baselineScore ?? null,
    baselineMax: goal.baselineMax ?? null,
    baselineRank: goal.baselineRank ?? null,
    rankedAmong: null,
    targetYear: goal.targetYear,
    targetScore: goal.targetScore ?? null,
    targetMax: goal.targetMax ?? null,
    targetRank: goal.targetRank ?? null,
    targetRankGain: goal.targetRankGain ?? null,
    comparator: (goal.targetRank ?? null) === null ? 'GTE' : 'LTE',
    lines: null,
  };
}

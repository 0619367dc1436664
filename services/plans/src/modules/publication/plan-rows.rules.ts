import { foldName } from '@lientinh/agency-names';
import type { IsoDate } from '@lientinh/contracts';
import type { JsonValue } from '@lientinh/publishing';
import type { LineSpan } from '@lientinh/plan-reader';
import { earliestDeadline } from '../task/task-status.rules';
import { criterionOfGoal } from './index-goal.rules';
import type { DraftTask, PlanDraft } from './plan-draft';
import { partIds, taskIdentity } from './plan-identity.rules';
import type { FactTableName } from './plan-tables';

/** A row under the database's names of columns. */
export type FactRow = Readonly<Record<string, JsonValue>>;
/** Everything of a plan but the plan itself. */
export type FactRows = Readonly<Record<FactTableName, readonly FactRow[]>>;

/** A plan whose place in the graph is known. */
export interface PlacedPlan {
  readonly planId: string;
  readonly provinceId: string;
  readonly periodTo: IsoDate;
  readonly draft: PlanDraft;
  /** The text as sent; null for a structured plan. */
  readonly body: string | null;
}

/** What counts as a row of the publication: the plan itself and its facts. */
const COUNTED: readonly FactTableName[] = [
  'target',
  'task',
  'indexGoal',
  'shortcoming',
  'reportDuty',
  'legalReference',
];

export function countFacts(rows: FactRows): number {
  return COUNTED.reduce((sum, name) => sum + rows[name].length, 1);
}

const lines = (span: LineSpan | null): FactRow => ({ line_from: span?.from ?? null, line_to: span?.to ?? null });

/** The rows of a plan, in print order. */
export function factRows(plan: PlacedPlan): FactRows {
  const { draft, planId } = plan;
  const taskIds = partIds('task', planId, draft.tasks, taskIdentity);
  const tasks = draft.tasks.map((task, place) => ({ task, taskId: taskIds[place] ?? '' }));
  return {
    target: targetRows(plan),
    task: tasks.map(({ task, taskId }, ordinal) => taskRow(plan, task, taskId, ordinal)),
    taskProduct: tasks.flatMap(({ task, taskId }) => productRows(task, taskId)),
    taskAgency: tasks.flatMap(({ task, taskId }) => agencyRows(task, taskId)),
    indexGoal: goalRows(plan),
    ...shortcomingRows(plan),
    reportDuty: dutyRows(plan),
    legalReference: referenceRows(plan),
    finding: findingRows(plan),
    document: plan.body === null ? [] : [{ plan_id: planId, body: plan.body }],
  };
}

function targetRows({ draft, planId, provinceId, periodTo }: PlacedPlan): FactRow[] {
  const ids = partIds('target', planId, draft.targets, ({ metric, label, scope, unit }) => [
    metric,
    foldName(label),
    scope,
    unit,
  ]);
  return draft.targets.map((target, ordinal) => ({
    plan_id: planId,
    ordinal,
    province_id: provinceId,
    target_id: ids[ordinal] ?? '',
    area: target.area,
    area_basis: target.areaBasis,
    label: target.label,
    metric: target.metric,
    comparator: target.comparator,
    value: target.value,
    unit: target.unit,
    deadline: target.deadline,
    effective_deadline: target.deadline ?? periodTo,
    scope: target.scope,
    stated_in: target.statedIn,
    ...lines(target.lines),
  }));
}

function taskRow({ planId, provinceId }: PlacedPlan, task: DraftTask, taskId: string, ordinal: number): FactRow {
  const names = task.products.map(({ name }) => name);
  return {
    plan_id: planId,
    ordinal,
    province_id: provinceId,
    task_id: taskId,
    reference: task.reference,
    number: task.number ?? task.reference,
    section: task.section,
    section_title: task.sectionTitle,
    area: task.area,
    area_basis: task.areaBasis,
    content: task.content ?? '',
    search_text: foldName([task.content ?? '', ...names].join(' ')),
    ...dueColumns(task.due),
    due_kind: task.due?.kind ?? 'NONE',
    due_text: task.due?.text ?? '',
    earliest_deadline: earliestDeadline(task),
    ...lines(task.lines),
  };
}

function dueColumns(due: DraftTask['due']): FactRow {
  return {
    due_kind: due?.kind ?? null,
    due_from: due?.from ?? null,
    due_to: due?.to ?? null,
    due_text: due?.text ?? null,
  };
}

function productRows(task: DraftTask, taskId: string): FactRow[] {
  return task.products.map((product, place) => ({
    task_id: taskId,
    ordinal: place + 1,
    name: product.name,
    ...dueColumns(product.due),
    ...lines(product.lines),
  }));
}

/** The agencies of the task as a whole (product 0) and of each product (from 1). */
function agencyRows(task: DraftTask, taskId: string): FactRow[] {
  return [task, ...task.products].flatMap((part, product) =>
    (['LEAD', 'COORDINATOR'] as const).flatMap((role) =>
      (role === 'LEAD' ? part.leads : part.coordinators).map((agency, ordinal) => ({
        task_id: taskId,
        product,
        role,
        ordinal,
        printed_name: agency.printedName,
        agency: agency.agencyKey,
      })),
    ),
  );
}

function goalRows({ draft, planId, provinceId, periodTo }: PlacedPlan): FactRow[] {
  const lastYear = Number(periodTo.slice(0, 4));
  const ids = partIds('goal', planId, draft.indexGoals, (goal) => [
    goal.index,
    goal.level,
    foldName(goal.criterion),
    goal.targetYear ?? lastYear,
  ]);
  return draft.indexGoals.map((goal, ordinal) => {
    const targetYear = goal.targetYear ?? lastYear;
    const criterion = criterionOfGoal(goal, targetYear);
    return {
      plan_id: planId,
      ordinal,
      province_id: provinceId,
      goal_id: ids[ordinal] ?? '',
      index_code: goal.index,
      level: goal.level,
      criterion_code: criterion?.code ?? null,
      criterion_id: criterion?.id ?? null,
      printed_criterion: goal.criterion,
      baseline_year: goal.baselineYear,
      baseline_score: goal.baselineScore,
      baseline_max: goal.baselineMax,
      baseline_rank: goal.baselineRank,
      ranked_among: goal.rankedAmong,
      target_year: targetYear,
      target_score: goal.targetScore,
      target_max: goal.targetMax,
      target_rank: goal.targetRank,
      target_rank_gain: goal.targetRankGain,
      comparator: goal.comparator,
      ...lines(goal.lines),
    };
  });
}

function shortcomingRows({ draft, planId }: PlacedPlan): Pick<FactRows, 'shortcoming' | 'shortcomingAgency'> {
  return {
    shortcoming: draft.shortcomings.map((shortcoming, ordinal) => ({
      plan_id: planId,
      ordinal,
      number: shortcoming.number,
      section: shortcoming.section,
      criterion: shortcoming.criterion,
      score: shortcoming.score,
      max_score: shortcoming.maxScore,
      ...lines(shortcoming.lines),
    })),
    shortcomingAgency: draft.shortcomings.flatMap(({ responsible }, shortcoming) =>
      responsible.map(({ printedName, agencyKey }, ordinal) => ({
        shortcoming,
        ordinal,
        printed_name: printedName,
        agency: agencyKey,
      })),
    ),
  };
}

function dutyRows({ draft, planId }: PlacedPlan): FactRow[] {
  return draft.reportDuties.map((duty, ordinal) => ({
    plan_id: planId,
    ordinal,
    text: duty.text,
    reporter: duty.reporter,
    recipient: duty.recipient,
    via: duty.via,
    recurrence: duty.recurrence,
    rule_before: duty.rule?.before ?? null,
    rule_day: duty.rule?.day ?? null,
    rule_month: duty.rule?.month ?? null,
    rule_month_of_quarter: duty.rule?.monthOfQuarter ?? null,
    rule_first_year: duty.rule?.firstYear ?? null,
    ...lines(duty.lines),
  }));
}

function referenceRows({ draft, planId }: PlacedPlan): FactRow[] {
  return draft.legalReferences.map((reference, ordinal) => ({
    plan_id: planId,
    ordinal,
    number: reference.number ?? reference.title ?? reference.printed,
    kind: reference.kind === 'OTHER' ? (reference.kindDetail ?? reference.kind) : reference.kind,
    issued_on: reference.issuedOn,
    printed: reference.printed,
    cited_from: reference.citedAt.map(({ from }) => from),
    cited_to: reference.citedAt.map(({ to }) => to),
  }));
}

function findingRows({ draft, planId }: PlacedPlan): FactRow[] {
  return draft.findings.map((finding, ordinal) => ({
    plan_id: planId,
    ordinal,
    code: finding.code,
    message_vi: finding.message.vi,
    message_en: finding.message.en,
    lines_from: finding.lines.map(({ from }) => from),
    lines_to: finding.lines.map(({ to }) => to),
  }));
}

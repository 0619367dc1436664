import type { AgencyReference as PrintedAgency, Due, LineSpan } from '@lientinh/plan-reader';
import type { SourceReference } from '@lientinh/subgraph';
import { findMetric } from '../metric/metric.rules';
import { toMetric } from '../metric/metric.resolver';
import { toSources } from '../plan/fact-source';
import { criterionOfGoal } from '../publication/index-goal.rules';
import type { DraftGoal, DraftTask, PlanDraft } from '../publication/plan-draft';
import { partIds, taskIdentity } from '../publication/plan-identity.rules';
import type { DueType, TaskAgency } from '../task/task.types';
import type { IndexGoalReading, PlanReading, TaskReading } from './plan-reading.types';

type Sources = (lines: LineSpan | null) => SourceReference | null;

/** A draft as the graph shows it before it is published. `planId` is null where the plan cannot be placed yet. */
export function showDraft(
  draft: PlanDraft,
  place: { readonly planId: string | null; readonly documentName: string | null; readonly issuerId: string | null },
): Omit<PlanReading, 'supersedes' | 'tasksLost'> {
  const source: Sources = (lines) =>
    lines === null ? null : { document: place.documentName, url: null, lineFrom: lines.from, lineTo: lines.to };
  const spans = (lines: readonly LineSpan[]): SourceReference[] =>
    toSources(
      place.documentName,
      lines.map(({ from }) => from),
      lines.map(({ to }) => to),
    );
  const taskIds = partIds('task', place.planId ?? '', draft.tasks, taskIdentity);
  return {
    ...draft,
    issuerName: draft.issuer,
    issuer: place.issuerId === null ? null : { id: place.issuerId },
    targets: draft.targets.map((target) => {
      const metric = target.metric === null ? null : findMetric(target.metric);
      return { ...target, metric: metric === null ? null : toMetric(metric), source: source(target.lines) };
    }),
    tasks: draft.tasks.map((task, ordinal) => showTask(task, taskIds[ordinal] ?? '', source)),
    indexGoals: draft.indexGoals.map((goal) => showGoal(goal, draft, source)),
    shortcomings: draft.shortcomings.map((shortcoming) => ({
      ...shortcoming,
      responsible: shortcoming.responsible.map(showAgency),
      source: source(shortcoming.lines),
    })),
    reportDuties: draft.reportDuties.map((duty) => ({
      ...duty,
      beforeTheDay: duty.rule?.before ?? null,
      source: source(duty.lines),
    })),
    legalReferences: draft.legalReferences.map((reference) => ({
      number: reference.number ?? reference.title ?? reference.printed,
      kind: reference.kind === 'OTHER' ? (reference.kindDetail ?? reference.kind) : reference.kind,
      issuedOn: reference.issuedOn,
      citedAt: spans(reference.citedAt),
    })),
    findings: draft.findings.map(({ code, message, lines }) => {
      const sources = spans(lines);
      return { code, messageVi: message.vi, messageEn: message.en, source: sources[0] ?? null, sources };
    }),
  };
}

function showTask(task: DraftTask, id: string, source: Sources): TaskReading {
  return {
    id,
    number: task.number ?? task.reference,
    area: task.area,
    content: task.content ?? '',
    products: task.products.map(({ name, due }) => ({ name, due: showDue(due) })),
    leads: task.leads.map(showAgency),
    coordinators: task.coordinators.map(showAgency),
    due: showDue(task.due),
    source: source(task.lines),
  };
}

function showGoal(goal: DraftGoal, draft: PlanDraft, source: Sources): IndexGoalReading {
  const year = goal.targetYear ?? (draft.periodTo === null ? null : Number(draft.periodTo.slice(0, 4)));
  const criterion = year === null ? null : criterionOfGoal(goal, year);
  return {
    ...goal,
    indexCode: goal.index,
    printedCriterion: goal.criterion,
    criterion: criterion?.id ? { id: criterion.id } : null,
    source: source(goal.lines),
  };
}

function showDue(due: Due | null): DueType | null {
  return due === null ? null : { kind: due.kind, from: due.from, to: due.to, text: due.text };
}

function showAgency({ printedName, agencyKey }: PrintedAgency): TaskAgency {
  return { printedName, agency: agencyKey === null ? null : { id: agencyKey } };
}

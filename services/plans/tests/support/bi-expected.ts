import { pascalCase } from '@lientinh/bi';
import { frameworkCatalogue, provinceCatalogue } from '@lientinh/datasets';

/** What GraphQL is asked of every plan, so that every column of the views can be compared. */
export const EVERYTHING = `query ($recordedAsOf: DateTime, $after: String, $asOf: Date) {
  plans(recordedAsOf: $recordedAsOf, first: 3, after: $after) { pageInfo { hasNextPage endCursor } nodes {
    id number title kind issuerName issuer { id } issuedOn approvingDecision { number issuedOn } periodFrom periodTo signer signerTitle
    documentName province { id } publication { id }
    targets { id area label metric { code name en: name(language: EN) } comparator value unit deadline effectiveDeadline scope
      source { document url lineFrom lineTo } }
    indexGoals { id indexCode level criterionCode criterion { id } printedCriterion baselineYear baselineScore baselineMax baselineRank
      rankedAmong targetYear targetScore targetMax targetRank targetRankGain source { document url lineFrom lineTo } }
    tasks(first: 500) { totalCount nodes { id number reference sectionTitle area content earliestDeadline status(asOf: $asOf)
      due { kind from to text } products { name } leads { printedName agency { id } } coordinators { printedName agency { id } }
      progress { reportedOn status percent note publication { id } } source { document url lineFrom lineTo } } } } } }`;

/** A row as the view gives it: every field as text. */
export type TextRow = Readonly<Record<string, string | null>>;

interface Source {
  readonly document: string | null;
  readonly url: string | null;
  readonly lineFrom: number | null;
  readonly lineTo: number | null;
}
type Facts = Readonly<Record<string, unknown>>;
interface Named {
  readonly printedName: string;
  readonly agency: { readonly id: string } | null;
}
interface Report {
  readonly reportedOn: string;
  readonly status: string;
  readonly percent: number | null;
  readonly note: string | null;
  readonly publication: { readonly id: string };
}
export interface PlanAnswer extends Facts {
  readonly id: string;
  readonly province: { readonly id: string };
  readonly publication: { readonly id: string };
  readonly approvingDecision: { readonly number: string; readonly issuedOn: string | null } | null;
  readonly issuer: { readonly id: string };
  readonly targets: readonly (Facts & {
    readonly metric: Record<'code' | 'name' | 'en', string> | null;
    readonly source: Source | null;
  })[];
  readonly indexGoals: readonly (Facts & {
    readonly criterion: { readonly id: string } | null;
    readonly source: Source | null;
  })[];
  readonly tasks: { readonly totalCount: number; readonly nodes: readonly TaskAnswer[] };
}
interface TaskAnswer extends Facts {
  readonly id: string;
  readonly due: Record<'kind' | 'from' | 'to' | 'text', string | null>;
  readonly products: readonly { readonly name: string }[];
  readonly leads: readonly Named[];
  readonly coordinators: readonly Named[];
  readonly progress: readonly Report[];
  readonly source: Source | null;
}

/** What every set must show for an answer of GraphQL: rows by set, every field as text. */
export function expectedRows(plans: readonly PlanAnswer[]): Readonly<Record<string, readonly TextRow[]>> {
  const each = <Fact>(
    facts: (plan: PlanAnswer) => readonly Fact[],
    toRow: (fact: Fact, place: number, plan: PlanAnswer) => object,
  ) =>
    plans.flatMap((plan) =>
      facts(plan).map((fact, place) => asText({ ...beside(plan), ...toRow(fact, place + 1, plan) })),
    );
  return {
    plans: plans.map((plan) => asText(planRow(plan))),
    targets: each(({ targets }) => targets, targetRow),
    tasks: each(({ tasks }) => tasks.nodes, taskRow),
    task_agencies: plans.flatMap((plan) =>
      plan.tasks.nodes.flatMap((task) => agencyRows(task).map((row) => asText({ ...beside(plan), ...row }))),
    ),
    index_goals: each(({ indexGoals }) => indexGoals, goalRow),
  };
}

/** A row of a view without what GraphQL does not have. */
export const comparableRow = (row: TextRow): TextRow =>
  Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'recorded_at' && name !== 'search_text'));

const asText = (row: object): TextRow =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? null : String(value)]));

function provinceOf({ province }: PlanAnswer): object {
  const { all, lineage } = provinceCatalogue();
  const today = (id: string): string => {
    const next = lineage.find(({ predecessorId }) => predecessorId === id);
    return next === undefined ? id : today(next.successorId);
  };
  const unit = all.find(({ id }) => id === province.id);
  const current = all.find(({ id }) => id === today(province.id));
  return {
    province_id: province.id,
    province_code: unit?.code,
    province_name_vi: unit?.nameVi,
    province_name_en: unit?.nameEn,
    current_province_code: current?.code,
    current_province_name_vi: current?.nameVi,
    current_province_name_en: current?.nameEn,
  };
}

/** What stands beside every fact of a plan. */
function beside(plan: PlanAnswer): object {
  return {
    ...provinceOf(plan),
    plan_id: plan.id,
    plan_number: plan['number'],
    plan_title: plan['title'],
    plan_kind: plan['kind'],
    plan_period_from: plan['periodFrom'],
    plan_period_to: plan['periodTo'],
    publication_id: plan.publication.id,
  };
}

function planRow(plan: PlanAnswer): object {
  return {
    ...provinceOf(plan),
    ...columns(plan, [
      'id',
      'number',
      'title',
      'kind',
      'issuer_name',
      'issued_on',
      'period_from',
      'period_to',
      'signer',
      'signer_title',
    ]),
    issuer_agency_id: plan.issuer.id,
    approving_number: plan.approvingDecision?.number ?? null,
    approving_on: plan.approvingDecision?.issuedOn ?? null,
    target_count: plan.targets.length,
    task_count: plan.tasks.totalCount,
    index_goal_count: plan.indexGoals.length,
    source_document: plan['documentName'],
    source_url: null,
    publication_id: plan.publication.id,
  };
}

function targetRow(target: PlanAnswer['targets'][number], place: number): object {
  return {
    ...columns(target, ['id', 'area', 'label', 'comparator', 'unit', 'deadline', 'effective_deadline', 'scope']),
    ...sourceOf(target.source),
    place,
    value: figure(target['value'] as number),
    metric_code: target.metric?.code ?? null,
    metric_name_vi: target.metric?.name ?? null,
    metric_name_en: target.metric?.en ?? null,
  };
}

function taskRow(task: TaskAnswer, place: number): object {
  const [latest] = task.progress;
  return {
    ...columns(task, ['id', 'number', 'reference', 'section_title', 'area', 'content', 'earliest_deadline']),
    ...sourceOf(task.source),
    place,
    due_kind: task.due.kind,
    due_text: task.due.text,
    due_from: task.due.from,
    due_to: task.due.to,
    lead_names: joined(task.leads.map(({ printedName }) => printedName)),
    lead_agency_id: task.leads.find(({ agency }) => agency !== null)?.agency?.id ?? null,
    coordinator_names: joined(task.coordinators.map(({ printedName }) => printedName)),
    product_names: joined(task.products.map(({ name }) => name)),
    product_count: task.products.length,
    reported_status: latest?.status ?? null,
    reported_percent: latest?.percent ?? null,
    reported_on: latest?.reportedOn ?? null,
    reported_note: latest?.note ?? null,
    progress_publication_id: latest?.publication.id ?? null,
  };
}

function agencyRows(task: TaskAnswer): object[] {
  const ofRole = (role: string, agencies: readonly Named[]): object[] =>
    agencies.map(({ printedName, agency }, place) => ({
      ...sourceOf(task.source),
      task_id: task.id,
      role,
      place: place + 1,
      printed_name: printedName,
      agency_id: agency?.id ?? null,
      task_reference: task['reference'],
      task_content: task['content'],
      area: task['area'],
    }));
  return [...ofRole('LEAD', task.leads), ...ofRole('COORDINATOR', task.coordinators)];
}

const GOAL_COLUMNS = [
  'id',
  'index_code',
  'level',
  'criterion_code',
  'printed_criterion',
  'baseline_year',
  'baseline_rank',
  'ranked_among',
];
const GOAL_FIGURES = ['baseline_score', 'baseline_max', 'target_score', 'target_max'];

function goalRow(goal: PlanAnswer['indexGoals'][number], place: number): object {
  const index = frameworkCatalogue().index(goal['indexCode'] as string);
  const [, firstYear, code] = goal.criterion?.id.split(':') ?? [];
  const criterion = frameworkCatalogue().criterion(index?.code ?? '', Number(firstYear), code ?? '');
  const figures = GOAL_FIGURES.map((name) => [name, figure(goal[camelCase(name)] as number | null)] as const);
  return {
    ...columns(goal, [...GOAL_COLUMNS, 'target_year', 'target_rank', 'target_rank_gain']),
    ...Object.fromEntries(figures),
    ...sourceOf(goal.source),
    place,
    criterion_id: goal.criterion?.id ?? null,
    index_name_vi: index?.nameVi,
    index_name_en: index?.nameEn,
    criterion_name_vi: criterion?.nameVi ?? null,
    criterion_name_en: criterion?.nameEn ?? criterion?.nameVi ?? null,
  };
}

/** `period_from` of a view is `periodFrom` of GraphQL. */
function camelCase(column: string): string {
  const name = pascalCase(column);
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

const columns = (facts: Facts, names: readonly string[]): object =>
  Object.fromEntries(names.map((name) => [name, facts[camelCase(name)]]));

function sourceOf(source: Source | null): object {
  return {
    source_document: source?.document ?? null,
    source_url: source?.url ?? null,
    source_line_from: source?.lineFrom ?? null,
    source_line_to: source?.lineTo ?? null,
  };
}

const joined = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join('; '));

/** A figure of GraphQL as the view shows it: more than 18 digits before the point are not shown. */
const figure = (value: number | null): number | null => (value === null || value >= 1e18 ? null : value);

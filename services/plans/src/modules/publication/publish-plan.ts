import type { Database } from '@lientinh/postgres';
import {
  contentHash,
  ProblemReport,
  publish,
  requireRegistered,
  retract,
  rowProblem,
  tooManyRows,
  type JsonValue,
  type PublishingServices,
  type PublishOutcome,
  type PublishSteps,
} from '@lientinh/publishing';
import { mayPublish, throwIfRefused, type Principal } from '@lientinh/identity';
import { provinceCodeOf } from '../province/province.rules';
import { countInputRows } from './plan-input.rules';
import type { PlanInput } from './plan-input.types';
import { planIdOf } from './plan-identity.rules';
import { planInputInvalid, planToCorrectUnknown } from './plan-publication.errors';
import {
  findCurrentPlanId,
  isCurrentPlanOf,
  retractStoredPlan,
  stagePlanRecord,
  storeStagedPlan,
} from './plan-publication.store';
import { countFacts, factRows, type FactRows } from './plan-rows.rules';
import { preparePlan, toJson, type PreparedPlan, type SentPlan } from './prepared-plan';

const MOST_ROWS = 20_000;

/** One plan to be published, through whichever door it came. */
export interface PlanSubmission {
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
  /** GSO code of the province. */
  readonly province: string;
  readonly text: string | null;
  readonly plan: PlanInput | null;
  readonly documentName: string | null;
  /** The plan to be superseded where its number or title changed. */
  readonly corrects: string | null;
  readonly issuerAgency: string | null;
}

/** Who publishes, when, and where to; the context of a request is one. */
export interface PublishingContext {
  readonly database: Database;
  readonly principal: Principal;
  readonly now: Date;
  readonly services: PublishingServices;
}

/** A plan sent as bare text through the bulk door. */
export type PlanTextSubmission = Omit<PlanSubmission, 'text' | 'plan'> & { readonly text: string };

/** Publishes a plan sent as text; see `publishPlan`. */
export function publishPlanText(context: PublishingContext, submission: PlanTextSubmission): Promise<PublishOutcome> {
  return publishPlan(context, { ...submission, plan: null });
}

/**
 * Publishes one plan: reads or checks it, finds its place (a former version of the same plan is superseded) and writes it in one
 * transaction. Throws NOT_PERMITTED or what the registry refuses, PLAN_INPUT_INVALID and TOO_MANY_ROWS; everything wrong inside the plan is reported in the outcome.
 */
export async function publishPlan(
  { database, principal, now, services: { office } }: PublishingContext,
  submission: PlanSubmission,
): Promise<PublishOutcome> {
  const province = provinceCodeOf(submission.province);
  const right = { dataset: 'PLAN', province } as const;
  throwIfRefused(mayPublish(principal, right));
  await requireRegistered(office.registry, principal, right.dataset, [right]);
  if ((submission.text === null) === (submission.plan === null)) throw planInputInvalid({});
  const rows = submission.plan === null ? 0 : countInputRows(submission.plan);
  if (rows > MOST_ROWS) throw tooManyRows({ rows, limit: MOST_ROWS });
  const sent: SentPlan = { ...submission, province };
  const { prepared, problems } = preparePlan(sent, now);
  const report = new ProblemReport();
  problems.forEach((problem) => report.add(problem));
  return publish(
    database,
    {
      dataset: 'PLAN',
      publisher: principal.role === 'publisher' ? principal.publisherId : '',
      province: prepared?.record.province_id ?? null,
      idempotencyKey: submission.idempotencyKey,
      dryRun: submission.dryRun,
      scope: scopeOf(submission, province),
      confidential: null,
    },
    stepsOf(submission, province, prepared, report),
    office.signer,
  );
}

/** What is done with a plan in its transaction; `prepared` is null when it cannot even be staged, as `report` says. */
function stepsOf(
  submission: PlanSubmission,
  province: string,
  prepared: PreparedPlan | null,
  report: ProblemReport,
): PublishSteps {
  let facts: FactRows | null = null;
  return {
    async stage(writer) {
      const hash = contentHash({ scope: scopeOf(submission, province), content: contentOf(submission) });
      if (prepared === null) return { rowCount: 0, contentHash: hash, problems: report };
      if (submission.corrects !== null && !(await isCurrentPlanOf(writer, submission.corrects, province))) {
        const unknown = planToCorrectUnknown({ plan: submission.corrects, province });
        report.add(rowProblem(null, 'corrects', unknown, submission.corrects));
      }
      const planId = submission.corrects ?? (await planIdFor(prepared, (key) => findCurrentPlanId(writer, key)));
      facts = factRows({
        planId,
        provinceId: prepared.record.province_id,
        periodTo: prepared.record.period_to,
        draft: prepared.draft,
        body: submission.text,
      });
      const rowCount = countFacts(facts);
      await stagePlanRecord(writer, { ...prepared.record, plan_id: planId, fact_count: rowCount });
      return { rowCount, contentHash: hash, problems: report };
    },
    async store(writer, place) {
      if (facts === null) throw new Error('a plan is stored before it was staged');
      return { rowCount: countFacts(facts), superseded: await storeStagedPlan(writer, facts, place) };
    },
  };
}

/** The id of a plan: that of the current plan of the same identity, else a new one. */
export async function planIdFor(
  { record }: PreparedPlan,
  findCurrent: (identity: string) => Promise<string | null>,
): Promise<string> {
  return (await findCurrent(record.identity)) ?? planIdOf(record.identity);
}

function scopeOf({ plan, documentName, corrects, issuerAgency }: PlanSubmission, province: string): JsonValue {
  return { province, form: plan === null ? 'TEXT' : 'STRUCTURED', documentName, corrects, issuerAgency };
}

function contentOf({ text, plan }: PlanSubmission): JsonValue {
  return text ?? toJson(plan);
}

/** Takes the publication of a plan back. Throws as `retract` of the publishing protocol does, and what the registry refuses. */
export async function retractPlan(
  { database, principal, services }: PublishingContext,
  publication: string,
  reason: string,
): Promise<PublishOutcome> {
  await requireRegistered(services.office.registry, principal, 'PLAN');
  const publisher = principal.role === 'publisher' ? principal.publisherId : '';
  return retract(
    database,
    { dataset: 'PLAN', publisher, publication, reason },
    {
      restore: (writer, { retracted, earlierRetractions, recordedAt }) =>
        retractStoredPlan(writer, retracted, earlierRetractions, recordedAt),
    },
  );
}

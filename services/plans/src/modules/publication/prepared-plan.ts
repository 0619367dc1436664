import { foldName } from '@lientinh/agency-names';
import type { CodedError } from '@lientinh/errors';
import { PlanUnreadableError } from '@lientinh/plan-reader';
import { rowProblem, type JsonValue, type RowProblem } from '@lientinh/publishing';
import { provinceOn } from '../province/province.rules';
import { agencyResolver, isAgencyId } from './agency-resolver';
import { draftOfInput } from './draft-of-input.rules';
import { withoutUnknownIndices } from './index-goal.rules';
import { dayOfPlan, type PlanDraft } from './plan-draft';
import { planIdentity } from './plan-identity.rules';
import type { PlanInput } from './plan-input.types';
import { planInputProblems } from './plan-input.rules';
import {
  planAgencyIdInvalid,
  planIssuerUnknown,
  planPeriodMissing,
  planProvinceDiffers,
  planUnreadable,
} from './plan-publication.errors';
import type { PlanRecord } from './plan-publication.store';
import { draftOfReading, readPlanText } from './read-draft';
import { unstorableTexts } from './storable-text.rules';

/** A plan as it was sent. */
export interface SentPlan {
  /** GSO code of the province. */
  readonly province: string;
  readonly text: string | null;
  readonly plan: PlanInput | null;
  readonly documentName: string | null;
  readonly issuerAgency: string | null;
}

/** A draft that can be stored, but for its place: the id of the plan. */
export interface PreparedPlan {
  readonly draft: PlanDraft;
  /** The plan's own columns; `plan_id` and `fact_count` are still to come. */
  readonly record: Omit<PlanRecord, 'plan_id' | 'fact_count'>;
}

/** What was sent, read and checked; `prepared` is null when there are problems. */
export interface Preparation {
  readonly prepared: PreparedPlan | null;
  readonly problems: readonly RowProblem[];
}

/** Reads or takes the plan and finds what it refers to. Pure but for the reference data. */
export function preparePlan(sent: SentPlan, now: Date): Preparation {
  const problems: RowProblem[] = [];
  const report = (path: string, error: CodedError, value: unknown): void => {
    problems.push(rowProblem(null, path, error, value));
  };
  problems.push(...unstorableTexts('', { ...sent, plan: toJson(sent.plan) }));
  if (problems.length > 0) return { prepared: null, problems };
  const draft = takeDraft(sent, now, problems);
  if (draft === null) return { prepared: null, problems };
  const provinceCode = sent.province;
  if (draft.printedProvince !== null && draft.printedProvince !== provinceCode)
    report('province', planProvinceDiffers({ printed: draft.printedProvince, given: provinceCode }), provinceCode);
  const { periodFrom, periodTo } = draft;
  if (periodFrom === null || periodTo === null) {
    report(sent.text === null ? 'plan.periodFrom' : 'text', planPeriodMissing({}), draft.title);
    return { prepared: null, problems };
  }
  const day = dayOfPlan(draft) ?? periodFrom;
  const province = provinceOn(provinceCode, day);
  const issuer = issuerOf(sent, draft, day, report);
  if (issuer === null || problems.length > 0) return { prepared: null, problems };
  const approvingNumber = draft.approvingDecision?.number ?? null;
  const identified = { ...draft, provinceId: province.id, approvingNumber, periodFrom, periodTo };
  const record = {
    identity: planIdentity(identified),
    province_id: province.id,
    province_code: province.code,
    number: draft.number,
    approving_number: approvingNumber,
    approving_on: draft.approvingDecision?.issuedOn ?? null,
    kind: draft.kind,
    title: draft.title,
    search_text: foldName([draft.number ?? '', draft.title].join(' ')),
    issuer_name: draft.issuer ?? '',
    issuer_agency: issuer,
    issued_on: draft.issuedOn,
    period_from: periodFrom,
    period_to: periodTo,
    signer: draft.signer,
    signer_title: draft.signerTitle,
    document_name: sent.documentName,
  };
  return { prepared: { draft, record }, problems };
}

/** An input object as plain JSON. */
export function toJson(input: PlanInput | null): JsonValue {
  return JSON.parse(JSON.stringify(input)) as JsonValue;
}

function takeDraft(sent: SentPlan, now: Date, problems: RowProblem[]): PlanDraft | null {
  if (sent.plan !== null) {
    problems.push(...planInputProblems(sent.plan));
    if (problems.length > 0) return null;
    const day = sent.plan.issuedOn ?? sent.plan.periodFrom;
    return draftOfInput(sent.plan, agencyResolver(sent.province, day));
  }
  try {
    return withoutUnknownIndices(draftOfReading(readPlanText(sent.text ?? '', sent.province, now)));
  } catch (error) {
    if (!(error instanceof PlanUnreadableError)) throw error;
    problems.push(rowProblem(null, 'text', planUnreadable(error), error.line === null ? null : `${error.line}`));
    return null;
  }
}

function issuerOf(
  sent: SentPlan,
  draft: PlanDraft,
  day: string,
  report: (path: string, error: CodedError, value: unknown) => void,
): string | null {
  if (sent.issuerAgency !== null) {
    if (isAgencyId(sent.issuerAgency)) return sent.issuerAgency;
    report('issuerAgency', planAgencyIdInvalid({ value: sent.issuerAgency }), sent.issuerAgency);
    return null;
  }
  const issuer = draft.issuer ?? '';
  const resolved = issuer === '' ? null : agencyResolver(sent.province, day).resolve(issuer);
  if (resolved?.agencyKey) return resolved.agencyKey;
  report(sent.plan === null ? 'text' : 'plan.issuer', planIssuerUnknown({ issuer }), issuer);
  return null;
}

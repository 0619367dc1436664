import type { IsoDate } from '@lientinh/contracts';
import type {
  AgencyReference,
  ApprovingDecision,
  IndexGoalReading,
  LegalReferenceReading,
  LineSpan,
  PlanKind,
  PlanReadingFinding,
  ReportDutyReading,
  ShortcomingReading,
  TargetReading,
  TaskProductReading,
  TaskReading,
} from '@lientinh/plan-reader';

/** A fact of a plan with its lines, or without where the plan was sent structured. */
export type Placed<Reading extends { readonly lines: LineSpan }> = Omit<Reading, 'lines'> & {
  readonly lines: LineSpan | null;
};

export type DraftProduct = Pick<TaskProductReading, 'name' | 'leads' | 'coordinators' | 'due'> & {
  readonly lines: LineSpan | null;
};

export type DraftTask = Pick<
  TaskReading,
  | 'reference'
  | 'number'
  | 'section'
  | 'sectionTitle'
  | 'area'
  | 'areaBasis'
  | 'content'
  | 'leads'
  | 'coordinators'
  | 'due'
> & {
  readonly products: readonly DraftProduct[];
  readonly lines: LineSpan | null;
};

/** A goal; `criterionCode` is what the publisher says, null where it is to be found by the printed name. */
export type DraftGoal = Omit<Placed<IndexGoalReading>, 'index'> & {
  readonly index: string;
  readonly criterionCode: string | null;
};

/** A plan before it is stored, whichever way it came in. Agency keys are ids of the graph. */
export interface PlanDraft {
  readonly number: string | null;
  readonly approvingDecision: ApprovingDecision | null;
  readonly kind: PlanKind;
  readonly title: string;
  /** As printed. */
  readonly issuer: string | null;
  /** GSO code of the province that the text names; null where it names none. */
  readonly printedProvince: string | null;
  readonly issuedOn: IsoDate | null;
  readonly periodFrom: IsoDate | null;
  readonly periodTo: IsoDate | null;
  readonly signer: string | null;
  readonly signerTitle: string | null;
  readonly targets: readonly Placed<TargetReading>[];
  readonly tasks: readonly DraftTask[];
  readonly indexGoals: readonly DraftGoal[];
  readonly shortcomings: readonly Placed<ShortcomingReading>[];
  readonly reportDuties: readonly Placed<ReportDutyReading>[];
  readonly legalReferences: readonly LegalReferenceReading[];
  readonly findings: readonly (Omit<PlanReadingFinding, 'code'> & { readonly code: string })[];
}

export type { AgencyReference };

/** The day a plan belongs to: of issue, else the first of its period; null when it has neither. */
export function dayOfPlan(draft: Pick<PlanDraft, 'issuedOn' | 'periodFrom'>): IsoDate | null {
  return draft.issuedOn ?? draft.periodFrom;
}

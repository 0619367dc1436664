import type { IsoDate } from '@lientinh/contracts';
import type { ProvinceMatch } from './document/province-name';
import type { ReportDutyReading } from './duties/report-duty';
import type { PlanReadingFinding } from './findings/finding';
import type { IndexGoalReading } from './goals/index-goal';
import type { LegalReferenceReading } from './legal/legal-references';
import type { ShortcomingReading } from './shortcomings/shortcomings';
import type { TargetReading } from './targets/target';
import type { TaskReading } from './tasks/task';
import type { LineSpan } from './text/source-lines';
import type { PlanKind } from './vocabulary';

/** The decision a plan without a number of its own is attached to. */
export interface ApprovingDecision {
  readonly number: string;
  readonly issuedOn: IsoDate | null;
}

/** Who and when: the head and foot of the plan. Null where blank in print or not found. */
export interface PlanHeader {
  readonly number: string | null;
  readonly approvingDecision: ApprovingDecision | null;
  readonly kind: PlanKind;
  readonly title: string;
  /** The issuer as printed, and its full name with the province's. */
  readonly issuer: string | null;
  readonly issuerCanonical: string | null;
  readonly province: ProvinceMatch | null;
  readonly issuedOn: IsoDate | null;
  /** `2019-06` where only the month is printed. */
  readonly issuedMonth: string | null;
  readonly periodFrom: IsoDate | null;
  readonly periodTo: IsoDate | null;
  readonly signer: string | null;
  readonly signerTitle: string | null;
  readonly signerCapacity: string | null;
  readonly lines: HeaderLines;
}

/** Where each fact of the header stands. */
export interface HeaderLines {
  readonly title: LineSpan | null;
  readonly number: LineSpan | null;
  readonly issuedOn: LineSpan | null;
  readonly issuer: LineSpan | null;
  readonly signer: LineSpan | null;
}

/** All that a plan document says, every fact with the 1-based lines it came from. */
export interface PlanReading extends PlanHeader {
  readonly legalReferences: readonly LegalReferenceReading[];
  readonly targets: readonly TargetReading[];
  readonly tasks: readonly TaskReading[];
  readonly indexGoals: readonly IndexGoalReading[];
  readonly shortcomings: readonly ShortcomingReading[];
  readonly reportDuties: readonly ReportDutyReading[];
  readonly findings: readonly PlanReadingFinding[];
}

import type { Decimal } from '../numbers/decimal.rules';

/** Who says so: the owner of the index, or a third source that repeats a figure. */
export type Standing = 'OFFICIAL' | 'REPORTED';
/** The statuses that can be published; DERIVED is computed. */
export type StatedStatus = 'SELF_ASSESSED' | 'APPRAISED' | 'PUBLISHED';
/** What a province claims for itself: seen by the province and the ministry only, in figures and in what the ledger tells of them. */
export function isClaim(status: AnyScore['status']): boolean {
  return status === 'SELF_ASSESSED';
}

export type AssessmentMethod = 'APPRAISAL' | 'LEADER_SURVEY' | 'CITIZEN_SURVEY' | 'STATISTICS' | 'SURVEY' | 'COMPOSITE';

/** One figure as one publication states it. */
export interface StatedScore {
  readonly index: string;
  readonly year: number;
  /** Key of the unit of that year, `62@2004-01-01`. */
  readonly provinceId: string;
  readonly criterion: string;
  readonly status: StatedStatus;
  readonly standing: Standing;
  readonly value: Decimal;
  /** Points at most, as stated or as the framework has it. */
  readonly maxScore: number | null;
  readonly method: AssessmentMethod | null;
  /** The rank that the source prints beside it. */
  readonly publishedRank: number | null;
  readonly publishedRankedAmong: number | null;
  readonly source: { readonly document: string | null; readonly url: string | null } | null;
  /** Place of its publication in the ledger. */
  readonly sequence: number;
  readonly publication: string;
  /** Instant as ISO 8601 text in UTC with microseconds: comparable as text. */
  readonly recordedAt: string;
}

/** A sum of parts that the framework defines and nobody with a better right has published. */
export interface DerivedScore {
  readonly index: string;
  readonly year: number;
  readonly provinceId: string;
  readonly criterion: string;
  readonly status: 'DERIVED';
  readonly value: Decimal;
  readonly maxScore: number | null;
  /** True when every figure it is made of is the index owner's own. */
  readonly fromOfficial: boolean;
  /** When the last of its parts was recorded. */
  readonly recordedAt: string;
}

export type AnyScore = StatedScore | DerivedScore;

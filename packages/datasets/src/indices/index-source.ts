import type { BilingualText } from '@lientinh/contracts';
import type { CriterionRow } from './criterion-row';
import type { IndexCode } from './index-definitions';

/** A set of criteria in force over some years. */
export interface FrameworkVersion {
  readonly version: string;
  readonly validFromYear: number;
  readonly validToYear: number | null;
}

/** Everything that distinguishes one index from another when frameworks and breaks are derived. */
export interface IndexSource {
  readonly index: IndexCode;
  readonly rows: readonly CriterionRow[];
  /** Versions tile the years from the first, without gap or overlap; oldest first. */
  readonly versions: readonly FrameworkVersion[];
  readonly totalRule: 'SUM_OF_PARTS' | 'PUBLISHED';
  /** What a criterion means in a year: two years with one signature can be compared. Null where it is not in the framework. */
  readonly signatureOf: (code: string, year: number) => string | null;
  /** Why the meaning of a criterion changes in a year. */
  readonly reasonFor: (code: string, year: number) => BilingualText;
}

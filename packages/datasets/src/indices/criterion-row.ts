/** The criterion that stands for the whole index, in every index. */
export const TOTAL = 'TOTAL';

/** A criterion over the years in which it keeps one meaning, one scale and one name. */
export interface CriterionRow {
  readonly code: string;
  /** Null for TOTAL alone. */
  readonly parentCode: string | null;
  readonly nameVi: string;
  readonly nameEn: string | null;
  /** Points at most; null where no source states it. */
  readonly maxScore: number | null;
  /** 0 for TOTAL, 1 for its parts, 2 for theirs. */
  readonly depth: number;
  readonly validFromYear: number;
  /** Last year; null while in use. */
  readonly validToYear: number | null;
  /** SUM_OF_CHILDREN where the publisher defines the value as the sum of the parts. */
  readonly derivation: 'SUM_OF_CHILDREN' | null;
}

/** True for a row or version whose years include `year`. */
export function coversYear(
  span: { readonly validFromYear: number; readonly validToYear: number | null },
  year: number,
): boolean {
  return span.validFromYear <= year && (span.validToYear === null || year <= span.validToYear);
}

import type { AgencyReference } from '../agencies/agency-reference';
import type { Due } from '../due/due';
import type { LineSpan } from '../text/source-lines';
import type { AreaBasis, ReformArea } from '../vocabulary';

/** What a task yields, with the agencies and the due period printed on its own row. */
export interface TaskProductReading {
  readonly name: string;
  readonly leads: readonly AgencyReference[];
  readonly coordinators: readonly AgencyReference[];
  readonly due: Due | null;
  /** True where the cells were blank under a merged cell and the values are those of the product above. */
  readonly agenciesInherited: boolean;
  readonly dueInherited: boolean;
  readonly lines: LineSpan;
}

/** A row of the task table. */
export interface TaskReading {
  /** Unique in the plan: part, number, and a counter where the number is not printed. `II.1`, `VII.1-2`. */
  readonly reference: string;
  /** As printed, or implied by the numbers around it; null for rows without numbers. */
  readonly number: string | null;
  readonly numberPrinted: boolean;
  /** Roman number of the part; implied where the heading was lost. */
  readonly section: string | null;
  readonly sectionTitle: string | null;
  /** Number of the heading row an unnumbered task stands under. */
  readonly parentNumber: string | null;
  readonly area: ReformArea;
  readonly areaBasis: AreaBasis;
  /** Null where the cell was lost. */
  readonly content: string | null;
  readonly products: readonly TaskProductReading[];
  readonly leads: readonly AgencyReference[];
  readonly coordinators: readonly AgencyReference[];
  /** Null where none is printed or left. Products with different periods: the span of them all. */
  readonly due: Due | null;
  readonly lines: LineSpan;
}

import type { IsoDate } from '@lientinh/contracts';
import type { LineSpan } from '../text/source-lines';
import type { AreaBasis, Comparator, ReformArea, Unit } from '../vocabulary';

/** Where in the plan a target is stated. */
export const TARGET_PLACES = ['GOAL', 'TASK', 'CRITERION', 'TASK_TABLE'] as const;
export type TargetPlace = (typeof TARGET_PLACES)[number];

/** A figure the plan promises. */
export interface TargetReading {
  readonly area: ReformArea;
  readonly areaBasis: AreaBasis;
  /** The clause as printed, shortened. */
  readonly label: string;
  /** Code of metrics.csv; null when the subject is none of them (then there is a finding). */
  readonly metric: string | null;
  readonly comparator: Comparator;
  readonly value: number;
  readonly unit: Unit;
  /** Only a day or year printed with the figure. */
  readonly deadline: IsoDate | null;
  /** The administrative level the figure is said of, where one is printed. */
  readonly scope: string | null;
  readonly statedIn: TargetPlace;
  readonly lines: LineSpan;
}

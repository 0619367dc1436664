import type { ReformArea, Unit } from '../vocabulary';

/** A metric of the catalogue (metrics.csv); supplied by the caller. */
export interface MetricDefinition {
  readonly code: string;
  readonly unit: Unit;
  readonly usualArea: ReformArea;
}

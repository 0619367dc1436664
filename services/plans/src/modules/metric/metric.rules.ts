import { metricDefinitions, type MetricDefinition } from '@lientinh/datasets';
import { metricUnknown } from './metric.errors';

const NEAREST = 3;

/** The metric of a code; null for an unknown one. */
export function findMetric(code: string): MetricDefinition | null {
  return metricDefinitions().find((metric) => metric.code === code) ?? null;
}

/** The metric of a code; throws METRIC_UNKNOWN naming the nearest codes. */
export function getMetric(code: string): MetricDefinition {
  const metric = findMetric(code);
  if (metric === null) throw metricUnknown({ metric: code, nearest: nearestMetrics(code) });
  return metric;
}

/** The codes that have most words in common with `code`, best first. */
export function nearestMetrics(code: string): string[] {
  const words = new Set(code.toUpperCase().split(/[^A-Z0-9]+/));
  const shared = ({ code: other }: MetricDefinition): number =>
    other.split('_').filter((word) => words.has(word)).length;
  return [...metricDefinitions()]
    .sort((a, b) => shared(b) - shared(a))
    .slice(0, NEAREST)
    .map((metric) => metric.code);
}

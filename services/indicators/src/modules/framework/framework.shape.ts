import type { Framework as FrameworkRecord } from '@lientinh/datasets';
import { getIndex } from './framework-lookup.rules';
import { toIndex, type Framework } from './framework.types';

/** A framework as the graph shows it. */
export function toFramework(record: FrameworkRecord): Framework {
  const { version, validFromYear, validToYear, maxScore } = record;
  return { index: toIndex(getIndex(record.index)), version, validFromYear, validToYear, maxScore, record };
}

import { frameworkCatalogue, type ProvinceRecord } from '@lientinh/datasets';
import type { MissingReason } from './comparison.types';

/** Why a cell has no value, the first reason that applies. `isMerged`: the province was made of several units since. */
export function missingReason(
  cell: { readonly index: string; readonly year: number; readonly criterion: string },
  unit: ProvinceRecord | null,
  isMerged: boolean,
): MissingReason {
  const { index, year, criterion } = cell;
  if (frameworkCatalogue().criterion(index, year, criterion) === null) return 'CRITERION_NOT_IN_FRAMEWORK';
  if (unit === null) return isMerged ? 'NOT_PUBLISHED' : 'PROVINCE_NOT_IN_FORCE';
  return frameworkCatalogue().isNotScored(index, year, unit.code, criterion) ? 'NOT_SURVEYED' : 'NOT_PUBLISHED';
}

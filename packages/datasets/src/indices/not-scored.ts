import type { ProvinceCode } from '@lientinh/contracts';
import { z } from 'zod';
import { optionalText, readDataRows, requiredText, year } from '../csv-rows';
import { TOTAL } from './criterion-row';
import type { IndexCode } from './index-definitions';

/** A province, or one criterion of a province, that a survey left without a score. */
export interface NotScored {
  readonly index: IndexCode;
  readonly year: number;
  readonly provinceCode: ProvinceCode;
  /** The criterion with its parts; null when the whole province is missing. */
  readonly criterion: string | null;
}

const NOT_SCORED_ROW = z
  .object({ year, province_code: requiredText, criterion_code: optionalText })
  .transform((row): NotScored => ({
    index: 'PAPI',
    year: row.year,
    provinceCode: row.province_code,
    criterion: row.criterion_code,
  }));

/** What PAPI did not score, 2011–2024. */
export function readNotScored(): readonly NotScored[] {
  return readDataRows('reference/papi_not_surveyed.csv', NOT_SCORED_ROW);
}

/** True when a hole covers a criterion, the criterion it is part of, or (for TOTAL) any part. */
export function isUnscored(
  holes: readonly NotScored[],
  provinceCode: ProvinceCode,
  criterion: string,
  parent: string | null,
): boolean {
  return holes.some(
    (hole) =>
      hole.provinceCode === provinceCode &&
      (hole.criterion === null || hole.criterion === criterion || hole.criterion === parent || criterion === TOTAL),
  );
}

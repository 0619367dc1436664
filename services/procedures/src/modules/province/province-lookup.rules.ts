import type { IsoDate, ProvinceId } from '@lientinh/contracts';
import { getProvince } from '@lientinh/datasets';
import { provinceNamedTwice, provincesMissing, provincesTooMany } from './province.errors';

const MOST_COMPARED = 100;

/** Ids of the units that bore the codes on a day, in order; throws PROVINCE_UNKNOWN. */
export function provinceIds(codes: readonly string[], on: IsoDate): ProvinceId[] {
  return codes.map((code) => getProvince(code, on).id);
}

/** As `provinceIds`, for a side-by-side table: at least one code, none twice, 100 at most. */
export function comparedProvinceIds(codes: readonly string[], on: IsoDate): ProvinceId[] {
  if (codes.length === 0) throw provincesMissing({});
  if (codes.length > MOST_COMPARED) throw provincesTooMany({ count: codes.length, limit: MOST_COMPARED });
  const twice = codes.find((code, place) => codes.indexOf(code) !== place);
  if (twice !== undefined) throw provinceNamedTwice({ code: twice });
  return provinceIds(codes, on);
}

import type { IsoDate, ProvinceCode } from '@lientinh/contracts';
import { provinceCatalogue } from './province-catalogue';
import { provinceUnknown } from './province.errors';
import type { ProvinceRecord } from './province-rows';

/** The unit that bore a code on a day; throws PROVINCE_UNKNOWN, which says what the code meant at other times. */
export function getProvince(code: ProvinceCode, on: IsoDate): ProvinceRecord {
  const province = provinceCatalogue().find(code, on);
  if (province === null) throw provinceUnknown({ code, on, otherTimes: meaningsOf(code) });
  return province;
}

/** The latest unit that bears or bore a code; throws PROVINCE_UNKNOWN (for the day given) when none ever did. */
export function getLatestProvince(code: ProvinceCode, today: IsoDate): ProvinceRecord {
  const latest = provinceCatalogue()
    .all.filter((province) => province.code === code)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .at(-1);
  if (latest === undefined) throw provinceUnknown({ code, on: today, otherTimes: [] });
  return latest;
}

function meaningsOf(code: ProvinceCode) {
  return provinceCatalogue()
    .all.filter((province) => province.code === code)
    .map(({ nameVi, nameEn, validFrom, validTo }) => ({ nameVi, nameEn, validFrom, validTo }));
}

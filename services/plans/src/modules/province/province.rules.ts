import type { IsoDate, ProvinceId } from '@lientinh/contracts';
import { provinceCatalogue, type ProvinceRecord } from '@lientinh/datasets';
import { planProvinceUnknown } from './province.errors';

const NEAREST = 3;

/** A province code or id without its date: `46` of `46` and of `46@2004-01-01`. */
export function provinceCodeOf(codeOrId: string): string {
  return codeOrId.split('@')[0] ?? codeOrId;
}

function unitsOf(codeOrId: string): readonly ProvinceRecord[] {
  if (codeOrId.includes('@')) {
    const unit = provinceCatalogue().byId(codeOrId);
    return unit === null ? [] : [unit];
  }
  return provinceCatalogue().all.filter(({ code }) => code === codeOrId);
}

function nearestCodes(codeOrId: string): string[] {
  const wanted = Number(provinceCodeOf(codeOrId)) || 0;
  const codes = [...new Set(provinceCatalogue().all.map(({ code }) => code))];
  return codes.sort((a, b) => Math.abs(Number(a) - wanted) - Math.abs(Number(b) - wanted)).slice(0, NEAREST);
}

function unknown(codeOrId: string, on: IsoDate | null): Error {
  return planProvinceUnknown({ province: codeOrId, on, known: nearestCodes(codeOrId) });
}

/** The unit that bore a code (or is named by an id) on a day; throws PLAN_PROVINCE_UNKNOWN. */
export function provinceOn(codeOrId: string, on: IsoDate): ProvinceRecord {
  const unit = unitsOf(codeOrId).find((one) => one.validFrom <= on && (one.validTo === null || on <= one.validTo));
  if (unit === undefined) throw unknown(codeOrId, on);
  return unit;
}

/** Every unit that bore a code at some time between two days (open where null), oldest first; throws PLAN_PROVINCE_UNKNOWN. */
export function provincesBetween(codeOrId: string, from: IsoDate | null, to: IsoDate | null): ProvinceRecord[] {
  const units = unitsOf(codeOrId)
    .filter(
      (unit) =>
        (to === null || unit.validFrom <= to) && (from === null || unit.validTo === null || from <= unit.validTo),
    )
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  if (units.length === 0) throw unknown(codeOrId, to ?? from);
  return units;
}

/** Ids of the units that codes mean: on a day if one is given, else all that ever bore them. Null stays null: no limit. */
export function provinceIds(codes: readonly string[] | null | undefined, on: IsoDate | null): ProvinceId[] | null {
  if (codes === null || codes === undefined) return null;
  return codes.flatMap((code) =>
    on === null ? provincesBetween(code, null, null).map(({ id }) => id) : [provinceOn(code, on).id],
  );
}

import { referenceDayOfYear, type IsoDate, type ProvinceCode } from '@lientinh/contracts';
import { getProvince, provinceCatalogue, type ProvinceRecord } from '@lientinh/datasets';

const SUGGESTIONS = 3;

function labelOf({ code, nameVi }: ProvinceRecord): string {
  return `${code} (${nameVi})`;
}

/** Units in force on a day that may be meant by a code that none of them bears: by name, by what became of it, by number. */
export function suggestProvinces(code: string, day: IsoDate): readonly string[] {
  const catalogue = provinceCatalogue();
  const named = catalogue.findByName(code, day);
  if (named !== null) return [labelOf(named)];
  const relatives = catalogue.all
    .filter((unit) => unit.code === code)
    .flatMap((unit) => catalogue.currentUnitOf(unit.id, day) ?? catalogue.constituents(unit.id, day));
  if (relatives.length > 0) return [...new Set(relatives.map(labelOf))];
  const distance = (unit: ProvinceRecord): number => Math.abs(Number(unit.code) - (Number(code) || 0));
  return [...catalogue.inForce(day)]
    .sort((a, b) => distance(a) - distance(b) || (a.code < b.code ? -1 : 1))
    .slice(0, SUGGESTIONS)
    .map(labelOf);
}

/** The last unit that bore a code on 30 June of one of the years; throws PROVINCE_UNKNOWN. */
export function getProvinceWithin(code: ProvinceCode, fromYear: number, toYear: number): ProvinceRecord {
  for (let year = toYear; year >= fromYear; year -= 1) {
    const unit = provinceCatalogue().find(code, referenceDayOfYear(year));
    if (unit !== null) return unit;
  }
  return getProvince(code, referenceDayOfYear(toYear));
}

/**
 * The unit that had the same territory on another day: itself, or the one it was renamed from or to. Null when the territory was
 * divided among several units then, was part of a larger one, or is not known.
 */
export function sameTerritoryOn(unit: ProvinceRecord, day: IsoDate): ProvinceRecord | null {
  const catalogue = provinceCatalogue();
  const sole = (id: string, on: IsoDate): ProvinceRecord | null => {
    const parts = catalogue.constituents(id, on);
    return parts.length === 1 ? (parts[0] ?? null) : null;
  };
  if (day < unit.validFrom) return sole(unit.id, day);
  if (unit.validTo === null || day <= unit.validTo) return unit;
  const later = catalogue.currentUnitOf(unit.id, day);
  return later !== null && sole(later.id, unit.validTo)?.id === unit.id ? later : null;
}

import { foldName } from '@lientinh/agency-names';
import type { IsoDate, Language, ProvinceCode, Region } from '@lientinh/contracts';
import { getProvince, type ProvinceCatalogue, type ProvinceRecord } from '@lientinh/datasets';

/** Which provinces are asked for; members that are null do not restrict. */
export interface ProvinceSelection {
  readonly codes: readonly ProvinceCode[] | null;
  readonly region: Region | null;
  /** Beginnings of words of any spelling, with or without diacritics. */
  readonly search: string | null;
  readonly on: IsoDate;
}

/** The units in force on a day that fit, by official code. Throws PROVINCE_UNKNOWN for a code that no unit bore on the day. */
export function selectProvinces(catalogue: ProvinceCatalogue, selection: ProvinceSelection): readonly ProvinceRecord[] {
  const { codes, region, search, on } = selection;
  const units = codes === null ? catalogue.inForce(on) : [...new Set(codes)].map((code) => getProvince(code, on));
  return units
    .filter((unit) => region === null || unit.region === region)
    .filter((unit) => search === null || isSpeltLike(catalogue, unit, search))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

function isSpeltLike(catalogue: ProvinceCatalogue, unit: ProvinceRecord, search: string): boolean {
  const words = foldName(search)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return search.trim() === '';
  return spellingsOf(catalogue, unit).some((spelling) => {
    const padded = ` ${foldName(spelling)}`;
    return words.every((word) => padded.includes(` ${word}`));
  });
}

/** Every known spelling of a unit's name, its official name first. */
export function spellingsOf(catalogue: ProvinceCatalogue, unit: ProvinceRecord): readonly string[] {
  const others = catalogue.aliases.filter(({ provinceId }) => provinceId === unit.id).map(({ alias }) => alias);
  return [...new Set([unit.nameVi, ...others])];
}

export function provinceName(unit: ProvinceRecord, language: Language): string {
  return language === 'EN' ? unit.nameEn : unit.nameVi;
}

/** The resolutions that made a unit out of others, each once. */
export function legalBasisOf(catalogue: ProvinceCatalogue, unit: ProvinceRecord): readonly string[] {
  const steps = catalogue.lineage.filter(({ successorId }) => successorId === unit.id);
  return [...new Set(steps.map(({ legalBasis }) => legalBasis))];
}

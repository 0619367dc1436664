import { CENTRAL_SCOPE } from '@lientinh/agency-names';
import type { AdministrativeLevel, AgencyKind, IsoDate, Language, ProvinceCode } from '@lientinh/contracts';
import { getLatestProvince, getProvince, type ProvinceCatalogue, type ProvinceRecord } from '@lientinh/datasets';
import { mayPublish, notPermitted, type Principal, type Refusal } from '@lientinh/identity';
import type { AgencyRecord } from './agency.row';
import type { AgencyFilter } from './agency.types';

/** One part of a list: the agencies of a code (null: any code) that worked in a stretch of time (null: open). */
export interface ScopePart {
  readonly code: string | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
}

/** What restricts a list beside its scope; null does not. */
export interface AgencyCriteria {
  readonly kind: AgencyKind | null;
  readonly level: AdministrativeLevel | null;
  readonly asOf: IsoDate | null;
  readonly search: string | null;
}

const EVERYTHING: ScopePart = { code: null, startsOn: null, endsOn: null };
const CENTRE: ScopePart = { code: CENTRAL_SCOPE, startsOn: null, endsOn: null };

const partOf = ({ code, validFrom, validTo }: ProvinceRecord): ScopePart => ({
  code,
  startsOn: validFrom,
  endsOn: validTo,
});

/**
 * The parts of a list of agencies. A province code is read on `asOf`, or means its latest unit; with a day and no province, agencies
 * of provinces that were not in force on it do not count. Throws PROVINCE_UNKNOWN.
 */
export function scopeOf(filter: AgencyFilter, catalogue: ProvinceCatalogue, today: IsoDate): readonly ScopePart[] {
  const { province, asOf } = filter;
  if (isStated(province)) return [partOf(unitMeant(province, asOf, today))];
  return isStated(asOf) ? [CENTRE, ...catalogue.inForce(asOf).map(partOf)] : [EVERYTHING];
}

/** The parts of a list of one unit's agencies: none where the filter names another province or a day outside the unit's time. */
export function scopeWithin(unit: ProvinceRecord, { province, asOf }: AgencyFilter): readonly ScopePart[] {
  if (isStated(province) && province !== unit.code) return [];
  const covers = !isStated(asOf) || (unit.validFrom <= asOf && (unit.validTo === null || asOf <= unit.validTo));
  return covers ? [partOf(unit)] : [];
}

/** The unit that a code means: on the day, or the latest without one. Throws PROVINCE_UNKNOWN. */
export function unitMeant(code: ProvinceCode, asOf: IsoDate | null | undefined, today: IsoDate): ProvinceRecord {
  return isStated(asOf) ? getProvince(code, asOf) : getLatestProvince(code, today);
}

/** The latest unit of an agency's code that existed while the agency did; null for the centre, or when there was none. */
export function unitOfAgency(
  { provinceCode, validFrom, validTo }: Pick<AgencyRecord, 'provinceCode' | 'validFrom' | 'validTo'>,
  catalogue: ProvinceCatalogue,
): ProvinceRecord | null {
  if (provinceCode === null) return null;
  const units = catalogue.all.filter(
    (unit) =>
      unit.code === provinceCode &&
      (validTo === null || unit.validFrom <= validTo) &&
      (validFrom === null || unit.validTo === null || validFrom <= unit.validTo),
  );
  return units.reduce<ProvinceRecord | null>(
    (latest, unit) => (latest === null || latest.validFrom < unit.validFrom ? unit : latest),
    null,
  );
}

/** Vietnamese, or English where the publisher gave it. */
export function agencyName({ name, nameEn }: Pick<AgencyRecord, 'name' | 'nameEn'>, language: Language): string {
  return language === 'EN' ? (nameEn ?? name) : name;
}

/** Null when the principal may publish agencies there: a province its own, who speaks for the whole country those of the centre. */
export function mayPublishAgencies(principal: Principal, province: ProvinceCode | null): Refusal | null {
  const refusal = mayPublish(principal, { dataset: 'AGENCIES', province });
  if (refusal !== null || principal.role !== 'publisher') return refusal;
  if (principal.provinceCode === null && province !== null)
    return notPermitted({ right: 'PROVINCE', subject: province });
  return null;
}

function isStated<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}

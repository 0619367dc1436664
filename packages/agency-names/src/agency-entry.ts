import type { AdministrativeLevel, AgencyKind, IsoDate, ProvinceCode } from '@lientinh/contracts';

/** An agency as the directory knows it. */
export interface AgencyEntry {
  /** Stable key, unique in the directory. */
  readonly key: string;
  /** Canonical Vietnamese name, without the province (`Sở Nội vụ`). */
  readonly name: string;
  readonly nameEn?: string;
  readonly abbreviation?: string;
  /** Other printed names: abbreviations, older names, spelling variants. */
  readonly aliases: readonly string[];
  readonly kind: AgencyKind;
  readonly level: AdministrativeLevel;
  /** Absent for agencies of the centre and for those common to all provinces. */
  readonly provinceCode?: ProvinceCode;
  readonly parentKey?: string;
  /** First and last day in force; absent means not known. */
  readonly validFrom?: IsoDate;
  readonly validTo?: IsoDate;
  /** Who took the tasks over. */
  readonly successorKeys?: readonly string[];
}

/** One answer to the question which agency a printed name means. */
export interface AgencyMatch<Entry extends AgencyEntry = AgencyEntry> {
  readonly agency: Entry;
  /** 1 as printed, 0.95 by canonical name, 0.92 without diacritics, below 0.9 by likeness. */
  readonly confidence: number;
  /** The name or alias of the directory that matched. */
  readonly matchedAlias: string;
}

/** True when nothing says that the agency did not exist on the day. */
export function isInForce(entry: AgencyEntry, on: IsoDate): boolean {
  return (
    (entry.validFrom === undefined || entry.validFrom <= on) && (entry.validTo === undefined || on <= entry.validTo)
  );
}

import { canonicalAgencyName, splitAgencyNames } from '@lientinh/agency-names';

/** What a name means in the caller's directory of agencies. `agencyKey` null: unknown, or as good for several agencies. */
export interface AgencyResolution {
  readonly agencyKey: string | null;
  /** 0–1; 1 is a name the directory spells alike. */
  readonly confidence: number;
}

/** The caller's directory of agencies, for the province and period of the plan. */
export interface AgencyResolver {
  resolve(printedName: string): AgencyResolution | null;
}

/** One agency as printed, its full name, and what the directory makes of it. */
export interface AgencyReference {
  readonly printedName: string;
  readonly canonicalName: string;
  readonly agencyKey: string | null;
}

const LONGEST_CELL = 2_000;

/** The single agencies a cell or phrase names, in print order, resolved. */
export function readAgencies(printed: string, directory: AgencyResolver): AgencyReference[] {
  if (printed.length > LONGEST_CELL) return [];
  return splitAgencyNames(printed).map((printedName) => ({
    printedName,
    canonicalName: canonicalAgencyName(printedName),
    agencyKey: directory.resolve(printedName)?.agencyKey ?? null,
  }));
}

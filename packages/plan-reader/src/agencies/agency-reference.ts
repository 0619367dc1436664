import { canonicalAgencyName, splitAgencyNames } from '@lientinh/agency-names';

/** What a name means in the caller's directory of agencies. `agencyKey` null: unknown, or as good for several agencies. */
export interface AgencyResolution {
  readonly agencyKey: string | null;
  /** The name the directory has for it, which also puts spelling faults right; null keeps the name as read. */
  readonly officialName: string | null;
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
  return splitAgencyNames(printed).map((printedName) => {
    const resolved = directory.resolve(printedName);
    const canonicalName = resolved?.officialName ?? canonicalAgencyName(printedName);
    return { printedName, canonicalName, agencyKey: resolved?.agencyKey ?? null };
  });
}

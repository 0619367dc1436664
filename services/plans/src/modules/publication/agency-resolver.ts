import { AgencyDirectory, agencyId } from '@lientinh/agency-names';
import type { IsoDate } from '@lientinh/contracts';
import { agencyDirectoryEntries, type SourcedAgency } from '@lientinh/datasets';
import type { AgencyResolver } from '@lientinh/plan-reader';

let directory: AgencyDirectory<SourcedAgency> | undefined;

function agencyDirectory(): AgencyDirectory<SourcedAgency> {
  directory ??= new AgencyDirectory(agencyDirectoryEntries());
  return directory;
}

const AGENCY_ID = /^(?:\d{2}|central)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** True for an agency id of the graph written where a name may stand: `46/so-noi-vu`. */
export function isAgencyId(text: string): boolean {
  return AGENCY_ID.test(text);
}

/**
 * Names as a province's plan of a day prints them → agency ids of the graph. A name that is as good for several agencies means none;
 * an agency id is taken as it is.
 */
export function agencyResolver(provinceCode: string, asOf: IsoDate | null): AgencyResolver {
  const known = agencyDirectory();
  const context = { provinceCode, ...(asOf === null ? {} : { asOf }) };
  return {
    resolve(printedName) {
      if (isAgencyId(printedName)) return { agencyKey: printedName, officialName: null };
      const match = known.resolveUnambiguously(printedName, context);
      return match === null ? null : { agencyKey: agencyId(match.agency), officialName: match.agency.name };
    },
  };
}

/** Likeness alone is not enough to say that a name was meant. */
const KNOWN_SPELLING = 0.9;

/** Ids of the agencies that a name means in every province that has one of that name. */
export function agenciesNamed(name: string): string[] {
  const matches = agencyDirectory().resolve(name);
  const best = matches[0]?.confidence ?? 0;
  return matches
    .filter(({ confidence }) => confidence === best && confidence >= KNOWN_SPELLING)
    .map(({ agency }) => agencyId(agency));
}

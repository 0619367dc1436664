import type { AgencyReference } from '../agencies/agency-reference';
import type { LineSpan } from '../text/source-lines';
import { type PlanReadingFinding, finding } from './finding';

export interface NamedAgency {
  readonly agency: AgencyReference;
  readonly lines: LineSpan;
}

const MOST_LINES = 20;

/** One finding for each name the directory could not settle, with the places it stands. */
export function unresolvedAgencies(named: readonly NamedAgency[]): PlanReadingFinding[] {
  const byName = new Map<string, LineSpan[]>();
  for (const { agency, lines } of named) {
    if (agency.agencyKey !== null) continue;
    const places = byName.get(agency.canonicalName) ?? [];
    if (places.length < MOST_LINES) places.push(lines);
    byName.set(agency.canonicalName, places);
  }
  return [...byName].map(([name, lines]) =>
    finding(
      'AGENCY_UNRESOLVED',
      lines,
      `Không xác định được cơ quan «${name}».`,
      `The agency «${name}» could not be resolved.`,
    ),
  );
}

import { defineLoader } from '@lientinh/subgraph';
import { listFindings } from '../finding/finding.store';
import type { PlanFinding } from '../finding/finding.types';
import { listLegalReferences } from '../legal-reference/legal-reference.store';
import type { LegalReference } from '../legal-reference/legal-reference.types';
import { groupBy } from '../paging/group-by';
import { listReportDuties } from '../report-duty/report-duty.store';
import type { ReportDuty } from '../report-duty/report-duty.types';
import { listShortcomings } from '../shortcoming/shortcoming.store';
import type { Shortcoming } from '../shortcoming/shortcoming.types';

const bySequence = <Part extends { readonly publicationSequence: number }>(
  parts: readonly Part[],
): Map<string, Part[]> => groupBy(parts, ({ publicationSequence }) => String(publicationSequence));

/** What a publication's plan cites. */
export const loadLegalReferences = defineLoader<number, readonly LegalReference[]>(
  'legal-references',
  async (publications, { database }) => bySequence(await listLegalReferences(database.reader, publications)),
);

/** The shortcomings that a publication's plan names. */
export const loadShortcomings = defineLoader<number, readonly Shortcoming[]>(
  'shortcomings',
  async (publications, { database }) => bySequence(await listShortcomings(database.reader, publications)),
);

/** The reports that a publication's plan asks for. */
export const loadReportDuties = defineLoader<number, readonly ReportDuty[]>(
  'report-duties',
  async (publications, { database }) => bySequence(await listReportDuties(database.reader, publications)),
);

/** What was found when a publication's plan was read. */
export const loadFindings = defineLoader<number, readonly PlanFinding[]>(
  'findings',
  async (publications, { database }) => bySequence(await listFindings(database.reader, publications)),
);

import { AgencyDirectory, agencyId } from '@lientinh/agency-names';
import { agencyDirectoryEntries } from '@lientinh/datasets';
import { defineLoader } from '@lientinh/subgraph';
import { toProcedure } from './procedure.row';
import { findProcedures, listProcedures, type FoundProcedures, type ProcedureQuery } from './procedure.store';
import type { Procedure } from './procedure.types';

/** Procedures by code: one statement for all that a request names. */
export const loadProcedure = defineLoader<string, Procedure>('procedure', async (codes, { database }) => {
  const rows = await findProcedures(database.reader, codes);
  return new Map([...rows].map(([code, row]) => [code, toProcedure(row)]));
});

/** Pages of procedures: the pages of many provinces are one statement. */
export const loadProcedurePage = defineLoader<ProcedureQuery, FoundProcedures>(
  'procedure-page',
  async (queries, { database }) => {
    const pages = await listProcedures(database.reader, queries);
    return new Map(pages.map((page, place) => [JSON.stringify(queries[place]), page]));
  },
  (query) => JSON.stringify(query),
);

let directory: AgencyDirectory | undefined;

/** Id of the agency that a printed authority means; null when the name is unknown or stays ambiguous. */
export function authorityId(printed: string | null): string | null {
  if (printed === null) return null;
  directory ??= new AgencyDirectory(agencyDirectoryEntries());
  const match = directory.resolveUnambiguously(printed);
  return match === null ? null : agencyId(match.agency);
}

import { CENTRAL_SCOPE } from '@lientinh/agency-names';
import type { ProvinceCode } from '@lientinh/contracts';
import type { Writer } from '@lientinh/postgres';
import { rowProblem, type ProblemReport, type RetractSteps, type StoredRows } from '@lientinh/publishing';
import type { AgencyInput } from './agency-input.types';
import {
  checkStagedRows,
  createStagingTable,
  restoreRows,
  STAGED_COLUMNS,
  stageRows,
  storeStagedRows,
  type StagedRow,
} from './agency-publishing.store';
import { AGENCY_PROBLEMS } from './agency.errors';

/** NUL cannot be stored; as the replacement character it is found and reported like any other broken character. */
const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');

/** Lists travel as text; a bar inside a member becomes the replacement character, which the checks report. */
function listText(items: readonly string[] | null | undefined): string | null {
  if (items === null || items === undefined || items.length === 0) return null;
  return items.map((item) => storable(item).replaceAll('|', '\uFFFD')).join(' | ');
}

const text = (value: string | null | undefined): string | null =>
  value === null || value === undefined ? null : storable(value);

/** A row of the mutation as the staging table takes it. */
export function stagedRow(agency: AgencyInput, rowNumber: number): StagedRow {
  return [
    rowNumber,
    text(agency.key),
    text(agency.name),
    text(agency.nameEn),
    text(agency.abbreviation),
    listText(agency.aliases),
    agency.kind,
    agency.level,
    text(agency.parentKey),
    agency.validFrom ?? null,
    agency.validTo ?? null,
    listText(agency.successorKeys),
  ];
}

const scopeOf = (province: ProvinceCode | null): string => province ?? CENTRAL_SCOPE;

/** The steps of the data set AGENCIES, the same for the mutation and the bulk door. */
export const agenciesDataset = {
  dataset: 'AGENCIES',
  columns: STAGED_COLUMNS,
  createStaging: createStagingTable,
  stage: stageRows,

  /** Reports every problem of the staged rows. `province` is null for the centre. */
  async check(writer: Writer, province: ProvinceCode | null, report: ProblemReport): Promise<void> {
    for (const { row, path, code, value, detail } of await checkStagedRows(writer, scopeOf(province))) {
      const problem = AGENCY_PROBLEMS.get(code);
      if (problem === undefined) throw new Error(`the checks gave the unknown code ${code}`);
      report.add(rowProblem(row, path, problem({ value, detail }), value));
    }
  },

  store(
    writer: Writer,
    province: ProvinceCode | null,
    place: { readonly sequence: number; readonly recordedAt: string },
  ): Promise<StoredRows> {
    return storeStagedRows(writer, scopeOf(province), place);
  },

  restore: restoreRows satisfies RetractSteps['restore'],
} as const;

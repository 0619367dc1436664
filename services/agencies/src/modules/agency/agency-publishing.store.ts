import { z } from 'zod';
import { ADMINISTRATIVE_LEVELS, AGENCY_KINDS } from '@lientinh/contracts';
import { CENTRAL_SCOPE } from '@lientinh/agency-names';
import { copyRows, statement, type Writer } from '@lientinh/postgres';
import { VersionedTable } from '@lientinh/publishing';
import { REFERENCE_CHECKS, ROW_CHECKS } from './agency-checks.sql';

/** The staging table of a transaction. */
export const STAGING = 'staged_agency';

/** Columns of the staging table after the row number, all text; lists are separated by ` | `. */
export const STAGED_COLUMNS = [
  'key',
  'name',
  'name_en',
  'abbreviation',
  'aliases',
  'kind',
  'level',
  'parent_key',
  'valid_from',
  'valid_to',
  'successor_keys',
] as const;

/** A row as it is staged: its 0-based number, then the columns. */
export type StagedRow = readonly [rowNumber: number, ...values: (string | null)[]];

/** What a check found. */
export interface FoundProblem {
  readonly row: number;
  readonly path: string;
  readonly code: string;
  readonly value: string | null;
  readonly detail: string | null;
}

const problemRow = z
  .object({
    row_number: z.coerce.number().int(),
    path: z.string(),
    code: z.string(),
    value: z.string().nullable(),
    detail: z.string().nullable(),
  })
  .transform(({ row_number, ...problem }): FoundProblem => ({ row: row_number, ...problem }));

const createStaging = statement(
  'create-staged-agency',
  z.unknown(),
  `create temp table staged_agency (row_number integer not null, ${STAGED_COLUMNS.map((name) => `${name} text`).join(', ')}) on commit drop`,
);
const analyzeStaging = statement('analyze-staged-agency', z.unknown(), 'analyze staged_agency');
const checkRows = statement('check-agency-rows', problemRow, `${ROW_CHECKS} order by row_number`);
const checkReferences = statement('check-agency-references', problemRow, `${REFERENCE_CHECKS} order by row_number`);

/** Makes the staging table of the transaction. */
export async function createStagingTable(writer: Writer): Promise<void> {
  await writer.run(createStaging);
}

/** Copies rows into the staging table; their number. */
export function stageRows(writer: Writer, rows: Iterable<StagedRow> | AsyncIterable<StagedRow>): Promise<number> {
  return copyRows(writer, `staged_agency (row_number, ${STAGED_COLUMNS.join(', ')})`, rows);
}

/** Everything that is wrong with the staged rows, for the agencies of `scope` (province code or `central`). */
export async function checkStagedRows(writer: Writer, scope: string): Promise<readonly FoundProblem[]> {
  await writer.run(analyzeStaging);
  const ofRows = await writer.all(checkRows, [AGENCY_KINDS, ADMINISTRATIVE_LEVELS, scope === CENTRAL_SCOPE]);
  return [...ofRows, ...(await writer.all(checkReferences, [scope]))];
}

const idOf = (reference: string): string =>
  `case when ${reference} like '%/%' then ${reference} else $1::text || '/' || ${reference} end`;
const listOf = (column: string, item: string): string =>
  `array(select ${item} from unnest(string_to_array(${column}, '|')) with ordinality as t(item, place) where btrim(item) <> '' order by place)`;

const settleStaging = statement(
  'settle-staged-agency',
  z.unknown(),
  `create temp table settled_agency on commit drop as
   select null::text as province_code, key, name, name_en, abbreviation, aliases, kind, level, parent_id, valid_from, valid_to, successor_ids
   from agency where false`,
);
const insertSettled = statement(
  'insert-settled-agency',
  z.unknown(),
  `insert into settled_agency
   select $1::text, key, tidy_name(name), nullif(tidy_name(name_en), ''), nullif(tidy_name(abbreviation), ''),
     ${listOf('aliases', 'tidy_name(item)')}, kind, level, ${idOf('parent_key')}, existing_day(valid_from), existing_day(valid_to),
     ${listOf('successor_keys', idOf('btrim(item)'))}
   from staged_agency`,
);

const agencies = new VersionedTable({
  table: 'agency',
  unit: ['province_code', 'key'],
  key: ['province_code', 'key'],
  values: [
    'name',
    'name_en',
    'abbreviation',
    'aliases',
    'kind',
    'level',
    'parent_id',
    'valid_from',
    'valid_to',
    'successor_ids',
  ],
  staging: 'settled_agency',
});

/** Moves the staged rows into the table of agencies as current; rows written, and rows that other publications lost. */
export async function storeStagedRows(
  writer: Writer,
  scope: string,
  place: { readonly sequence: number; readonly recordedAt: string },
): Promise<{ readonly rowCount: number; readonly superseded: ReadonlyMap<number, number> }> {
  await writer.run(settleStaging);
  await writer.run(insertSettled, [scope]);
  const superseded = await agencies.supersede(writer, place.recordedAt);
  return { superseded, rowCount: await agencies.insert(writer, place.sequence, place.recordedAt) };
}

/** Ends the rows of a publication and brings back what they had superseded; rows brought back, by place in the ledger. */
export function restoreRows(
  writer: Writer,
  place: { readonly retracted: number; readonly earlierRetractions: readonly number[]; readonly recordedAt: string },
): Promise<ReadonlyMap<number, number>> {
  return agencies.retract(writer, place.retracted, place.earlierRetractions, place.recordedAt);
}

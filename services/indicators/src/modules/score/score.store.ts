import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import { SCORE_COLUMNS, SCORE_SOURCE, scoreRow } from './score.row';
import type { StatedScore } from './stated-score';

/** An index and a year. */
export interface SheetKey {
  readonly index: string;
  readonly year: number;
}

const KEYS = 'join unnest($1::text[], $2::int[]) as k(index_code, year) using (index_code, year)';
/** Rows that were current at `$3`; now, when it is null. */
const currentAt = (alias: string): string =>
  `(($3::timestamptz is null and ${alias}.recorded_to = 'infinity')
    or (${alias}.recorded_from <= $3::timestamptz and ${alias}.recorded_to > $3::timestamptz))`;

const listScores = statement(
  'list-scores-of-years',
  scoreRow,
  `select ${SCORE_COLUMNS} from ${SCORE_SOURCE.replace('score s', `(score ${KEYS}) s`)} where ${currentAt('s')}`,
);
const listComplete = statement(
  'list-complete-criteria',
  z.object({ index_code: z.string(), year: z.number().int(), criterion_code: z.string() }),
  `select distinct c.index_code, c.year, c.criterion_code from (complete_criterion ${KEYS}) c where ${currentAt('c')}`,
);

/** Everything stated for some indices and years at an instant (null: now). */
export function listStatedScores(
  reader: Reader,
  keys: readonly SheetKey[],
  recordedAsOf: string | null,
): Promise<StatedScore[]> {
  return reader.all(listScores, [keys.map(({ index }) => index), keys.map(({ year }) => year), recordedAsOf]);
}

/** The criteria that publications declare complete at an instant (null: now). */
export async function listCompleteCriteria(
  reader: Reader,
  keys: readonly SheetKey[],
  recordedAsOf: string | null,
): Promise<readonly (SheetKey & { readonly criterion: string })[]> {
  const rows = await reader.all(listComplete, [
    keys.map(({ index }) => index),
    keys.map(({ year }) => year),
    recordedAsOf,
  ]);
  return rows.map((row) => ({ index: row.index_code, year: row.year, criterion: row.criterion_code }));
}

const ledgerPosition = statement(
  'read-ledger-position',
  z.object({ sequence: z.coerce.number().int() }),
  `select coalesce(max(sequence), 0) as sequence from ledger_entry where dataset = 'SCORES'`,
);

/** Place of the last entry of the ledger of scores; 0 before the first. */
export async function readLedgerPosition(reader: Reader): Promise<number> {
  return (await reader.get(ledgerPosition)).sequence;
}

const publishedYears = statement(
  'list-published-years',
  z.object({ index_code: z.string(), year: z.number().int() }),
  `select distinct s.index_code, s.year from score s
   where s.index_code = any($1::text[]) and s.status <> 'SELF_ASSESSED'
     and (($2::timestamptz is null and s.recorded_to = 'infinity')
       or (s.recorded_from <= $2::timestamptz and s.recorded_to > $2::timestamptz))
   order by s.index_code, s.year`,
);

/** The years in which an index has figures for everybody, by index, ascending. */
export async function listPublishedYears(
  reader: Reader,
  indices: readonly string[],
  recordedAsOf: string | null,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await reader.all(publishedYears, [indices, recordedAsOf]);
  return new Map(
    indices.map((index) => [index, rows.filter((row) => row.index_code === index).map(({ year }) => year)]),
  );
}

/** Names one row of one publication. */
export interface ScoreKey {
  readonly sequence: number;
  readonly provinceId: string;
  readonly criterion: string;
}

const scoresByKey = statement(
  'find-scores',
  scoreRow,
  `select distinct on (s.publication, s.province_id, s.criterion_code) ${SCORE_COLUMNS}
   from ${SCORE_SOURCE}
   join unnest($1::bigint[], $2::text[], $3::text[]) as k(publication, province_id, criterion_code)
     on s.publication = k.publication and s.province_id = k.province_id and s.criterion_code = k.criterion_code
   order by s.publication, s.province_id, s.criterion_code, s.recorded_from desc`,
);

/** The rows of these keys, whether current or not. */
export function findStatedScores(reader: Reader, keys: readonly ScoreKey[]): Promise<StatedScore[]> {
  return reader.all(scoresByKey, [
    keys.map(({ sequence }) => sequence),
    keys.map(({ provinceId }) => provinceId),
    keys.map(({ criterion }) => criterion),
  ]);
}

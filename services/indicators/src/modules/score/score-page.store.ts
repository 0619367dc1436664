import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import { SCORE_COLUMNS, SCORE_SOURCE, scoreRow } from './score.row';
import type { StatedScore } from './stated-score';

/** Which rows of scores are wanted, and whose claims may be seen. */
export interface ScoreSelection {
  readonly index: string;
  readonly years: readonly number[] | null;
  readonly provinceCodes: readonly string[] | null;
  readonly criteria: readonly string[] | null;
  readonly status: string | null;
  readonly recordedAsOf: string | null;
  /** Codes whose self-assessed scores are seen; null for every province's. */
  readonly selfAssessedCodes: readonly string[] | null;
}

/** Sort key of a row: year, code and key of the unit, criterion, status, source. */
export type ScoreSortKey = readonly [number, string, string, string, string];

const SELECTED = `s.index_code = $1
  and ($2::int[] is null or s.year = any($2))
  and ($3::text[] is null or split_part(s.province_id, '@', 1) = any($3))
  and ($4::text[] is null or s.criterion_code = any($4))
  and ($5::text is null or s.status = $5)
  and (($6::timestamptz is null and s.recorded_to = 'infinity')
    or (s.recorded_from <= $6::timestamptz and s.recorded_to > $6::timestamptz))
  and (s.status <> 'SELF_ASSESSED' or $7::text[] is null or split_part(s.province_id, '@', 1) = any($7))`;

const ORDER = 's.year, s.province_id, s.criterion_code, s.status, s.source_key';

const pageRow = z.intersection(scoreRow, z.object({ source_key: z.string() }));

const listPage = statement(
  'list-score-page',
  pageRow,
  `select ${SCORE_COLUMNS}, s.source_key from ${SCORE_SOURCE}
   where ${SELECTED}
     and ($8::int is null or (s.year, s.province_id, s.criterion_code, s.status, s.source_key) > ($8, $9::text, $10::text, $11::text, $12::text))
   order by ${ORDER} limit $13`,
);
const countAll = statement(
  'count-scores',
  z.object({ count: z.coerce.number().int() }),
  `select count(*) as count from score s where ${SELECTED}`,
);

function selectionParameters(selection: ScoreSelection): readonly unknown[] {
  const { index, years, provinceCodes, criteria, status, recordedAsOf, selfAssessedCodes } = selection;
  return [index, years, provinceCodes, criteria, status, recordedAsOf, selfAssessedCodes];
}

/** A row of a page, with its sort key. */
export interface PagedScore {
  readonly score: StatedScore;
  readonly key: ScoreSortKey;
}

/** At most `limit` rows after a sort key, by year, province, criterion, status and source. */
export async function listScorePage(
  reader: Reader,
  selection: ScoreSelection,
  after: readonly (string | number)[] | null,
  limit: number,
): Promise<PagedScore[]> {
  const start = after ?? [null, null, null, null, null];
  const rows = await reader.all(listPage, [...selectionParameters(selection), ...start, limit]);
  return rows.map(({ source_key: sourceKey, ...score }) => ({
    score,
    key: [score.year, score.provinceId, score.criterion, score.status, sourceKey],
  }));
}

/** How many rows a selection has. */
export async function countScores(reader: Reader, selection: ScoreSelection): Promise<number> {
  return (await reader.get(countAll, selectionParameters(selection))).count;
}

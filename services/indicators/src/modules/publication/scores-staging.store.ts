import { z } from 'zod';
import { referenceDayOfYear } from '@lientinh/contracts';
import { statement, type Writer } from '@lientinh/postgres';
import { VersionedTable } from '@lientinh/publishing';
import { sourceKeyOf, type ScoresHeader, type ScoreText } from './scores-header';

/** The staging table of the transaction: rows as text, numbered from 0. Columns for COPY: see `STAGING_TARGET`. */
export const STAGING_TARGET =
  'staged_score_text (row_number, province, criterion, value, max_score, method, published_rank, published_ranked_among)';

const createText = statement(
  'create-staged-score-text',
  z.unknown(),
  `create temp table staged_score_text (row_number integer not null, province text, criterion text, value text, max_score text,
     method text, published_rank text, published_ranked_among text) on commit drop`,
);
/** Makes the empty staging table. */
export async function createStaging(writer: Writer): Promise<void> {
  await writer.run(createText);
}

const createTyped = statement(
  'create-staged-score',
  z.unknown(),
  `create temp table staged_score (province_id text, index_code text, year integer, criterion_code text, status text, standing text,
     source_key text, value numeric, max_score numeric, method text, published_rank integer, published_ranked_among integer,
     source_document text, source_url text) on commit drop`,
);

const stageRows = statement(
  'stage-scores',
  z.unknown(),
  `insert into staged_score_text
   select ordinality - 1, province, criterion, value, max_score, method, published_rank, published_ranked_among
   from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality
     as r(province, criterion, value, max_score, method, published_rank, published_ranked_among, ordinality)`,
);

/** Puts rows into the staging table, numbered in their order. */
export async function stageScores(writer: Writer, rows: readonly ScoreText[]): Promise<void> {
  const column = (name: keyof ScoreText): (string | null)[] => rows.map((row) => row[name]);
  await writer.run(stageRows, [
    column('province'),
    column('criterion'),
    column('value'),
    column('maxScore'),
    column('method'),
    column('publishedRank'),
    column('publishedRankedAmong'),
  ]);
}

/** Where a code of a staged row is looked up: `$1` index, `$2` year, `$3` its reference day. */
const LOOKED_UP = `staged_score_text t
  left join province p on p.code = t.province and p.valid_from <= $3::date and (p.valid_to is null or $3::date <= p.valid_to)
  left join criterion c on c.index_code = $1 and c.code = t.criterion
    and c.valid_from_year <= $2 and (c.valid_to_year is null or $2 <= c.valid_to_year)`;

const insertTyped = statement(
  'type-staged-scores',
  z.unknown(),
  `insert into staged_score (province_id, index_code, year, criterion_code, status, standing, source_key, value, max_score, method,
     published_rank, published_ranked_among, source_document, source_url)
   select p.id, $1, $2, t.criterion, $4, $5, $6, t.value::numeric, coalesce(t.max_score::numeric, c.maximum), t.method,
     t.published_rank::integer, t.published_ranked_among::integer, $7, $8
   from ${LOOKED_UP}`,
);

/** Turns the staged text, which passed every check, into rows of the table of scores. */
export async function typeStagedScores(writer: Writer, header: ScoresHeader): Promise<void> {
  const { index, year, status, standing, source } = header;
  await writer.run(createTyped);
  await writer.run(insertTyped, [
    index,
    year,
    referenceDayOfYear(year),
    status,
    standing,
    sourceKeyOf(header),
    source?.document ?? null,
    source?.url ?? null,
  ]);
}

/** The numbers that are taken: decimal point, optional exponent. */
const NUMBER = `^-?[0-9]{1,21}([.][0-9]{1,30})?([eE][+-]?[0-9]{1,3})?$`;
const RANK = '^[0-9]{1,4}$';
const METHODS = `('APPRAISAL', 'LEADER_SURVEY', 'CITIZEN_SURVEY', 'STATISTICS', 'SURVEY', 'COMPOSITE')`;

/** The codes of `checkStagedScores`; each has its error. */
export const ROW_CHECKS = [
  'SCORE_PROVINCE_UNKNOWN',
  'SCORE_CRITERION_UNKNOWN',
  'SCORE_NOT_A_NUMBER',
  'SCORE_NEGATIVE',
  'SCORE_ABOVE_MAXIMUM',
  'SCORE_MAXIMUM_DIFFERS',
  'SCORE_DUPLICATE_CELL',
  'SCORE_RANK_INVALID',
  'SCORE_METHOD_UNKNOWN',
] as const;
export type RowCheck = (typeof ROW_CHECKS)[number];

const checkRow = z.object({
  row_number: z.number().int(),
  path: z.string(),
  code: z.enum(ROW_CHECKS),
  value: z.string().nullable(),
  detail: z.string().nullable(),
});

/** What a check found: the row, its field, and what the message needs besides. */
export interface FailedCheck {
  readonly row: number;
  readonly path: string;
  readonly code: RowCheck;
  readonly value: string | null;
  /** The maximum, or the first row of the same cell; null where there is nothing to add. */
  readonly detail: string | null;
}

/** Each line is one check: path, code, value sent, detail for the message, whether the row fails. Null counts as not failing. */
const checkStaged = statement(
  'check-staged-scores',
  checkRow,
  `with bounds as (
     select maximum from criterion where index_code = $1 and code = 'TOTAL'
       and valid_from_year <= $2 and (valid_to_year is null or $2 <= valid_to_year)),
   looked_up as (
     select t.*, p.id as province_id, c.code as known_criterion, c.maximum,
       coalesce(c.maximum, (select maximum from bounds)) as bound,
       case when t.value ~ '${NUMBER}' then t.value::numeric end as number,
       case when t.max_score ~ '${NUMBER}' then t.max_score::numeric end as stated_maximum,
       case when t.published_rank ~ '${RANK}' then t.published_rank::integer else 0 end as rank,
       case when t.published_ranked_among ~ '${RANK}' then t.published_ranked_among::integer else 0 end as ranked_among,
       min(t.row_number) over (partition by t.province, t.criterion) as first_row
     from ${LOOKED_UP})
   select l.row_number, k.path, k.code, k.value, k.detail from looked_up l, lateral (values
     ('province', 'SCORE_PROVINCE_UNKNOWN', l.province, null, l.province_id is null),
     ('criterion', 'SCORE_CRITERION_UNKNOWN', l.criterion, null, l.known_criterion is null),
     ('criterion', 'SCORE_DUPLICATE_CELL', l.province || ' ' || l.criterion, l.first_row::text, l.row_number > l.first_row),
     ('value', 'SCORE_NOT_A_NUMBER', l.value, null, l.number is null),
     ('value', 'SCORE_NEGATIVE', l.value, null, l.number < 0),
     ('value', 'SCORE_ABOVE_MAXIMUM', l.value, l.bound::text, l.known_criterion is not null and l.number > l.bound + 0.005),
     ('maxScore', 'SCORE_NOT_A_NUMBER', l.max_score, null, l.max_score is not null and l.stated_maximum is null),
     ('maxScore', 'SCORE_MAXIMUM_DIFFERS', l.max_score, coalesce(l.maximum::text, '> 0'),
       l.known_criterion is not null and (l.stated_maximum <> l.maximum or l.stated_maximum <= 0)),
     ('method', 'SCORE_METHOD_UNKNOWN', l.method, null, l.method not in ${METHODS}),
     ('publishedRank', 'SCORE_RANK_INVALID', l.published_rank, null,
       l.published_rank is not null and (l.rank < 1 or (l.published_ranked_among is not null and l.ranked_among >= 1 and l.rank > l.ranked_among))),
     ('publishedRankedAmong', 'SCORE_RANK_INVALID', l.published_ranked_among, null,
       l.published_ranked_among is not null and l.ranked_among < 1)
   ) as k(path, code, value, detail, fails)
   where k.fails order by l.row_number, k.path`,
);

/** Checks every staged row against the reference tables in one statement; what fails, by row. */
export async function checkStagedScores(writer: Writer, { index, year }: ScoresHeader): Promise<FailedCheck[]> {
  const rows = await writer.all(checkStaged, [index, year, referenceDayOfYear(year)]);
  return rows.map(({ row_number: row, ...rest }) => ({ row, ...rest }));
}

/** The table of scores: a lane of a cell is replaced as a whole. */
export const scoreTable = new VersionedTable({
  table: 'score',
  unit: ['index_code', 'year', 'criterion_code', 'province_id', 'status', 'source_key'],
  key: ['index_code', 'year', 'criterion_code', 'province_id', 'status', 'source_key'],
  values: [
    'standing',
    'value',
    'max_score',
    'method',
    'published_rank',
    'published_ranked_among',
    'source_document',
    'source_url',
  ],
  staging: 'staged_score',
});

const declareComplete = statement(
  'declare-complete',
  z.unknown(),
  `insert into complete_criterion (index_code, year, criterion_code, publication, recorded_from, recorded_to)
   select distinct index_code, year, criterion_code, $1::bigint, $2::timestamptz, 'infinity'::timestamptz from staged_score`,
);

/** Records that the criteria of the staged rows are complete with this publication. */
export async function declareStagedComplete(writer: Writer, publication: number, recordedAt: string): Promise<void> {
  await writer.run(declareComplete, [publication, recordedAt]);
}

const withdrawComplete = statement(
  'withdraw-complete',
  z.unknown(),
  `update complete_criterion set recorded_to = $2 where publication = $1 and recorded_to = 'infinity'`,
);

/** Ends what a publication declared complete. */
export async function withdrawDeclaration(writer: Writer, publication: number, recordedAt: string): Promise<void> {
  await writer.run(withdrawComplete, [publication, recordedAt]);
}

import { z } from 'zod';
import { referenceDayOfYear } from '@lientinh/contracts';
import { statement, type Writer } from '@lientinh/postgres';
import { stageRows, VersionedTable, type BulkColumn } from '@lientinh/publishing';
import { sourceKeyOf, type ScoresHeader, type ScoreText } from './scores-header';

/** Temporary table in which the rows lie as text, with `row_number`; its columns are the fields of the input, so that both doors name a fault alike. */
export const STAGING = 'staged_score_text';

/** The columns of the staging table, and what a file may call them. */
export const SCORE_COLUMNS_SENT: readonly (BulkColumn & { readonly column: keyof ScoreText })[] = [
  { column: 'province', names: ['province', 'province_code'], required: true },
  { column: 'criterion', names: ['criterion', 'criterion_code'], required: true },
  { column: 'value', names: ['value', 'score'], required: true },
  { column: 'maxScore', names: ['maxScore', 'max_score'], required: false },
  { column: 'method', required: false },
  { column: 'publishedRank', names: ['publishedRank', 'published_rank'], required: false },
  { column: 'publishedRankedAmong', names: ['publishedRankedAmong', 'published_ranked_among'], required: false },
];

/** Makes the staging table and puts rows into it, numbered in their order. */
export async function stageScores(writer: Writer, rows: readonly ScoreText[]): Promise<void> {
  const columns = SCORE_COLUMNS_SENT.map(({ column }) => column);
  await stageRows(
    writer,
    { name: STAGING, columns },
    rows.map((row) => columns.map((column) => row[column])),
  );
}

/** Where the codes of a staged row are looked up: `$1` index, `$2` year, `$3` its reference day. */
export const LOOKED_UP = `${STAGING} t
  left join province p on p.code = t.province and p.valid_from <= $3::date and (p.valid_to is null or $3::date <= p.valid_to)
  left join criterion c on c.index_code = $1 and c.code = t.criterion
    and c.valid_from_year <= $2 and (c.valid_to_year is null or $2 <= c.valid_to_year)`;

const createTyped = statement(
  'create-staged-score',
  z.unknown(),
  `create temp table staged_score (province_id text, index_code text, year integer, criterion_code text, status text, standing text,
     source_key text, value numeric, max_score numeric, method text, published_rank integer, published_ranked_among integer,
     source_document text, source_url text) on commit drop`,
);
const insertTyped = statement(
  'type-staged-scores',
  z.unknown(),
  `insert into staged_score (province_id, index_code, year, criterion_code, status, standing, source_key, value, max_score, method,
     published_rank, published_ranked_among, source_document, source_url)
   select p.id, $1, $2, t.criterion, $4, $5, $6, t.value::numeric, coalesce(t."maxScore"::numeric, c.maximum), t.method,
     t."publishedRank"::integer, t."publishedRankedAmong"::integer, $7, $8
   from ${LOOKED_UP}`,
);
const analyzeTyped = statement('analyze-staged-score', z.unknown(), 'analyze staged_score');

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
  await writer.run(analyzeTyped);
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

import { provinceCatalogue } from '@lientinh/datasets';
import type { LocalClientId } from '@lientinh/identity';
import type { IndicatorsHarness } from '../indicators-harness';
import { biRows, instantOf, numberOf, type BiMoment, type BiRow } from './bi-rows';

/** A table of GraphQL or of a view: rows by key, every field plain. */
export type Table = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** An index and a year, and how they are read. */
export interface Sheet extends BiMoment {
  readonly index: string;
  readonly year: number;
}

interface Source {
  readonly document: string | null;
  readonly url: string | null;
}
interface Cell {
  readonly province: { readonly id: string };
  readonly source: Source | null;
  readonly [field: string]: unknown;
}
interface ComparisonData {
  readonly comparison: {
    readonly rows: readonly {
      readonly criterion: { id: string; code: string; name: string; english: string; depth: number };
      readonly nationalMedian: number | null;
      readonly nationalBest: number | null;
      readonly nationalCount: number;
      readonly cells: readonly Cell[];
    }[];
  };
}

const COMPARISON = `query ($index: ID!, $year: Int!, $provinces: [ID!]!, $asOf: DateTime) {
  comparison(index: $index, year: $year, provinces: $provinces, depth: 9, recordedAsOf: $asOf) {
    rows { criterion { id code name english: name(language: EN) depth } nationalMedian nationalBest nationalCount
      cells { province { id } value maxScore rank rankedAmong change rankChange gapToBest status missing selfAssessed selfAssessedGap
        source { document url } } } } }`;

/** Ids of the units of a year. */
export const unitsOf = (year: number): readonly string[] =>
  provinceCatalogue()
    .inForce(`${year}-06-30`)
    .map(({ id }) => id);

const asker = (ministry: boolean | undefined): { as?: LocalClientId } => (ministry === true ? { as: 'ministry' } : {});

/** Every cell of a sheet as GraphQL gives it, by criterion and unit. */
export async function comparedByGraphql(subgraph: IndicatorsHarness, sheet: Sheet): Promise<Table> {
  const { index, year, at, ministry } = sheet;
  const provinces = unitsOf(year).map((id) => id.slice(0, 2));
  const variables = { index, year, provinces, asOf: at };
  const { comparison } = await subgraph.data<ComparisonData>(COMPARISON, variables, asker(ministry));
  const entries = comparison.rows.flatMap(({ criterion, cells, ...national }) =>
    cells.map(({ province, source, ...cell }): [string, Record<string, unknown>] => [
      `${criterion.code} ${province.id}`,
      { ...criterion, ...national, ...cell, document: source?.document ?? null, url: source?.url ?? null },
    ]),
  );
  return new Map(entries);
}

/** The same from `bi.comparisons`. */
export async function comparedByView(subgraph: IndicatorsHarness, sheet: Sheet): Promise<Table> {
  const sql = 'select * from bi.comparisons where index_code = $1 and year = $2';
  const rows = await biRows(subgraph.database, sql, [sheet.index, sheet.year], sheet);
  return new Map(rows.map((row) => [`${row['criterion_code']} ${row['province_id']}`, cellOf(row)]));
}

function cellOf(row: BiRow): Record<string, unknown> {
  return {
    id: row['criterion_id'],
    code: row['criterion_code'],
    name: row['criterion_name_vi'],
    english: row['criterion_name_en'],
    depth: numberOf(row['criterion_depth']),
    nationalMedian: numberOf(row['national_median']),
    nationalBest: numberOf(row['national_best']),
    nationalCount: numberOf(row['national_count']),
    value: numberOf(row['value']),
    maxScore: numberOf(row['max_score']),
    rank: numberOf(row['rank']),
    rankedAmong: numberOf(row['ranked_among']),
    change: numberOf(row['change']),
    rankChange: numberOf(row['rank_change']),
    gapToBest: numberOf(row['gap_to_best']),
    status: row['status'],
    missing: row['missing'],
    selfAssessed: numberOf(row['self_assessed']),
    selfAssessedGap: numberOf(row['self_assessed_gap']),
    document: row['source_document'],
    url: row['source_url'],
  };
}

const SCORE_FIELDS = `id value maxScore status standing recordedAt rank rankedAmong province { id } criterion { id }
  source { document url } publication { id }`;

interface ScoreNode {
  readonly id: string;
  readonly province: { readonly id: string };
  readonly criterion: { readonly id: string };
  readonly source: Source | null;
  readonly publication: { readonly id: string } | null;
  readonly [field: string]: unknown;
}

function plainScore({ province, criterion, source, publication, ...score }: ScoreNode): Record<string, unknown> {
  return {
    ...score,
    province: province.id,
    criterion: criterion.id,
    document: source?.document ?? null,
    url: source?.url ?? null,
    publication: publication?.id ?? null,
  };
}

/** The values that count now, of all units of a sheet, by id, from `Province.scores`. */
export async function rankedByGraphql(subgraph: IndicatorsHarness, { index, year }: Sheet): Promise<Table> {
  const representations = unitsOf(year).map((id) => ({ __typename: 'Province', id }));
  const query = `query ($representations: [_Any!]!, $index: ID!, $year: Int!) { _entities(representations: $representations) {
    ... on Province { scores(index: $index, year: $year) { ${SCORE_FIELDS} } } } }`;
  const data = await subgraph.data<{ _entities: readonly { scores: readonly ScoreNode[] }[] }>(query, {
    representations,
    index,
    year,
  });
  return new Map(data._entities.flatMap(({ scores }) => scores).map((score) => [score.id, plainScore(score)]));
}

/** The same from `bi.rankings`. */
export async function rankedByView(subgraph: IndicatorsHarness, sheet: Sheet): Promise<Table> {
  const sql = 'select * from bi.rankings where index_code = $1 and year = $2';
  const rows = await biRows(subgraph.database, sql, [sheet.index, sheet.year], sheet);
  return new Map(rows.map((row) => [row['score_id'] ?? '', rankedRow(row)]));
}

function rankedRow(row: BiRow): Record<string, unknown> {
  return {
    id: row['score_id'],
    value: numberOf(row['value']),
    maxScore: numberOf(row['max_score']),
    status: row['status'],
    standing: row['standing'],
    recordedAt: instantOf(row['recorded_at']),
    rank: numberOf(row['rank']),
    rankedAmong: numberOf(row['ranked_among']),
    province: row['province_id'],
    criterion: row['criterion_id'],
    document: row['source_document'],
    url: row['source_url'],
    publication: row['publication_id'],
  };
}

/** Everything stated of an index that the reader may see, by id. */
export async function statedByGraphql(
  subgraph: IndicatorsHarness,
  index: string,
  moment: BiMoment,
  years?: readonly number[],
): Promise<Table> {
  const query = `query ($index: ID!, $years: [Int!], $asOf: DateTime, $after: String) { scores(filter: { index: $index, years: $years }, first: 500, after: $after, recordedAsOf: $asOf) {
    nodes { id value maxScore status standing method year province { id } criterion { id } source { document url } publication { id } }
    pageInfo { hasNextPage endCursor } } }`;
  const found = new Map<string, Record<string, unknown>>();
  let after: string | null = null;
  do {
    const page: { scores: { nodes: readonly ScoreNode[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
      await subgraph.data(query, { index, years, asOf: moment.at, after }, asker(moment.ministry));
    page.scores.nodes.forEach((node) => found.set(node.id, plainScore(node)));
    after = page.scores.pageInfo.hasNextPage ? page.scores.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

/** The same from `bi.scores`. */
export async function statedByView(
  subgraph: IndicatorsHarness,
  index: string,
  moment: BiMoment,
  years?: readonly number[],
): Promise<Table> {
  const sql = 'select * from bi.scores where index_code = $1 and ($2::int[] is null or year = any ($2))';
  const rows = await biRows(subgraph.database, sql, [index, years ?? null], moment);
  return new Map(rows.map((row) => [row['id'] ?? '', statedRow(row)]));
}

function statedRow(row: BiRow): Record<string, unknown> {
  return {
    id: row['id'],
    value: numberOf(row['value']),
    maxScore: numberOf(row['max_score']),
    status: row['status'],
    standing: row['standing'],
    method: row['method'],
    year: numberOf(row['year']),
    province: row['province_id'],
    criterion: row['criterion_id'],
    document: row['source_document'],
    url: row['source_url'],
    publication: row['publication_id'],
  };
}

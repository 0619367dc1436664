import { frameworkCatalogue } from '@lientinh/datasets';
import { referenceYears } from './reference.inner';

/** The instant at which the views of scores are read. */
export const AS_OF = `(select bi.as_of('SCORES'))`;

/** Rows that were current at that instant. */
export const currentAt = (alias: string): string =>
  `${alias}.recorded_from <= ${AS_OF} and ${alias}.recorded_to > ${AS_OF}`;

/**
 * The same where a single cell is looked up: the instant is kept out of the search of the table's key, whose cost PostgreSQL takes for
 * that of a scan when a column before it (`source_key`) is left open.
 */
export const currentInCell = (alias: string): string =>
  `${alias}.recorded_from + interval '0' <= ${AS_OF} and ${alias}.recorded_to > ${AS_OF}`;

/**
 * Place of a stated figure in the order of those that can count for its cell. Sums stand between: of official figures after 1, of others
 * after 3. What a province claims for itself has no place.
 */
export const precedence = (score: string): string => `case when ${score}.status = 'PUBLISHED'
  then case ${score}.standing when 'OFFICIAL' then 1 else 3 end else case ${score}.standing when 'OFFICIAL' then 5 else 6 end end`;

const KEY = 'index_code, year, province_id';

/** The year under which a row is shown; the plain column where it is its own, so that an index serves conditions on it. */
const shifted = (row: string, shift: number): string => (shift === 0 ? `${row}.year` : `${row}.year + ${shift}`);

/** The figure of a cell that counts among those stated, if no sum stands before it: one row a cell. */
const statedSql = (shift: number): string => `
  select distinct on (s.index_code, ${shifted('s', shift)}, s.province_id, s.criterion_code)
    s.index_code, ${shifted('s', shift)} as year, s.province_id, s.criterion_code, s.value, ${precedence('s')} as precedence, s.status, s.standing,
    s.max_score, s.published_rank, s.published_ranked_among, s.source_document, s.source_url, s.publication, s.recorded_from
  from score s
  where ${currentAt('s')} and s.status <> 'SELF_ASSESSED'
  order by s.index_code, ${shifted('s', shift)}, s.province_id, s.criterion_code, ${precedence('s')}, s.publication desc`;

/** The year of a cell as the tables of years know it. */
const known = (shift: number): string => `least(y.year${shift === 0 ? '' : ` - ${shift}`}, ${referenceYears().at(-1)})`;

/** Every cell of every year with published figures: the criteria of its framework × the units of its 30 June. */
const gridSql = (shift: number): string => `
  select y.index_code, y.year, p.province_id, c.id as criterion_id, c.code as criterion_code, c.parent_code, c.depth, c.is_sum_of_parts,
    c.maximum, s.value, s.precedence, s.status, s.standing, s.max_score, s.published_rank, s.published_ranked_among, s.source_document,
    s.source_url, s.publication, s.recorded_from as recorded_at, false as is_derived, s.precedence = 1 as is_official,
    d.criterion_code is not null as is_complete
  from (select distinct s.index_code, ${shifted('s', shift)} as year from score s
    where ${currentAt('s')} and s.status <> 'SELF_ASSESSED') y
  join bi.framework_year_inner f on f.index_code = y.index_code and f.year = ${known(shift)}
  join bi.criterion_inner c on c.framework_id = f.framework_id
  join bi.unit_year_inner p on p.year = ${known(shift)}
  left join (${statedSql(shift)}) s on s.index_code = y.index_code and s.year = y.year and s.province_id = p.province_id
    and s.criterion_code = c.code
  left join (select distinct c.index_code, ${shifted('c', shift)} as year, c.criterion_code from complete_criterion c
    where ${currentAt('c')}) d on d.index_code = y.index_code and d.year = y.year and d.criterion_code = c.code`;

/**
 * Settles the criteria of one depth from their parts, which are settled: the exact sum where the framework defines one and every part has
 * a published or derived value, if no stated figure stands before it; complete where all parts are.
 */
function settledSql(cells: string, depth: number): string {
  const isPart = `depth = ${depth + 1}`;
  const counts = `${isPart} and (status = 'PUBLISHED' or is_derived)`;
  return `
  select g.index_code, g.year, g.province_id, g.criterion_code, g.parent_code, g.criterion_id, g.depth, g.is_sum_of_parts, g.maximum,
    g.precedence, g.status, g.standing, g.max_score, g.published_rank, g.published_ranked_among, g.source_document, g.source_url,
    g.publication,
    case when g.takes_sum then g.parts_value else g.value end as value,
    case when g.takes_sum then g.parts_recorded_at else g.recorded_at end as recorded_at,
    case when g.takes_sum then g.parts_are_official else g.is_official end as is_official,
    g.takes_sum or g.is_derived as is_derived,
    g.is_complete or (g.depth = ${depth} and g.is_sum_of_parts and g.parts > 0 and g.parts_complete = g.parts) as is_complete
  from (
    select f.*, f.depth = ${depth} and f.is_sum_of_parts and f.parts > 0 and f.parts_present = f.parts
      and coalesce(f.precedence, 9) > case when f.parts_are_official then 1 else 3 end as takes_sum
    from (
      select c.*, count(*) filter (where ${isPart}) over family as parts,
        count(*) filter (where ${counts}) over family as parts_present,
        count(*) filter (where ${isPart} and is_complete) over family as parts_complete,
        sum(value) filter (where ${counts}) over family as parts_value,
        bool_and(is_official) filter (where ${counts}) over family as parts_are_official,
        max(recorded_at) filter (where ${counts}) over family as parts_recorded_at
      from (${cells}) c
      window family as (partition by ${KEY}, case depth when ${depth} then criterion_code when ${depth + 1} then parent_code end)
    ) f
  ) g`;
}

/** Depth of the finest parts of any framework. */
function deepest(): number {
  const { indices } = frameworkCatalogue();
  const all = indices.flatMap(({ code }) =>
    frameworkCatalogue()
      .frameworks(code)
      .flatMap(({ criteria }) => criteria),
  );
  return Math.max(...all.map(({ depth }) => depth));
}

/**
 * The value that counts for each cell (null for a hole); docs/decisions/0030. `shift` 1: the same cells a year later, so that they can
 * be joined as "the year before" with conditions on the year pushed down to the scores.
 */
export function cellsSql(shift: 0 | 1): string {
  let sql = gridSql(shift);
  for (let depth = deepest() - 1; depth >= 0; depth -= 1) sql = settledSql(sql, depth);
  return sql;
}

/**
 * Ranks and national values. Conditions on `index_code`, `year` and `criterion_code` pass through every window to the cells, those on
 * index and year to the table of scores.
 */
const rankedSql = (cells: string): string => `
  select r.*,
    case when r.is_ranked then r.place else case when not r.is_derived then r.published_rank end end as rank,
    case when r.is_ranked then r.official_count else
      case when not r.is_derived and r.published_rank is not null then r.published_ranked_among end end as ranked_among,
    case when r.is_complete then r.official_count else r.counted end as national_count,
    case when r.is_complete then r.official_best end as national_best
  from (
    select c.*, (c.is_official and c.is_complete) is true as is_ranked,
      rank() over (partition by c.index_code, c.year, c.criterion_code, c.is_official order by round(c.value, i.precision) desc)::integer
        as place,
      (count(*) filter (where c.is_official) over national)::integer as official_count,
      (count(c.value) over national)::integer as counted,
      max(c.value) filter (where c.is_official) over national as official_best
    from ${cells} c join index_definition i on i.code = c.index_code
    window national as (partition by c.index_code, c.year, c.criterion_code)
  ) r`;

/** The inner views of cells and their ranks, of each year and of the year before. */
export const cellsInner = (): readonly string[] => [
  `create view bi.cell_inner as ${cellsSql(0)}`,
  `create view bi.cell_before_inner as ${cellsSql(1)}`,
  `create view bi.ranked_inner as ${rankedSql('bi.cell_inner')}`,
  `create view bi.ranked_before_inner as ${rankedSql('bi.cell_before_inner')}`,
];

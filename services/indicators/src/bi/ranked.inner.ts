import { cellsSql, criteriaOfYear, currentAt, deepest, shiftedYear } from './cells.inner';

/** Criteria of years in which some publication declares any complete, with what is declared. */
const declaredSql = (shift: number): string => `
  select d.index_code, ${shiftedYear('d', shift)} as year, c.code as criterion_code, c.parent_code, c.depth, c.is_sum_of_parts,
    c.code = any (d.declared) as is_complete
  from (select d.index_code, d.year, array_agg(distinct d.criterion_code) as declared from complete_criterion d where ${currentAt('d')}
    group by d.index_code, d.year) d
  ${criteriaOfYear('d')}`;

/** A criterion is complete where it is declared so, or where it is the sum of its parts and all of them are; parts are settled. */
function settledSql(criteria: string, depth: number): string {
  const isPart = `depth = ${depth + 1}`;
  return `
  select index_code, year, criterion_code, parent_code, depth, is_sum_of_parts,
    is_complete or (depth = ${depth} and is_sum_of_parts and coalesce(bool_and(is_complete) filter (where ${isPart}) over family, false))
      as is_complete
  from (${criteria}) c
  window family as (partition by index_code, year, case depth when ${depth} then criterion_code when ${depth + 1} then parent_code end)`;
}

/** The criteria that are complete: ranks, median and best value exist for these. */
function completeSql(shift: 0 | 1): string {
  let sql = declaredSql(shift);
  for (let depth = deepest() - 1; depth >= 0; depth -= 1) sql = settledSql(sql, depth);
  return `select index_code, year, criterion_code from (${sql}) c where is_complete`;
}

/**
 * Ranks and national values. Conditions on `index_code` and `year` pass through every window to the table of scores. Places are counted
 * among official values at the decimals of the index, and hold where the criterion is complete; elsewhere what the source prints.
 */
const rankedSql = (cells: string, shift: 0 | 1): string => `
  select r.*, k.is_ranked, d.index_code is not null as is_complete,
    case when k.is_ranked then r.place when not r.is_derived then r.published_rank end as rank,
    case when k.is_ranked then r.official_count when not r.is_derived and r.published_rank is not null then r.published_ranked_among end
      as ranked_among,
    case when d.index_code is not null then r.official_count else r.counted end as national_count,
    case when d.index_code is not null then r.official_best end as national_best
  from (
    select c.*,
      rank() over (partition by c.index_code, c.year, c.criterion_code, c.is_official order by round(c.value, c.decimals) desc)::integer
        as place,
      (count(*) filter (where c.is_official) over national)::integer as official_count,
      (count(c.value) over national)::integer as counted,
      max(c.value) filter (where c.is_official) over national as official_best
    from ${cells} c
    window national as (partition by c.index_code, c.year, c.criterion_code)
  ) r
  left join (${completeSql(shift)}) d on d.index_code = r.index_code and d.year = r.year and d.criterion_code = r.criterion_code
  cross join lateral (select (r.is_official and d.index_code is not null) is true as is_ranked) k`;

/** The inner views of cells and their ranks, of each year and of the year before. */
export const rankedInner = (): readonly string[] => [
  `create view bi.cell_inner as ${cellsSql(0)}`,
  `create view bi.cell_before_inner as ${cellsSql(1)}`,
  `create view bi.ranked_inner as ${rankedSql('bi.cell_inner', 0)}`,
  `create view bi.ranked_before_inner as ${rankedSql('bi.cell_before_inner', 1)}`,
];

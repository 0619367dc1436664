import { frameworkCatalogue } from '@lientinh/datasets';
import { referenceYears } from './reference.inner';

/** The instant at which the views of scores are read. */
export const AS_OF = `(select bi.as_of('SCORES'))`;

/**
 * Rows that were current at that instant. Said by what is not so, for PostgreSQL cannot know how many rows that leaves: of two
 * conditions that hold it expects a ninth of them, of two that do not hold nearly half, and joins are planned better.
 */
export const currentAt = (alias: string): string =>
  `(${alias}.recorded_from > ${AS_OF} or ${alias}.recorded_to <= ${AS_OF}) is not true`;

/**
 * Place of a stated figure in the order of those that can count for its cell. Sums stand between: of official figures after 1, of others
 * after 3. What a province claims for itself has no place.
 */
export const precedence = (score: string): string => `case when ${score}.status = 'PUBLISHED'
  then case ${score}.standing when 'OFFICIAL' then 1 else 3 end else case ${score}.standing when 'OFFICIAL' then 5 else 6 end end`;

/** The year under which a row is shown; the plain column where it is its own, so that an index serves conditions on it. */
export const shiftedYear = (row: string, shift: number): string =>
  shift === 0 ? `${row}.year` : `${row}.year + ${shift}`;

/** The framework `f` of a row's own year, and its criteria `c`. */
export const criteriaOfYear = (row: string): string => `
  join bi.framework_year_inner f on f.id = ${row}.index_code || ':' || ${knownYear(`${row}.year`)}
  join bi.criterion_inner c on c.framework_id = f.framework_id`;

/** The year as the tables of years know it. */
export const knownYear = (year: string): string => `least(${year}, ${referenceYears().at(-1)})`;

const CRITERION = `c.id as criterion_id, c.code as criterion_code, c.parent_code, c.depth, c.is_sum_of_parts, c.decimals, c.maximum`;

/** What a stated figure brings into its cell. */
const FIGURE = `s.value, ${precedence('s')} as precedence, s.status, s.standing, s.max_score, s.published_rank, s.published_ranked_among,
  s.source_document, s.source_url, s.publication, s.recorded_from`;
const NO_FIGURE = `null::numeric, null::integer, null::text, null::text, null::numeric, null::integer, null::integer, null::text, null::text,
  null::bigint, null::timestamptz`;

const KEY = 'u.index_code, u.year, u.province_id, u.criterion_code';

/**
 * Every cell of every year with published figures (the criteria of its framework × the units of its 30 June) with the stated figure that
 * counts if no sum stands before it. Empty cells and figures are put together and the first of each cell is taken: a sort of known cost,
 * where PostgreSQL would have to guess how many figures meet how many cells in a join.
 */
const gridSql = (shift: number): string => `
  select distinct on (${KEY}) u.*, u.recorded_from as recorded_at, false as is_derived, u.precedence = 1 as is_official
  from (
    select y.index_code, ${shiftedYear('y', shift)} as year, p.province_id, ${CRITERION}, ${NO_FIGURE}
    from (select distinct s.index_code, s.year from score s where ${currentAt('s')} and s.status <> 'SELF_ASSESSED') y
    ${criteriaOfYear('y')}
    join bi.unit_year_inner p on p.year = ${knownYear('y.year')}
    union all
    select s.index_code, ${shiftedYear('s', shift)} as year, s.province_id, ${CRITERION}, ${FIGURE}
    from score s ${criteriaOfYear('s')} and c.code = s.criterion_code
    where ${currentAt('s')} and s.status <> 'SELF_ASSESSED'
  ) u (index_code, year, province_id, criterion_id, criterion_code, parent_code, depth, is_sum_of_parts, decimals, maximum, value, precedence,
    status, standing, max_score, published_rank, published_ranked_among, source_document, source_url, publication, recorded_from)
  order by ${KEY}, u.precedence, u.publication desc`;

/**
 * Settles the criteria of one depth from their parts, which are settled: the exact sum where the framework defines one and every part has
 * a published or derived value, if no stated figure stands before it.
 */
function settledSql(cells: string, depth: number): string {
  const isPart = `depth = ${depth + 1}`;
  const counts = `${isPart} and (status = 'PUBLISHED' or is_derived)`;
  return `
  select g.index_code, g.year, g.province_id, g.criterion_id, g.criterion_code, g.parent_code, g.depth, g.is_sum_of_parts, g.decimals,
    g.maximum, g.precedence, g.status, g.standing, g.max_score, g.published_rank, g.published_ranked_among, g.source_document, g.source_url,
    g.publication,
    case when g.takes_sum then g.parts_value else g.value end as value,
    case when g.takes_sum then g.parts_recorded_at else g.recorded_at end as recorded_at,
    case when g.takes_sum then g.parts_are_official else g.is_official end as is_official,
    g.takes_sum or g.is_derived as is_derived
  from (
    select f.*, f.depth = ${depth} and f.is_sum_of_parts and f.parts > 0 and f.parts_present = f.parts
      and coalesce(f.precedence, 9) > case when f.parts_are_official then 1 else 3 end as takes_sum
    from (
      select c.*, count(*) filter (where ${isPart}) over family as parts,
        count(*) filter (where ${counts}) over family as parts_present,
        sum(value) filter (where ${counts}) over family as parts_value,
        bool_and(is_official) filter (where ${counts}) over family as parts_are_official,
        max(recorded_at) filter (where ${counts}) over family as parts_recorded_at
      from (${cells}) c
      window family as (partition by index_code, year, province_id,
        case depth when ${depth} then criterion_code when ${depth + 1} then parent_code end)
    ) f
  ) g`;
}

/** Depth of the finest parts of any framework. */
export function deepest(): number {
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

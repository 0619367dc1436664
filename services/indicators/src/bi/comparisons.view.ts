import type { BiView } from '@lientinh/bi';
import { currentAt, knownYear } from './cells.inner';
import { COUNTED_COLUMNS, exact, referenceColumns, referenceJoins } from './columns';
import { setNamed } from './sets';

/** What the province claimed for itself, for those who may know it: the owner's lane before others, of those the latest. */
const CLAIM = `case when bi.sees_unpublished(split_part(m.province_id, '@', 1)) then (
    select s.value from score s
    where s.province_id = m.province_id and s.index_code = m.index_code and s.year = m.year and s.criterion_code = m.criterion_code
      and s.status = 'SELF_ASSESSED' and ${currentAt('s')}
    order by s.standing, s.publication desc limit 1) end`;

/** Cells with the exact median of the official values of their criterion and year, and the unit that was in their place a year before. */
const WITH_MEDIAN = `
  select m.*, u.province_id_before, ${CLAIM} as claim,
    sum(m.value) filter (where m.is_official and m.ascending in ((m.official_count + 1) / 2, (m.official_count + 2) / 2))
      over (partition by m.index_code, m.year, m.criterion_code)
    * case when m.official_count % 2 = 1 then 1 else 0.5 end as official_median
  from (select r.*, row_number() over (partition by r.index_code, r.year, r.criterion_code, r.is_official order by r.value) as ascending
    from bi.ranked_inner r) m
  left join bi.unit_year_inner u on u.year = ${knownYear('m.year')} and u.province_id = m.province_id`;

const MISSING = `case when r.value is null then case when exists (
    select from bi.not_scored_inner h where h.index_code = r.index_code and h.year = r.year and h.province_code = p.code
      and (h.criterion_code is null or r.criterion_code = 'TOTAL' or h.criterion_code in (r.criterion_code, r.parent_code)))
  then 'NOT_SURVEYED' else 'NOT_PUBLISHED' end end`;

/** Every cell on the units of its year, and the same cell of the year before where the two can be compared. */
export const comparisonsView: BiView = {
  set: setNamed('comparisons'),
  sql: `
    select ${referenceColumns('r')}, coalesce(x.is_break, false) as is_methodology_break,
      coalesce(x.is_comparable, true) as is_comparable_with_year_before, ${exact('r.value')} as value,
      ${exact('coalesce(case when not r.is_derived then r.max_score end, r.maximum)')} as max_score, r.rank, r.ranked_among,
      case when coalesce(x.is_comparable, true) then ${exact('r.value - b.value')} end as change,
      case when coalesce(x.is_comparable, true) then b.rank - r.rank end as rank_change,
      ${exact('r.national_best - r.value')} as gap_to_best, ${MISSING} as missing, case when r.is_complete then ${exact('r.official_median')} end as national_median,
      ${exact('r.national_best')} as national_best, r.national_count, ${exact('r.claim')} as self_assessed,
      ${exact('r.value - r.claim')} as self_assessed_gap, ${COUNTED_COLUMNS}
    from (${WITH_MEDIAN}) r
    ${referenceJoins('r')}
    left join bi.criterion_change_inner x on x.index_code = r.index_code and x.criterion_code = r.criterion_code and x.year = r.year
    left join bi.ranked_before_inner b on b.index_code = r.index_code and b.year = r.year and b.criterion_code = r.criterion_code
      and b.province_id = r.province_id_before`,
};

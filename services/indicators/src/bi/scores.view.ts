import type { BiView } from '@lientinh/bi';
import { AS_OF, currentAt, knownYear, precedence } from './cells.inner';
import { exact, referenceColumns, referenceJoins } from './columns';
import { setNamed } from './sets';

/**
 * The rows that the reader may know of. A barrier around the table alone: no condition is asked of a hidden row, and the view above stays one
 * that its readers' order and limit go through.
 */
export const seenScoreInner = `create view bi.seen_score_inner with (security_barrier) as
  select s.* from score s where s.status <> 'SELF_ASSESSED' or bi.sees_unpublished(split_part(s.province_id, '@', 1))`;

/** The owner's own published figure always counts and a claim never does; of the others the cell is asked. */
const settled = `s.status = 'SELF_ASSESSED' or (s.status = 'PUBLISHED' and s.standing = 'OFFICIAL')`;

/** Whether no other figure of the cell stands before it, where the framework defines no sum. */
const IS_FIRST = `not exists (
    select from score o where o.province_id = s.province_id and o.index_code = s.index_code and o.year = s.year
      and o.criterion_code = s.criterion_code and o.status <> 'SELF_ASSESSED' and ${currentAt('o')}
      and (${precedence('o')}, -o.publication) < (${precedence('s')}, -s.publication))`;

const IS_COUNTED = `case when ${settled} then s.status = 'PUBLISHED' when not c.is_sum_of_parts then ${IS_FIRST} else coalesce((
    select not k.is_derived and k.publication = s.publication from bi.cell_inner k
    where k.index_code = s.index_code and k.year = s.year and k.province_id = s.province_id and k.criterion_code = s.criterion_code), false) end`;

/** When a figure of the cell, or of the parts that could make up its value, came or went last. */
const RECORDED_AT = `case when ${settled} then s.recorded_from else greatest(s.recorded_from, (
    select max(greatest(o.recorded_from, case when o.recorded_to <= ${AS_OF} then o.recorded_to end))
    from bi.criterion_part_inner t join score o on o.criterion_code = t.part_code
    where t.whole_id = s.criterion_id
      and o.province_id = s.province_id and o.index_code = s.index_code and o.year = s.year and o.status <> 'SELF_ASSESSED'
      and (o.recorded_from > ${AS_OF}) is not true)) end`;

const KEY = `b.id || ':' || s.province_id || ':' || s.criterion_code`;

/** Everything stated, by the table's own key. */
export const scoresView: BiView = {
  set: setNamed('scores'),
  sql: `
    select ${KEY} as id, ${referenceColumns('s')}, s.status, s.standing, s.source_key, ${IS_COUNTED} as is_counted, ${exact('s.value')} as value,
      ${exact('s.max_score')} as max_score, s.method, s.published_rank, s.published_ranked_among,
      s.source_document collate "vi-x-icu" as source_document, s.source_url, b.id as publication_id, ${RECORDED_AT} as recorded_at
    from (select s.*, f.framework_id || ':' || s.criterion_code as criterion_id from bi.seen_score_inner s
      join bi.framework_year_inner f on f.id = s.index_code || ':' || ${knownYear('s.year')}
      where ${currentAt('s')}) s
    join publication b on b.dataset = 'SCORES' and b.sequence = s.publication
    ${referenceJoins('s')}`,
  deletionsSql: `
    select '''' || replace(${KEY}, '''', '''''') || '''' as entity_key, split_part(s.province_id, '@', 1) as province_code,
      max(s.recorded_to) as deleted_at, b.id as publication_id
    from bi.seen_score_inner s join publication b on b.dataset = 'SCORES' and b.sequence = s.publication
    where s.recorded_to <= ${AS_OF} and not exists (
      select from score n where n.publication = s.publication and n.province_id = s.province_id
        and n.criterion_code = s.criterion_code and ${currentAt('n')})
    group by b.id, s.province_id, s.criterion_code`,
};

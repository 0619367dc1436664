/** Reference data of a row: `c` the criterion, `p` the unit and `t` its unit of today. */
export const referenceJoins = (row: string): string => `
  join bi.criterion_inner c on c.id = ${row}.criterion_id
  join bi.province_reference p on p.id = ${row}.province_id
  join bi.province_reference t on t.id = p.current_id`;

/** The unit and its unit of today. The key is the row's own column, so that conditions on it reach the row. */
export const provinceColumns = (
  row: string,
): string => `${row}.province_id, p.code as province_code, p.name_vi as province_name_vi,
  p.name_en collate "vi-x-icu" as province_name_en, p.region, t.code as current_province_code, t.name_vi as current_province_name_vi,
  t.name_en collate "vi-x-icu" as current_province_name_en`;

/** Index, year, criterion and unit of a row, by code and by name. */
export const referenceColumns = (row: string): string => `${row}.index_code, c.index_name_vi,
  c.index_name_en, ${row}.year, c.framework_version, ${row}.criterion_id, ${row}.criterion_code,
  c.name_vi as criterion_name_vi, c.name_en as criterion_name_en, c.depth as criterion_depth,
  c.print_order as criterion_order, ${provinceColumns(row)}`;

/** The number as the contract promises it: at most 31 digits after the point. */
export const exact = (value: string): string => `bi.exact_inner(${value})`;

/** The function that cuts a number to the digits of the contract. */
export const exactInner = `create function bi.exact_inner(value numeric) returns numeric language sql immutable strict parallel safe as $$
  select case when scale(value) > 31 then round(value, 31) else value end $$`;

/** An instant as it stands in ids. */
const instantText = (value: string): string => `to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** What the value that counts says of itself; `r` is a row of `bi.ranked_inner`. A sum has no publication and no source. */
export const COUNTED_COLUMNS = `case when r.is_derived then 'DERIVED' else r.status end as status,
  case when r.is_derived
    then 'derived:' || r.index_code || ':' || r.year || ':' || r.province_id || ':' || r.criterion_code || ':' || ${instantText('r.recorded_at')}
    else 'scores-' || r.publication || ':' || r.province_id || ':' || r.criterion_code end as score_id,
  case when not r.is_derived then r.source_document end collate "vi-x-icu" as source_document,
  case when not r.is_derived then r.source_url end as source_url,
  case when not r.is_derived then 'scores-' || r.publication end as publication_id,
  r.recorded_at`;

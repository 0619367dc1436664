import type { BiView } from '@lientinh/bi';
import { setNamed } from './sets';

/** The indices. */
export const indicesView: BiView = {
  set: setNamed('indices'),
  sql: `
    select i.code, i.name_vi collate "vi-x-icu" as name_vi, i.name_en, i.publisher as publisher_id,
      i.publisher_name collate "vi-x-icu" as publisher_name, i.precision as decimals, i.unit, i.display_order
    from index_definition i`,
};

/** The criteria of every framework. */
export const criteriaView: BiView = {
  set: setNamed('criteria'),
  sql: `
    select c.id, c.index_code, c.index_name_vi, c.index_name_en, c.framework_version,
      c.valid_from_year, c.valid_to_year, c.code, c.name_vi, c.name_en, c.framework_id || ':' || c.parent_code as parent_id, c.parent_code,
      c.depth, c.print_order, c.maximum as max_score, c.meaning_id, c.is_sum_of_parts
    from bi.criterion_inner c`,
};

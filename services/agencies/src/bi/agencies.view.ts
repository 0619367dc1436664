import { agenciesSet, type BiView } from '@lientinh/bi';
import { CENTRAL_SCOPE } from '@lientinh/agency-names';

const AS_OF = `(select bi.as_of('AGENCIES'))`;
const currentAt = (alias: string): string => `${alias}.recorded_from <= ${AS_OF} and ${alias}.recorded_to > ${AS_OF}`;

/** Id in the graph, written as the index of it is. */
const idOf = (alias: string): string => `((${alias}.province_code || '/' || ${alias}.key) collate "C")`;
const publicationIdOf = (alias: string): string => `('agencies-' || ${alias}.publication) collate "C"`;

/** The latest unit of the agency's code that existed while the agency did, as `unitOfAgency` finds it; none for the centre. */
const UNIT = `
  select u.* from bi.province_reference u
  where u.code = a.province_code and (a.valid_to is null or u.valid_from <= a.valid_to)
    and (a.valid_from is null or u.valid_to is null or a.valid_from <= u.valid_to)
  order by u.valid_from desc limit 1`;

/** The agency that it belongs to, as it was known then. */
const PARENT = `
  select p.name, p.name_en from agency p where ${idOf('p')} = a.parent_id collate "C" and ${currentAt('p')} limit 1`;

/** When what is known of that agency changed last: its name stands in the row. */
const PARENT_CHANGED = `
  (select max(case when p.recorded_to <= ${AS_OF} then p.recorded_to else p.recorded_from end) from agency p
   where ${idOf('p')} = a.parent_id collate "C" and p.recorded_from <= ${AS_OF})`;

const joined = (column: string): string => `nullif(array_to_string(${column}, '; '), '')`;

/** The agencies of the directory, each as its publication in force states it. */
export const agenciesView: BiView = {
  set: agenciesSet,
  sql: `
    select ${idOf('a')} as id, a.key collate "C" as key, a.name collate "vi-x-icu" as name_vi,
      coalesce(a.name_en, a.name) collate "vi-x-icu" as name_en, a.abbreviation collate "vi-x-icu" as abbreviation,
      ${joined('a.aliases')} collate "vi-x-icu" as aliases, a.kind collate "C" as kind, a.level collate "C" as level,
      u.id collate "C" as province_id, nullif(a.province_code, '${CENTRAL_SCOPE}') collate "C" as province_code,
      u.name_vi as province_name_vi, u.name_en collate "vi-x-icu" as province_name_en, c.code collate "C" as current_province_code,
      c.name_vi as current_province_name_vi, c.name_en collate "vi-x-icu" as current_province_name_en,
      a.parent_id collate "C" as parent_id, p.name collate "vi-x-icu" as parent_name_vi,
      coalesce(p.name_en, p.name) collate "vi-x-icu" as parent_name_en, a.valid_from, a.valid_to,
      ${joined('a.successor_ids')} collate "C" as successor_ids, ${publicationIdOf('a')} as publication_id,
      greatest(a.recorded_from, ${PARENT_CHANGED}) as recorded_at,
      concat_ws(' ', array_to_string(a.search_names, ' '), u.search_text) as search_text
    from agency a left join lateral (${UNIT}) u on true left join bi.province_reference c on c.id = u.current_id
    left join lateral (${PARENT}) p on true
    where ${currentAt('a')}`,
  deletionsSql: `
    select distinct on (${idOf('a')}) '''' || ${idOf('a')} || '''' as entity_key, nullif(a.province_code, '${CENTRAL_SCOPE}') as province_code,
      a.recorded_to as deleted_at, ${publicationIdOf('a')} as publication_id
    from agency a
    where a.recorded_to <= ${AS_OF}
      and not exists (select from agency n where n.province_code = a.province_code and n.key = a.key and ${currentAt('n')})
    order by ${idOf('a')}, a.recorded_to desc`,
};

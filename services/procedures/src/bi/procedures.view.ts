import { proceduresSet, type BiView } from '@lientinh/bi';
import { currentAt, endedBy, publicationIdSql, quotedText } from './sql-fragments';
import { INSTANT, OFFERED, REGISTERED } from './stated';

const DESCRIBED = ['name', 'field', 'level', 'authority', 'audience', 'result', 'components', 'legal_references'];
const described = (alias: string): string => DESCRIBED.map((column) => `${alias}.${column}`).join(', ');
const words = (column: string): string => `s.${column} collate "vi-x-icu"`;
const joined = (column: string): string =>
  `nullif(array_to_string(s.${column}, '; '), '') collate "vi-x-icu" as ${column}`;

/** SQL: what the register says of the code `p`. */
const REGISTER = `
  select ${described('n')}, true as registered, n.publication, n.recorded_from as since
  from national_procedure n where n.code = p.code and ${currentAt('n', INSTANT)}`;

/**
 * SQL: what the latest catalogue says where the register is silent. It has counted since its row began, since the register's row ended,
 * and since every row that had come before it ended.
 */
const CATALOGUE = `
  select ${described('o')}, false as registered, o.publication, greatest(o.recorded_from,
    (select max(n.recorded_to) from national_procedure n where n.code = p.code and ${endedBy('n', INSTANT)}),
    (select max(e.recorded_to) from offering e where e.procedure_code = p.code and ${endedBy('e', INSTANT)}
       and (e.as_of > o.as_of or e.as_of = o.as_of and e.province < o.province))) as since
  from offering o where o.procedure_code = p.code and ${currentAt('o', INSTANT)} and not ${REGISTERED}
  order by o.as_of desc, o.province limit 1`;

/** What is known of each code at an instant, found code by code: `procedure` has every code that was ever stated. */
export const proceduresView: BiView = {
  set: proceduresSet,
  sql: `
    select p.code, ${words('name')} as name, ${words('field')} as field, s.level collate "C" as level,
      ${words('authority')} as printed_authority, ${joined('audience')}, ${words('result')} as result, ${joined('components')},
      ${joined('legal_references')}, s.registered, ${publicationIdSql('PROCEDURES', 's')} as publication_id,
      s.since as recorded_at, bi.fold_text(concat_ws(' ', s.name, s.field, p.code)) as search_text
    from procedure p cross join lateral ((${REGISTER}) union all (${CATALOGUE})) s`,
  deletionsSql: `
    select ${quotedText('p.code')} as entity_key, null::text as province_code, last.recorded_to as deleted_at,
      ${publicationIdSql('PROCEDURES', 'last')} as publication_id
    from procedure p cross join lateral (
      select ended.publication, ended.recorded_to from (
        select n.publication, n.recorded_to from national_procedure n where n.code = p.code and ${endedBy('n', INSTANT)}
        union all
        select e.publication, e.recorded_to from offering e where e.procedure_code = p.code and ${endedBy('e', INSTANT)}) ended
      order by ended.recorded_to desc, ended.publication desc limit 1) last
    where not ${REGISTERED} and not ${OFFERED}`,
};

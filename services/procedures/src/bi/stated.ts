import { asOf, currentAt } from './sql-fragments';

export const INSTANT = asOf('PROCEDURES');

/** SQL: the day whose catalogues are shown: the setting `bi.catalogue_day`, else the latest catalogue of every province. */
export const CATALOGUE_DAY = '(select bi.catalogue_day())';
export const catalogueDaySql = `create function bi.catalogue_day() returns date language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('bi.catalogue_day', true), '')::date, date 'infinity') $$`;

/** SQL: the register states the code of `procedure` at the instant. */
export const REGISTERED = `exists (select from national_procedure n where n.code = p.code and ${currentAt('n', INSTANT)})`;
/** SQL: a catalogue states it. */
export const OFFERED = `exists (select from offering o where o.procedure_code = p.code and ${currentAt('o', INSTANT)})`;

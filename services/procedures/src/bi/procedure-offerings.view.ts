import { procedureOfferingsSet, type BiView } from '@lientinh/bi';
import { DELAY_DAYS, LATE, WITH_DELAY } from '../modules/offering/offering.row';
import { currentAt, endedBy, joinProvince, PROVINCE_COLUMNS, publicationIdSql, quotedText } from './sql-fragments';
import { CATALOGUE_DAY, INSTANT } from './stated';

const words = (column: string, name = column): string => `o.${column} collate "vi-x-icu" as ${name}`;
const code = (column: string, name = column): string => `o.${column} collate "C" as ${name}`;

/**
 * SQL: the catalogue of each province that counts, and since when it has: its own rows began, or a later one was taken back. (An earlier
 * version of a row ends when the next begins, so rows need no more.)
 */
const LATEST = `
  select distinct on (c.province) c.province, c.as_of, (
    select max(later.recorded_to) from catalogue later
    where later.province = c.province and later.as_of > c.as_of and later.as_of <= ${CATALOGUE_DAY} and ${endedBy('later', INSTANT)}
    ) as since
  from catalogue c where ${currentAt('c', INSTANT)} and c.as_of <= ${CATALOGUE_DAY} order by c.province, c.as_of desc`;

/** SQL: what `o` states of one way of filing; the catalogue names a way once. */
const wayColumns = (mode: string): string => {
  const stated = (field: string): string => `max(way."${field}") filter (where way.mode = '${mode.toUpperCase()}')`;
  return `coalesce(bool_or(way.mode = '${mode.toUpperCase()}'), false) as ${mode}_filing,
    ${stated('processingDays')} as ${mode}_processing_days, ${stated('feeVnd')} as ${mode}_fee_vnd`;
};
const WAYS = `cross join lateral (
  select ${['direct', 'online', 'postal'].map(wayColumns).join(', ')}
  from jsonb_to_recordset(o.ways) as way(mode text, "processingDays" integer, "feeVnd" integer)) ways`;

const MISSING = `case when ${DELAY_DAYS} is not null then null when o.decided_on is null or o.published_on is null then 'NOT_STATED'
  else 'CALENDAR_UNKNOWN' end`;

/** SQL: stretches of time between two changes of a province's catalogues, with the catalogue that counted, and the next one. */
const REIGNS = `
  event as (
    select c.province, c.recorded_from as at from catalogue c where c.recorded_from <= ${INSTANT}
    union select c.province, c.recorded_to from catalogue c where ${endedBy('c', INSTANT)}),
  winner as (
    select event.province, event.at, c.as_of, c.recorded_from
    from event left join lateral (
      select c.as_of, c.recorded_from from catalogue c
      where c.province = event.province and c.recorded_from <= event.at and c.recorded_to > event.at and c.as_of <= ${CATALOGUE_DAY}
      order by c.as_of desc limit 1) c on true),
  reign as materialized (
    select w.*, lead(w.at) over following as ends,
      row(w.as_of, w.recorded_from) is distinct from row(lead(w.as_of) over following, lead(w.recorded_from) over following) as changes
    from winner w window following as (partition by w.province order by w.at))`;
const OFFERED_IN = (reign: string, offering: string): string =>
  `${offering}.province = ${reign}.province and ${offering}.as_of = ${reign}.as_of and ${offering}.recorded_from = ${reign}.recorded_from`;

/** Each province with each procedure of its catalogue. A row ends with it, or when a later catalogue does not list the procedure. */
export const procedureOfferingsView: BiView = {
  set: procedureOfferingsSet,
  sql: `
    select o.province as province_id, ${PROVINCE_COLUMNS}, o.procedure_code, o.as_of, ${words('name', 'printed_name')},
      ${words('field', 'printed_field')}, ${code('level')}, ${words('authority', 'printed_authority')},
      ${code('online_service', 'online_service_code')}, level.name_vi collate "vi-x-icu" as online_service_name_vi,
      level.name_en collate "C" as online_service_name_en, level.maps_to as online_service_maps_to, level.online, level.fully_online,
      ${code('interlinked')}, o.one_stop, o.online_payment, ways.*, ${code('decision')}, o.decided_on, o.published_on,
      o.shortened as shortened_procedure, ${DELAY_DAYS} as publication_delay_days, ${MISSING} as publication_delay_missing,
      ${LATE} as published_late, ${publicationIdSql('PROCEDURES', 'o')} as publication_id,
      greatest(o.recorded_from, latest.since) as recorded_at
    from (${LATEST}) latest
    join offering o on o.province = latest.province and o.as_of = latest.as_of and ${currentAt('o', INSTANT)}
    join online_service_level level on level.code = o.online_service
    ${joinProvince('o.province')} ${WITH_DELAY} ${WAYS}`,
  deletionsSql: `
    with ${REIGNS}
    select 'ProvinceId=' || ${quotedText('o.province')} || ',ProcedureCode=' || ${quotedText('o.procedure_code')} as entity_key,
      split_part(o.province, '@', 1) as province_code, reign.ends as deleted_at, ${publicationIdSql('PROCEDURES', 'o')} as publication_id
    from reign join offering o on ${OFFERED_IN('reign', 'o')}
    where reign.ends is not null and reign.changes and not exists (
      select from reign later join offering again on ${OFFERED_IN('later', 'again')}
      where later.province = reign.province and later.at >= reign.ends and again.procedure_code = o.procedure_code)`,
};

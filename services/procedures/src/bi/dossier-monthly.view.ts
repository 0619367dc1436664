import { dossierMonthlySet, type BiView } from '@lientinh/bi';
import { EVERY } from '../modules/dossier/rollup.store';
import { countColumns, shareSql } from './counts';
import { currentAt, day, endedBy, joinProvince, PROVINCE_COLUMNS, quotedText } from './sql-fragments';

/** SQL: the latest version of the rollups that a publication at or before the position of its ledger made. */
const INSTANT = `(select max(version.instant) from (values ('PROCEDURES', bi.as_of('PROCEDURES')),
    ('DOSSIER_STATISTICS', bi.as_of('DOSSIER_STATISTICS'))) as position(dataset, instant)
  cross join lateral (
    select v.instant from rollup_version v where v.dataset = position.dataset and v.recorded_at <= position.instant
    order by v.recorded_at desc, v.instant desc limit 1) version)`;
/** Every row of a cell counts once: totals over all fields or all levels are left out. */
const CELLS = (alias: string): string => `${alias}.field <> '${EVERY}' and ${alias}.level <> '${EVERY}'`;
const share = (part: string, whole: string): string => shareSql('r', part, whole, 'numeric');

/** Sums by province, field, level and month, from the rollups that comparisons are answered from. */
export const dossierMonthlyView: BiView = {
  set: dossierMonthlySet,
  sql: `
    select r.province as province_id, r.field as field_key, r.level as level_key, r.month, ${PROVINCE_COLUMNS},
      n.name collate "vi-x-icu" as field, nullif(r.level, '') as level, r.fact_rows as statistic_rows, ${countColumns('r')},
      ${share('on_time', 'resolved')} as on_time_share, ${share('received_online', 'received')} as online_share,
      ${share('received_postal', 'received')} as postal_share, ${share('paid_online', 'received')} as paid_online_share,
      ${share('results_digitised', 'resolved')} as digitised_share, r.recorded_from as recorded_at
    from dossier_rollup r ${joinProvince('r.province')} left join field_name n on n.folded = r.field
    where ${currentAt('r', INSTANT)} and ${CELLS('r')}`,
  deletionsSql: `
    select 'ProvinceId=' || ${quotedText('r.province')} || ',FieldKey=' || ${quotedText('r.field')} || ',LevelKey='
        || ${quotedText('r.level')} || ',Month=' || ${day('r.month')} as entity_key,
      split_part(r.province, '@', 1) as province_code, r.recorded_to as deleted_at, null::text as publication_id
    from dossier_rollup r
    where ${endedBy('r', INSTANT)} and ${CELLS('r')} and not exists (
      select from dossier_rollup later
      where later.province = r.province and later.field = r.field and later.level = r.level and later.month = r.month
        and later.recorded_from >= r.recorded_to and later.recorded_from <= ${INSTANT})`,
};

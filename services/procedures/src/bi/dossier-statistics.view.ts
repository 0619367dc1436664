import { dossierStatisticsSet, type BiView } from '@lientinh/bi';
import { countColumns, shareSql } from './counts';
import {
  asOf,
  currentAt,
  day,
  endedBy,
  joinProvince,
  PROVINCE_COLUMNS,
  publicationIdSql,
  quotedText,
} from './sql-fragments';

const INSTANT = asOf('DOSSIER_STATISTICS');

/**
 * Statistics row by row. The key's columns are the table's own, in the order of its primary key, so that pages are read from it in
 * order; a later or equal version of an ended row means that the key was stated again.
 */
export const dossierStatisticsView: BiView = {
  set: dossierStatisticsSet,
  sql: `
    select f.province as province_id, f.month, f.procedure_code, f.agency, ${PROVINCE_COLUMNS}, ${countColumns('f')},
      ${shareSql('f', 'on_time', 'resolved', 'bigint')} as on_time_share,
      ${shareSql('f', 'received_online', 'received', 'bigint')} as online_share,
      ${publicationIdSql('DOSSIER_STATISTICS', 'f')} as publication_id, f.recorded_from as recorded_at
    from dossier_statistic f ${joinProvince('f.province')}
    where ${currentAt('f', INSTANT)}`,
  deletionsSql: `
    select 'ProvinceId=' || ${quotedText('f.province')} || ',Month=' || ${day('f.month')} || ',ProcedureCode='
        || ${quotedText('f.procedure_code')} || ',Agency=' || ${quotedText('f.agency')} as entity_key,
      split_part(f.province, '@', 1) as province_code, f.recorded_to as deleted_at,
      ${publicationIdSql('DOSSIER_STATISTICS', 'f')} as publication_id
    from dossier_statistic f
    where ${endedBy('f', INSTANT)} and not exists (
      select from dossier_statistic later
      where later.province = f.province and later.month = f.month and later.procedure_code = f.procedure_code
        and later.agency = f.agency and later.recorded_from >= f.recorded_to and later.recorded_from <= ${INSTANT})`,
};

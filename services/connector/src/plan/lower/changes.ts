import type { Dataset } from '@lientinh/contracts';
import type { EntitySet } from '../../model/edm';
import {
  allOf,
  columnSql,
  falseSql,
  notSql,
  oneOf,
  operatorSql,
  orElse,
  parameterSql,
  trueSql,
  type Sql,
} from '../../source/sql/sql';
import { optionNotApplicable } from '../plan.errors';

const RECORDED_AT = 'recorded_at';
const DATASET = 'dataset';

/**
 * The rows that read otherwise since those positions. A row of several data sets is told by its column `dataset` where it has one, else
 * changed since the earliest of them: a change told twice does no harm. ODATA_OPTION_NOT_APPLICABLE when the set does not track changes.
 */
export function changedSince({ set, name }: EntitySet, alias: string, since: ReadonlyMap<Dataset, string>): Sql {
  if (!set.changeTracking) {
    const reason = { vi: `${name} không theo dõi thay đổi`, en: `${name} does not track changes` };
    throw optionNotApplicable({ option: '$deltatoken', at: 0, reason });
  }
  const perRow = set.columns.some((column) => column.name === DATASET);
  const alternatives = set.datasets.map((dataset) => {
    const position = since.get(dataset);
    const later =
      position === undefined
        ? trueSql
        : operatorSql('>', columnSql(alias, RECORDED_AT), parameterSql(position, 'timestamptz'));
    if (!perRow) return later;
    return allOf([operatorSql('=', columnSql(alias, DATASET), parameterSql(dataset, 'text')), later]);
  });
  return oneOf(alternatives);
}

/** Whether a changed row does not match what was asked for: true of those to be told as removed. */
export function removedSql(conditions: readonly Sql[]): Sql {
  return notSql(orElse(allOf(conditions), falseSql));
}

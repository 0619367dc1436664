import { targetsSet, type BiView } from '@lientinh/bi';
import { planDeletions, quotedKey } from './plan-deletions';
import { currentAt } from './recorded';
import { figure, joinProvince, planBeside, PROVINCE, sourceOf, STATED_BY } from './shared-columns';

/** The figures that current plans promise, with the names of their metrics. */
export const targetsView: BiView = {
  set: targetsSet,
  sql: `
    select t.target_id collate "C" as id, ${planBeside('t')}, ${PROVINCE}, t.ordinal + 1 as place,
      t.area collate "C" as area, t.metric collate "C" as metric_code, m.name_vi collate "vi-x-icu" as metric_name_vi,
      m.name_en collate "vi-x-icu" as metric_name_en, t.label collate "vi-x-icu" as label, t.comparator collate "C" as comparator,
      ${figure('t.value')} as value, t.unit collate "C" as unit, t.deadline, t.effective_deadline, t.scope collate "vi-x-icu" as scope,
      ${sourceOf('t')}, ${STATED_BY}, p.recorded_from as recorded_at,
      bi.fold_text(concat_ws(' ', t.label, m.name_vi, m.name_en)) || ' ' || u.search_text as search_text
    from target t join plan p on p.publication = t.publication ${joinProvince('p')} left join metric m on m.code = t.metric
    where ${currentAt('p', 'PLAN')}`,
  deletionsSql: planDeletions({ table: 'target', key: ['target_id'], entityKey: quotedKey('f.target_id') }),
};

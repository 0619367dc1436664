import { indexGoalsSet, type BiView } from '@lientinh/bi';
import { planDeletions, quotedKey } from './plan-deletions';
import { currentAt } from './recorded';
import { figure, joinProvince, planBeside, PROVINCE, sourceOf, STATED_BY } from './shared-columns';

/** What current plans promise for indices, with the names of index and criterion. */
export const indexGoalsView: BiView = {
  set: indexGoalsSet,
  sql: `
    select g.goal_id collate "C" as id, ${planBeside('g')}, ${PROVINCE}, g.ordinal + 1 as place, g.index_code collate "C" as index_code,
      i.name_vi as index_name_vi, i.name_en as index_name_en, g.level collate "C" as level,
      g.criterion_code collate "C" as criterion_code, g.criterion_id collate "C" as criterion_id, k.name_vi as criterion_name_vi,
      k.name_en as criterion_name_en, g.printed_criterion collate "vi-x-icu" as printed_criterion, g.baseline_year,
      ${figure('g.baseline_score')} as baseline_score, ${figure('g.baseline_max')} as baseline_max, g.baseline_rank, g.ranked_among,
      g.target_year, ${figure('g.target_score')} as target_score, ${figure('g.target_max')} as target_max, g.target_rank,
      g.target_rank_gain, ${sourceOf('g')}, ${STATED_BY}, p.recorded_from as recorded_at,
      bi.fold_text(concat_ws(' ', i.name_vi, i.name_en, i.code, k.name_vi, k.name_en, g.printed_criterion)) || ' ' || u.search_text as search_text
    from index_goal g join plan p on p.publication = g.publication ${joinProvince('p')}
    join bi.index_reference i on i.code = g.index_code left join bi.criterion_reference k on k.id = g.criterion_id
    where ${currentAt('p', 'PLAN')}`,
  deletionsSql: planDeletions({ table: 'index_goal', key: ['goal_id'], entityKey: quotedKey('f.goal_id') }),
};

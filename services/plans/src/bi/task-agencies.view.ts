import { taskAgenciesSet, type BiView } from '@lientinh/bi';
import { planDeletions, quotedKey } from './plan-deletions';
import { currentAt } from './recorded';
import { joinProvince, planBeside, PROVINCE, sourceOf, STATED_BY } from './shared-columns';

/** Agencies of the task as a whole; those printed with a single product are not among them. */
const ofTask = (alias: string): string => `${alias}.product = 0`;

/** The task of agency `a`: always one, which a subquery with a limit tells the planner. */
const TASK = `
  select f.plan_id, f.reference, f.content, f.area, f.search_text, f.line_from, f.line_to from task f
  where f.publication = a.publication and f.task_id = a.task_id limit 1`;

/** Who leads and who coordinates the tasks of current plans. */
export const taskAgenciesView: BiView = {
  set: taskAgenciesSet,
  sql: `
    select a.task_id collate "C" as task_id, a.role collate "C" as role, a.ordinal + 1 as place,
      a.printed_name collate "vi-x-icu" as printed_name, a.agency collate "C" as agency_id, t.reference collate "C" as task_reference,
      t.content collate "vi-x-icu" as task_content, t.area collate "C" as area, ${planBeside('t')}, ${PROVINCE}, ${sourceOf('t')},
      ${STATED_BY}, p.recorded_from as recorded_at, bi.fold_text(a.printed_name) || ' ' || t.search_text || ' ' || u.search_text as search_text
    from task_agency a join plan p on p.publication = a.publication ${joinProvince('p')}
    cross join lateral (${TASK}) t
    where ${ofTask('a')} and ${currentAt('p', 'PLAN')}`,
  deletionsSql: planDeletions({
    table: 'task_agency',
    key: ['task_id', 'role', 'ordinal'],
    entityKey: `'TaskId=' || ${quotedKey('f.task_id')} || ',Role=''' || f.role || ''',Place=' || (f.ordinal + 1)`,
    narrowed: ofTask,
  }),
};

import { tasksSet, type BiView } from '@lientinh/bi';
import { planDeletions, quotedKey } from './plan-deletions';
import { asOf, currentAt } from './recorded';
import { joinProvince, planBeside, PROVINCE, sourceOf, STATED_BY } from './shared-columns';

const namesOf = (role: 'LEAD' | 'COORDINATOR'): string => `
  (select string_agg(a.printed_name, '; ' order by a.ordinal) from task_agency a
   where a.publication = t.publication and a.task_id = t.task_id and a.product = 0 and a.role = '${role}') collate "vi-x-icu"`;

const FIRST_LEAD = `
  (select a.agency from task_agency a
   where a.publication = t.publication and a.task_id = t.task_id and a.product = 0 and a.role = 'LEAD' and a.agency is not null
   order by a.ordinal limit 1) collate "C"`;

const product = (aggregate: string): string =>
  `(select ${aggregate} from task_product s where s.publication = t.publication and s.task_id = t.task_id)`;

/** What was reported of task `t` for the latest day. */
const LATEST = `
  select r.status, r.percent, r.reported_on, r.note, r.publication, r.recorded_from from task_progress r
  where r.task_id = t.task_id and ${currentAt('r', 'TASK_PROGRESS')} order by r.reported_on desc limit 1`;

/** When a report for a later day than the one shown was last taken back: until then the row showed that one. */
const TAKEN_BACK = `
  (select max(e.recorded_to) from task_progress e
   where e.task_id = t.task_id and e.recorded_to <= ${asOf('TASK_PROGRESS')} and (r.reported_on is null or e.reported_on > r.reported_on))`;

/** The tasks of current plans, with the progress reported last. */
export const tasksView: BiView = {
  set: tasksSet,
  sql: `
    select t.task_id collate "C" as id, ${planBeside('t')}, ${PROVINCE}, t.ordinal + 1 as place, t.reference collate "C" as reference,
      t.number collate "C" as number, t.section_title collate "vi-x-icu" as section_title, t.area collate "C" as area,
      t.content collate "vi-x-icu" as content, ${namesOf('LEAD')} as lead_names, ${FIRST_LEAD} as lead_agency_id,
      ${namesOf('COORDINATOR')} as coordinator_names,
      ${product(`string_agg(s.name, '; ' order by s.ordinal)`)} collate "vi-x-icu" as product_names,
      ${product('count(*)::integer')} as product_count, t.due_kind collate "C" as due_kind, t.due_text collate "vi-x-icu" as due_text,
      t.due_from, t.due_to, t.earliest_deadline, r.status collate "C" as reported_status, r.percent as reported_percent, r.reported_on,
      r.note collate "vi-x-icu" as reported_note, ('task-progress-' || r.publication) collate "C" as progress_publication_id,
      ${sourceOf('t')}, ${STATED_BY}, greatest(p.recorded_from, r.recorded_from, ${TAKEN_BACK}) as recorded_at,
      t.search_text || ' ' || u.search_text as search_text
    from task t join plan p on p.publication = t.publication ${joinProvince('p')} left join lateral (${LATEST}) r on true
    where ${currentAt('p', 'PLAN')}`,
  deletionsSql: planDeletions({ table: 'task', key: ['task_id'], entityKey: quotedKey('f.task_id') }),
};

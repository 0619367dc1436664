import { isInteger, uniqueCheck, valueCheck, type SetCheck } from '@lientinh/publishing';
import { TASK_STATUSES } from '../vocabulary/task-status';
import { progressPercentInvalid, progressStatusComputed, progressTaskUnknown } from './progress.errors';
import { progressStaging } from './progress.store';

const STAGED = progressStaging.name;
const LONGEST_NOTE = 2_000;

/** What must hold of the staged rows of a report on a plan, whichever door they came through. */
export function progressChecks(plan: string): readonly SetCheck[] {
  return [
    valueCheck(STAGED, [
      { column: 'task', kind: 'text', required: true, maximumLength: 100 },
      { column: 'status', kind: 'text', required: true, choices: TASK_STATUSES },
      { column: 'percent', kind: 'integer' },
      { column: 'note', kind: 'text', maximumLength: LONGEST_NOTE },
    ]),
    uniqueCheck(STAGED, ['task']),
    taskOfPlanCheck(plan),
    STATUS_CHECK,
    PERCENT_CHECK,
  ];
}

function taskOfPlanCheck(plan: string): SetCheck {
  return {
    name: 'check-progress-task',
    sql: `select s.row_number, 'task' as path, 'PROGRESS_TASK_UNKNOWN' as code, s.task as value, null::jsonb as details
      from ${STAGED} s where s.task is not null and s.task not in (
        select t.task_id from plan p join task t on t.publication = p.publication
        where p.plan_id = $1 and p.recorded_to = 'infinity')`,
    parameters: [plan],
    error: ({ value }) => progressTaskUnknown({ task: value ?? '', plan }),
  };
}

const STATUS_CHECK: SetCheck = {
  name: 'check-progress-status',
  sql: `select s.row_number, 'status' as path, 'PROGRESS_STATUS_COMPUTED' as code, s.status as value, null::jsonb as details
    from ${STAGED} s where s.status = 'OVERDUE'`,
  error: () => progressStatusComputed({}),
};

const PERCENT_CHECK: SetCheck = {
  name: 'check-progress-percent',
  sql: `select s.row_number, 'percent' as path, 'PROGRESS_PERCENT_INVALID' as code, s.percent as value, null::jsonb as details
    from ${STAGED} s
    where case when ${isInteger('s.percent')}
      then s.percent::integer not between 0 and 100 or (s.status = 'DONE' and s.percent::integer < 100) end`,
  error: ({ value }) => progressPercentInvalid({ percent: value ?? '' }),
};

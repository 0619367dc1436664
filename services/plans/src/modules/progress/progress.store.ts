import { z } from 'zod';
import { statement, type Reader, type Writer } from '@lientinh/postgres';
import { VersionedTable } from '@lientinh/publishing';
import { knownAt } from '../plan/known-at';
import { TASK_STATUSES } from '../vocabulary/task-status';
import type { ProgressReport } from './progress.types';

const STAGING = 'staged_progress';

/** What progress was reported: the latest publication about a task and day counts. */
export const progressTable = new VersionedTable({
  table: 'task_progress',
  unit: ['task_id', 'reported_on'],
  key: ['task_id', 'reported_on'],
  values: ['plan_id', 'status', 'percent', 'note'],
  staging: STAGING,
});

const createStaging = statement(
  'create-progress-staging',
  z.unknown(),
  `create temp table ${STAGING} (
     place int not null, plan_id text, task_id text, reported_on date, status text, percent int, note text) on commit drop`,
);
const stage = statement(
  'stage-progress',
  z.unknown(),
  `insert into ${STAGING} (place, plan_id, task_id, reported_on, status, percent, note)
   select sent.place, $1, sent.task, $2, sent.status, sent.percent, nullif(trim(sent.note), '')
   from jsonb_to_recordset($3::jsonb) as sent(place int, task text, status text, percent int, note text)`,
);

/** A row that cannot be taken, and which rule it breaks. */
export const progressFault = z.object({
  place: z.number().int(),
  fault: z.enum(['TASK_UNKNOWN', 'TASK_REPEATED', 'STATUS_COMPUTED', 'PERCENT_INVALID', 'NOTE_TOO_LONG']),
  task_id: z.string(),
  percent: z.number().int().nullable(),
  note: z.string().nullable(),
});
export type ProgressFault = z.output<typeof progressFault>;

const checks = statement(
  'check-progress',
  progressFault,
  `with known as (
     select t.task_id from plan p join task t on t.publication = p.publication
     where p.plan_id = $1 and p.recorded_to = 'infinity'),
   faults as (
     select s.*, 'TASK_UNKNOWN' as fault from ${STAGING} s where s.task_id not in (select task_id from known)
     union all
     select s.*, 'TASK_REPEATED' from (select *, row_number() over (partition by task_id order by place) as mention from ${STAGING}) r
       join ${STAGING} s on s.place = r.place where r.mention > 1
     union all
     select s.*, 'STATUS_COMPUTED' from ${STAGING} s where s.status = 'OVERDUE'
     union all
     select s.*, 'PERCENT_INVALID' from ${STAGING} s
       where s.percent not between 0 and 100 or (s.status = 'DONE' and s.percent < 100)
     union all
     select s.*, 'NOTE_TOO_LONG' from ${STAGING} s where length(s.note) > 2000)
   select place, fault, task_id, percent, note from faults order by place, fault`,
);

/** One row of a report as it is staged; `place` is its place in the list that was sent. */
export interface StagedProgress {
  readonly place: number;
  readonly task: string;
  readonly status: string;
  readonly percent: number | null;
  readonly note: string | null;
}

/** Puts the rows into the staging table of the transaction. */
export async function stageProgress(
  writer: Writer,
  planId: string,
  reportedOn: string,
  rows: readonly StagedProgress[],
): Promise<void> {
  await writer.run(createStaging);
  await writer.run(stage, [planId, reportedOn, JSON.stringify(rows)]);
}

/** Everything that is wrong with the staged rows, by place. */
export function checkStagedProgress(writer: Writer, planId: string): Promise<ProgressFault[]> {
  return writer.all(checks, [planId]);
}

const planOwner = statement(
  'find-plan-owner',
  z.object({ province_id: z.string(), province_code: z.string() }),
  `select province_id, province_code from plan where plan_id = $1 and recorded_to = 'infinity'`,
);

/** Whose plan it is; null when there is no such current plan. */
export async function findPlanOwner(
  reader: Reader,
  planId: string,
): Promise<{ readonly provinceId: string; readonly provinceCode: string } | null> {
  const row = await reader.find(planOwner, [planId]);
  return row === null ? null : { provinceId: row.province_id, provinceCode: row.province_code };
}

const progressRow = z
  .object({
    task_id: z.string(),
    reported_on: z.string(),
    status: z.enum(TASK_STATUSES),
    percent: z.number().int().nullable(),
    note: z.string().nullable(),
    publication: z.coerce.number().int(),
  })
  .transform((row): ProgressReport & { readonly taskId: string } => ({
    taskId: row.task_id,
    reportedOn: row.reported_on,
    status: row.status,
    percent: row.percent,
    note: row.note,
    publicationSequence: row.publication,
  }));
export type ProgressRow = z.output<typeof progressRow>;

const ofTasks = statement(
  'list-progress',
  progressRow,
  `select r.task_id, r.reported_on::text, r.status, r.percent, r.note, r.publication from task_progress r
   where r.task_id = any($2::text[]) and ${knownAt('r', '$1')} order by r.task_id, r.reported_on desc`,
);

/** What was reported of tasks, latest day first. */
export function listProgress(reader: Reader, taskIds: readonly string[], at: string | null): Promise<ProgressRow[]> {
  return reader.all(ofTasks, [at, taskIds]);
}

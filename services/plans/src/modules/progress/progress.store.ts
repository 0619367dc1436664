import { z } from 'zod';
import { statement, type Reader, type Writer } from '@lientinh/postgres';
import { VersionedTable, type StagingTable, type StoredRows } from '@lientinh/publishing';
import { knownAt } from '../plan/known-at';
import { TASK_STATUSES } from '../vocabulary/task-status';
import type { ProgressReport } from './progress.types';

/** The rows of a report as they came, as text. */
export const progressStaging: StagingTable = {
  name: 'staged_progress',
  columns: ['task', 'status', 'percent', 'note'],
};

/** What progress was reported: the latest publication about a task and day counts. */
const progressTable = new VersionedTable({
  table: 'task_progress',
  unit: ['task_id', 'reported_on'],
  key: ['task_id', 'reported_on'],
  values: ['plan_id', 'status', 'percent', 'note'],
  staging: 'typed_progress',
});

const createTyped = statement(
  'create-typed-progress',
  z.unknown(),
  `create temp table typed_progress (
     task_id text, reported_on date, plan_id text, status text, percent integer, note text) on commit drop`,
);
const fillTyped = statement(
  'fill-typed-progress',
  z.unknown(),
  `insert into typed_progress
   select task, $2::date, $1, status, percent::integer, nullif(trim(note), '') from ${progressStaging.name}`,
);

/** Moves the staged rows of a report on a plan and day into the facts; rows that others lost, by publication. */
export async function storeStagedProgress(
  writer: Writer,
  report: { readonly plan: string; readonly reportedOn: string },
  { sequence, recordedAt }: { readonly sequence: number; readonly recordedAt: string },
): Promise<StoredRows> {
  await writer.run(createTyped);
  await writer.run(fillTyped, [report.plan, report.reportedOn]);
  const superseded = await progressTable.supersede(writer, recordedAt);
  return { superseded, rowCount: await progressTable.insert(writer, sequence, recordedAt) };
}

/** Takes a report back and makes what it had replaced current again; rows brought back, by publication. */
export function retractStoredProgress(
  writer: Writer,
  publication: number,
  earlierRetractions: readonly number[],
  recordedAt: string,
): Promise<Map<number, number>> {
  return progressTable.retract(writer, publication, earlierRetractions, recordedAt);
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

import { dayInVietnam } from '@lientinh/contracts';
import type { CodedError } from '@lientinh/errors';
import { mayPublish, throwIfRefused } from '@lientinh/identity';
import {
  contentHash,
  ProblemReport,
  publish,
  retract,
  rowProblem,
  rowsMissing,
  tooManyRows,
  type JsonValue,
  type PublishOutcome,
} from '@lientinh/publishing';
import type { PublishingContext } from '../publication/publish-plan';
import {
  planUnknown,
  progressDayInvalid,
  progressNoteTooLong,
  progressPercentInvalid,
  progressStatusComputed,
  progressTaskRepeated,
  progressTaskUnknown,
} from './progress.errors';
import { checkStagedProgress, findPlanOwner, progressTable, stageProgress, type ProgressFault } from './progress.store';

const MOST_ROWS = 20_000;

/** What is reported of one task. */
export interface ProgressItem {
  readonly task: string;
  readonly status: string;
  readonly percent: number | null;
  readonly note: string | null;
}

/** A report on tasks of one plan. */
export interface ProgressSubmission {
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
  readonly plan: string;
  readonly reportedOn: string;
  readonly items: readonly ProgressItem[];
}

/**
 * Publishes what a province says of its tasks. Throws ROWS_MISSING, TOO_MANY_ROWS, PLAN_UNKNOWN and NOT_PERMITTED; what is wrong with
 * single rows is reported in the outcome.
 */
export async function reportProgress(
  { database, principal, now }: PublishingContext,
  submission: ProgressSubmission,
): Promise<PublishOutcome> {
  const { plan, reportedOn, items } = submission;
  if (items.length === 0) throw rowsMissing({});
  if (items.length > MOST_ROWS) throw tooManyRows({ rows: items.length, limit: MOST_ROWS });
  const owner = await findPlanOwner(database.reader, plan);
  if (owner === null) throw planUnknown({ plan });
  throwIfRefused(mayPublish(principal, { dataset: 'TASK_PROGRESS', province: owner.provinceCode }));
  const scope: JsonValue = { plan, reportedOn };
  return publish(
    database,
    {
      dataset: 'TASK_PROGRESS',
      publisher: principal.role === 'publisher' ? principal.publisherId : '',
      province: owner.provinceId,
      idempotencyKey: submission.idempotencyKey,
      dryRun: submission.dryRun,
      scope,
    },
    {
      async stage(writer) {
        await stageProgress(
          writer,
          plan,
          reportedOn,
          items.map((item, place) => ({ ...item, place })),
        );
        const problems = new ProblemReport();
        const today = dayInVietnam(now);
        if (reportedOn > today)
          problems.add(rowProblem(null, 'reportedOn', progressDayInvalid({ reportedOn, today }), reportedOn));
        for (const fault of await checkStagedProgress(writer, plan)) {
          const { path, error, value } = explain(fault, plan);
          problems.add(rowProblem(fault.place, `items[${fault.place}].${path}`, error, value));
        }
        return {
          rowCount: items.length,
          contentHash: contentHash({ scope, rows: items.map((item) => ({ ...item })) }),
          problems,
        };
      },
      async store(writer, { sequence, recordedAt }) {
        const superseded = await progressTable.supersede(writer, recordedAt);
        return { superseded, rowCount: await progressTable.insert(writer, sequence, recordedAt) };
      },
    },
  );
}

/** Takes a report back; what it had replaced counts again. */
export function retractProgress(
  { database, principal }: PublishingContext,
  publication: string,
  reason: string,
): Promise<PublishOutcome> {
  const publisher = principal.role === 'publisher' ? principal.publisherId : '';
  return retract(
    database,
    { dataset: 'TASK_PROGRESS', publisher, publication, reason },
    {
      restore: (writer, { retracted, earlierRetractions, recordedAt }) =>
        progressTable.retract(writer, retracted, earlierRetractions, recordedAt),
    },
  );
}

interface Explained {
  readonly path: string;
  readonly error: CodedError;
  readonly value: unknown;
}

function explain({ fault, task_id: task, percent, note }: ProgressFault, plan: string): Explained {
  switch (fault) {
    case 'TASK_UNKNOWN':
      return { path: 'task', error: progressTaskUnknown({ task, plan }), value: task };
    case 'TASK_REPEATED':
      return { path: 'task', error: progressTaskRepeated({ task }), value: task };
    case 'STATUS_COMPUTED':
      return { path: 'status', error: progressStatusComputed({}), value: 'OVERDUE' };
    case 'PERCENT_INVALID':
      return { path: 'percent', error: progressPercentInvalid({ percent: percent ?? 0 }), value: percent };
    case 'NOTE_TOO_LONG':
      return { path: 'note', error: progressNoteTooLong({ characters: note?.length ?? 0 }), value: note };
  }
}

import { dayInVietnam, isIsoDate } from '@lientinh/contracts';
import { invalidRequest } from '@lientinh/errors';
import { mayPublish, throwIfRefused, type Principal } from '@lientinh/identity';
import type { Database } from '@lientinh/postgres';
import { runChecks, type BulkDataset, type BulkPublication } from '@lientinh/publishing';
import { progressChecks } from './progress.checks';
import { planUnknown, progressDayInvalid } from './progress.errors';
import { findPlanOwner, progressStaging, storeStagedProgress } from './progress.store';

/** A report on tasks of one plan on one day, but for its rows. */
export interface ProgressReportScope {
  readonly plan: string;
  readonly reportedOn: string;
}

/**
 * Opens a report for either door: whose plan it is, the right to report on it, and what is done with the staged rows. Throws
 * PLAN_UNKNOWN, NOT_PERMITTED and PROGRESS_DAY_INVALID.
 */
export async function openProgressReport(
  database: Database,
  principal: Principal,
  { plan, reportedOn }: ProgressReportScope,
  now: Date,
): Promise<BulkPublication> {
  const owner = await findPlanOwner(database.reader, plan);
  if (owner === null) throw planUnknown({ plan });
  const right = { dataset: 'TASK_PROGRESS', province: owner.provinceCode } as const;
  throwIfRefused(mayPublish(principal, right));
  const today = dayInVietnam(now);
  if (reportedOn > today) throw progressDayInvalid({ reportedOn, today });
  return {
    province: owner.provinceId,
    scope: { plan, reportedOn },
    confidential: null,
    rights: [right],
    check: (writer, problems) => runChecks(writer, progressChecks(plan), problems),
    store: (writer, place) => storeStagedProgress(writer, { plan, reportedOn }, place),
  };
}

/** Task progress for the bulk door: `POST /publish/task-progress?plan=plan-…&reportedOn=2019-06-30`. */
export function progressDataset(database: Database): BulkDataset {
  return {
    name: 'task-progress',
    dataset: 'TASK_PROGRESS',
    staging: progressStaging.name,
    parameters: ['plan', 'reportedOn'],
    columns: [
      { column: 'task', required: true },
      { column: 'status', required: true },
      { column: 'percent', required: false },
      { column: 'note', required: false },
    ],
    open({ publisher, parameters }) {
      const { plan = '', reportedOn = '' } = parameters;
      if (!isIsoDate(reportedOn))
        throw invalidRequest({
          reason: { vi: 'reportedOn phải là ngày YYYY-MM-DD', en: 'reportedOn must be a day as YYYY-MM-DD' },
        });
      return openProgressReport(database, publisher, { plan, reportedOn }, new Date());
    },
  };
}

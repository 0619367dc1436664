import {
  contentHash,
  ProblemReport,
  publish,
  requireRegistered,
  retract,
  rowsMissing,
  stageRows,
  tooManyRows,
  type PublishOutcome,
} from '@lientinh/publishing';
import type { PublishingContext } from '../publication/publish-plan';
import { unstorableTexts } from '../publication/storable-text.rules';
import { openProgressReport, type ProgressReportScope } from './progress.dataset';
import { progressStaging, retractStoredProgress } from './progress.store';

const MOST_ROWS = 20_000;

/** What is reported of one task. */
export interface ProgressItem {
  readonly task: string;
  readonly status: string;
  readonly percent: number | null;
  readonly note: string | null;
}

/** A report on tasks of one plan. */
export interface ProgressSubmission extends ProgressReportScope {
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
  readonly items: readonly ProgressItem[];
}

/**
 * Publishes what a province says of its tasks. Throws ROWS_MISSING, TOO_MANY_ROWS, what `openProgressReport` throws and what the
 * registry refuses; what is wrong with single rows is reported in the outcome.
 */
export async function reportProgress(
  { database, principal, now, services: { office } }: PublishingContext,
  { items, idempotencyKey, dryRun, ...scope }: ProgressSubmission,
): Promise<PublishOutcome> {
  if (items.length === 0) throw rowsMissing({});
  if (items.length > MOST_ROWS) throw tooManyRows({ rows: items.length, limit: MOST_ROWS });
  const report = await openProgressReport(database, principal, scope, now);
  await requireRegistered(office.registry, principal, 'TASK_PROGRESS', report.rights);
  const rows = items.map(({ task, status, percent, note }) => [task, status, percent, note]);
  return publish(
    database,
    {
      dataset: 'TASK_PROGRESS',
      publisher: principal.role === 'publisher' ? principal.publisherId : '',
      province: report.province,
      idempotencyKey,
      dryRun,
      scope: report.scope,
      confidential: report.confidential,
    },
    {
      async stage(writer) {
        const problems = new ProblemReport();
        items.forEach((item, row) => unstorableTexts('', { ...item }, row).forEach((problem) => problems.add(problem)));
        if (problems.isEmpty) {
          await stageRows(writer, progressStaging, rows);
          await report.check(writer, problems);
        }
        return { rowCount: rows.length, contentHash: contentHash({ scope: report.scope, rows }), problems };
      },
      store: (writer, place) => report.store(writer, place),
    },
    office.signer,
  );
}

/** Takes a report back; what it had replaced counts again. */
export async function retractProgress(
  { database, principal, services }: PublishingContext,
  publication: string,
  reason: string,
): Promise<PublishOutcome> {
  await requireRegistered(services.office.registry, principal, 'TASK_PROGRESS');
  const publisher = principal.role === 'publisher' ? principal.publisherId : '';
  return retract(
    database,
    { dataset: 'TASK_PROGRESS', publisher, publication, reason },
    {
      restore: (writer, { retracted, earlierRetractions, recordedAt }) =>
        retractStoredProgress(writer, retracted, earlierRetractions, recordedAt),
    },
  );
}

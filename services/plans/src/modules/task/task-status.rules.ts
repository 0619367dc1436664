import type { IsoDate } from '@lientinh/contracts';
import type { Due } from '@lientinh/plan-reader';
import type { TaskStatus } from '../vocabulary/task-status';

/** What a province said of a task on a day. */
export interface ReportedStatus {
  readonly reportedOn: IsoDate;
  readonly status: TaskStatus;
}

/**
 * The first day on which something of a task should have been done: the last day of the due period of the product that is due first;
 * the task's own due period where no product has a date. Null when nothing of it has a date.
 */
export function earliestDeadline(task: {
  readonly due: Pick<Due, 'to'> | null;
  readonly products: readonly { readonly due: Pick<Due, 'to'> | null }[];
}): IsoDate | null {
  const ofProducts = task.products.flatMap(({ due }) => due?.to ?? []).sort();
  return ofProducts[0] ?? task.due?.to ?? null;
}

/**
 * The status of a task on a day: what was reported last up to that day, except that a task which is neither done nor cancelled is
 * OVERDUE once its earliest deadline has passed. The SQL of `task.store.ts` says the same; a property test holds the two together.
 */
export function taskStatus(deadline: IsoDate | null, reports: readonly ReportedStatus[], asOf: IsoDate): TaskStatus {
  const latest = reports
    .filter(({ reportedOn }) => reportedOn <= asOf)
    .reduce<ReportedStatus | null>(
      (last, one) => (last === null || one.reportedOn > last.reportedOn ? one : last),
      null,
    );
  if (latest?.status === 'DONE' || latest?.status === 'CANCELLED') return latest.status;
  if (deadline !== null && deadline < asOf) return 'OVERDUE';
  return latest?.status === 'IN_PROGRESS' ? 'IN_PROGRESS' : 'NOT_STARTED';
}

import type { Dataset } from '@lientinh/contracts';

/** Id of the publication at a place of a data set's ledger, as the publishing protocol gives it: `plan-17`, `task-progress-3`. */
export function publicationId(dataset: Extract<Dataset, 'PLAN' | 'TASK_PROGRESS'>, sequence: number): string {
  return `${dataset.toLowerCase().replaceAll('_', '-')}-${sequence}`;
}

/** States of a task; OVERDUE is computed, the others are reported. */
export const TASK_STATUSES = ['NOT_STARTED', 'IN_PROGRESS', 'DONE', 'OVERDUE', 'CANCELLED'] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

import { defineLoader } from '@lientinh/subgraph';
import { groupBy } from '../paging/group-by';
import { listProgress, type ProgressRow } from './progress.store';

/** A task, and as of when it was asked for. */
export interface KnownTask {
  readonly id: string;
  readonly knownAt: string | null;
}

const keyText = ({ id, knownAt }: KnownTask): string => `${knownAt ?? ''}|${id}`;

/** What was reported of a task, latest day first. */
export const loadProgress = defineLoader<KnownTask, readonly ProgressRow[]>(
  'progress',
  async (tasks, { database }) => {
    const found = new Map<string, readonly ProgressRow[]>();
    for (const group of groupBy(tasks, ({ knownAt }) => knownAt ?? '').values()) {
      const knownAt = group[0]?.knownAt ?? null;
      const rows = await listProgress(
        database.reader,
        group.map(({ id }) => id),
        knownAt,
      );
      for (const [id, own] of groupBy(rows, ({ taskId }) => taskId)) found.set(keyText({ id, knownAt }), own);
    }
    return found;
  },
  keyText,
);

import { defineLoader } from '@lientinh/subgraph';
import { groupBy } from '../paging/group-by';
import type { GroupPage } from '../paging/grouped-page';
import {
  listAgencies,
  listProducts,
  taskVersionText,
  type StoredAgency,
  type StoredProduct,
  type TaskVersion,
} from './task-parts.store';
import { findTasks, readTaskPages, type TaskCriteria, type TaskGrouping, type TaskPlace } from './task.store';
import type { TaskRow } from './task.row';
import type { Task } from './task.types';

/** Current tasks by id. */
export const loadTask = defineLoader<string, Task>('task', async (ids, { database }) => {
  const tasks = await findTasks(database.reader, ids);
  return new Map(tasks.map((task) => [task.id, { ...task, knownAt: null }]));
});

/** A page of the tasks of one parent. Parents asked with the same arguments share a statement. */
export interface TaskPageKey {
  readonly grouping: TaskGrouping;
  readonly parent: string;
  readonly criteria: TaskCriteria;
  readonly place: TaskPlace;
}

const argumentsText = ({ grouping, criteria, place }: TaskPageKey): string =>
  JSON.stringify([grouping, criteria, place]);
const pageText = (key: TaskPageKey): string => `${argumentsText(key)}|${key.parent}`;

export const loadTaskPage = defineLoader<TaskPageKey, GroupPage<TaskRow>>(
  'task-page',
  async (keys, { database }) => {
    const found = new Map<string, GroupPage<TaskRow>>();
    for (const group of groupBy(keys, argumentsText).values()) {
      const [first] = group;
      if (first === undefined) continue;
      const { grouping, criteria, place } = first;
      const parents = grouping === 'WHOLE' ? null : group.map(({ parent }) => parent);
      const pages = await readTaskPages(database.reader, grouping, parents, criteria, place);
      for (const [parent, page] of pages) found.set(pageText({ ...first, parent }), page);
    }
    return found;
  },
  pageText,
);

/** The products of a task. */
export const loadProducts = defineLoader<TaskVersion, readonly StoredProduct[]>(
  'task-products',
  async (tasks, { database }) => groupBy(await listProducts(database.reader, tasks), ({ version }) => version),
  taskVersionText,
);

/** The agencies of a task and of its products. */
export const loadAgencies = defineLoader<TaskVersion, readonly StoredAgency[]>(
  'task-agencies',
  async (tasks, { database }) => groupBy(await listAgencies(database.reader, tasks), ({ version }) => version),
  taskVersionText,
);

import type { BiSet } from '../bi-contract';
import { indexGoals } from './index-goals';
import { plans } from './plans';
import { targets } from './targets';
import { taskAgencies } from './task-agencies';
import { tasks } from './tasks';

/** The sets of the plans subgraph. */
export const plansSets: readonly BiSet[] = [plans, targets, tasks, taskAgencies, indexGoals];

export { indexGoals, plans, targets, taskAgencies, tasks };

import { defineLoader } from '@lientinh/subgraph';
import { groupBy } from '../paging/group-by';
import { findIndexGoals, listIndexGoals, type IndexGoalRow } from './index-goal.store';
import type { IndexGoal } from './index-goal.types';

/** Current goals by id. */
export const loadIndexGoal = defineLoader<string, IndexGoal>('index-goal', async (ids, { database }) => {
  const goals = await findIndexGoals(database.reader, ids);
  return new Map(goals.map((goal) => [goal.id, { ...goal, knownAt: null }]));
});

/** The goals of a plan's publication, in print order. */
export const loadIndexGoalsOfPlan = defineLoader<number, readonly IndexGoalRow[]>(
  'index-goals-of-plan',
  async (publications, { database }) =>
    groupBy(await listIndexGoals(database.reader, publications), ({ publicationSequence }) =>
      String(publicationSequence),
    ),
);

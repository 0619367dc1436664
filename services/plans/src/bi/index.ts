import type { BiInstallation } from '@lientinh/bi';
import { indexGoalsView } from './index-goals.view';
import { indexReferenceSql } from './index-reference';
import { plansView } from './plans.view';
import { targetsView } from './targets.view';
import { taskAgenciesView } from './task-agencies.view';
import { tasksView } from './tasks.view';

/** What BI tools see of the plans. */
export const biInstallation: BiInstallation = {
  before: indexReferenceSql(),
  views: [plansView, targetsView, tasksView, taskAgenciesView, indexGoalsView],
};

import type { Migration } from '@lientinh/postgres';
import { AddContentSalt1795410000000, CreatePublishingTables1795240000000 } from '@lientinh/publishing';
import { CreatePlanTables1795250000000 } from './1795250000000-create-plan-tables';
import { IndexBiViews1795320000000 } from './1795320000000-index-bi-views';

/** In the order in which they are applied. */
export const migrations: readonly Migration[] = [
  CreatePublishingTables1795240000000,
  CreatePlanTables1795250000000,
  IndexBiViews1795320000000,
  AddContentSalt1795410000000,
];

import type { Migration } from '@lientinh/postgres';
import { CreatePublishingTables1795240000000 } from '@lientinh/publishing';
import { CreatePlanTables1795250000000 } from './1795250000000-create-plan-tables';

/** What makes the plans database, oldest first. */
export const migrations: readonly Migration[] = [CreatePublishingTables1795240000000, CreatePlanTables1795250000000];

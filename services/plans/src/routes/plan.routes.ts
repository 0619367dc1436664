import type { Database } from '@lientinh/postgres';
import { bulkRoute, changesRoute } from '@lientinh/publishing';
import { progressDataset } from '../modules/progress/progress.dataset';
import { publishPlanRoute } from './publish-plan.route';

/** Doors beside /graphql: the change feed of both ledgers, task progress in bulk, and plans as bare text. */
export function planRoutes(
  app: Parameters<typeof changesRoute>[0],
  { database }: { readonly database: Database },
): void {
  changesRoute(app, database, ['PLAN', 'TASK_PROGRESS']);
  bulkRoute(app, { database, signer: null, datasets: [progressDataset(database)] });
  publishPlanRoute(app, database);
}

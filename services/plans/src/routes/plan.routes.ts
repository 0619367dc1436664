import type { Database } from '@lientinh/postgres';
import { bulkRoute, changesRoute, officeRoutes, type PublishingServices } from '@lientinh/publishing';
import { progressDataset } from '../modules/progress/progress.dataset';
import { publishPlanRoute } from './publish-plan.route';

/** Doors beside /graphql: the change feed of both ledgers, task progress in bulk, and plans as bare text. */
export function planRoutes(
  app: Parameters<typeof changesRoute>[0],
  { database, services }: { readonly database: Database; readonly services: PublishingServices },
): void {
  officeRoutes(app, services.office);
  changesRoute(app, database, ['PLAN', 'TASK_PROGRESS']);
  bulkRoute(app, { ...services.office, database, datasets: [progressDataset(database)] });
  publishPlanRoute(app, database, services);
}

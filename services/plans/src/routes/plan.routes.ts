import type { Database } from '@lientinh/postgres';
import { changesRoute } from '@lientinh/publishing';
import { publishPlanRoute } from './publish-plan.route';

/** Doors beside /graphql: the change feed of both ledgers, and plans as bare text. */
export function planRoutes(
  app: Parameters<typeof changesRoute>[0],
  { database }: { readonly database: Database },
): void {
  changesRoute(app, database, ['PLAN', 'TASK_PROGRESS']);
  publishPlanRoute(app, database);
}

import type { FastifyInstance } from 'fastify';
import type { Database } from '@lientinh/postgres';
import { bulkRoute, changesRoute, officeRoutes, type PublishingServices } from '@lientinh/publishing';
import { proceduresBulk } from './modules/catalogue/catalogue.bulk';
import { dossierStatisticsBulk } from './modules/dossier/dossier.bulk';

/** The bulk door for catalogues and statistics, and the feed of both ledgers. */
export function procedureRoutes(
  app: FastifyInstance,
  { database, services: { office } }: { readonly database: Database; readonly services: PublishingServices },
): void {
  officeRoutes(app, office);
  changesRoute(app, database, ['PROCEDURES', 'DOSSIER_STATISTICS']);
  bulkRoute(app, { ...office, database, datasets: [proceduresBulk, dossierStatisticsBulk] });
}

import type { FastifyInstance } from 'fastify';
import type { Database } from '@lientinh/postgres';
import { bulkRoute, changesRoute } from '@lientinh/publishing';
import { proceduresBulk } from './modules/catalogue/catalogue.bulk';
import { dossierStatisticsBulk } from './modules/dossier/dossier.bulk';

/** The bulk door for catalogues and statistics, and the feed of both ledgers. */
export function procedureRoutes(app: FastifyInstance, { database }: { readonly database: Database }): void {
  changesRoute(app, database, ['PROCEDURES', 'DOSSIER_STATISTICS']);
  bulkRoute(app, { database, signer: null, datasets: [proceduresBulk, dossierStatisticsBulk] });
}

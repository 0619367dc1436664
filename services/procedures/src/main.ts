import { changesRoute } from '@lientinh/publishing';
import { runSubgraph } from '@lientinh/subgraph';
import { migrations } from './migrations';
import { writeReference } from './modules/reference/reference.store';
import { schema } from './schema';

runSubgraph(
  {
    name: 'procedures',
    port: 4004,
    migrations,
    schema,
    prepare: async ({ database, logger }) => {
      logger.info({ reference: await writeReference(database) }, 'reference data');
    },
    routes: (app, { database }) => changesRoute(app, database, ['PROCEDURES', 'DOSSIER_STATISTICS']),
  },
  process.env,
);

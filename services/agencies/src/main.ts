import { parseEnvironment } from '@lientinh/environment';
import { bulkRoute, changesRoute, officeRoutes, officeSection, openPublishingOffice } from '@lientinh/publishing';
import { runSubgraph } from '@lientinh/subgraph';
import { migrations } from './migrations';
import { agenciesBulk } from './modules/agency';
import { prepare } from './prepare';
import { schema } from './schema';

runSubgraph(
  {
    name: 'agencies',
    port: 4001,
    migrations,
    schema,
    prepare: async ({ database, logger, environment }) =>
      prepare({ database }, await openPublishingOffice(parseEnvironment(environment, officeSection), logger)),
    routes: (app, { database, services: { office } }) => {
      officeRoutes(app, office);
      changesRoute(app, database, ['AGENCIES']);
      bulkRoute(app, { ...office, database, datasets: [agenciesBulk] });
    },
  },
  process.env,
);

import { parseEnvironment } from '@lientinh/environment';
import { officeSection, openPublishingOffice } from '@lientinh/publishing';
import { runSubgraph } from '@lientinh/subgraph';
import { migrations } from './migrations';
import { preparePlans } from './prepare';
import { planRoutes } from './routes/plan.routes';
import { schema } from './schema';

runSubgraph(
  {
    name: 'plans',
    port: 4003,
    migrations,
    schema,
    prepare: async ({ database, logger, environment }) =>
      preparePlans({ database }, await openPublishingOffice(parseEnvironment(environment, officeSection), logger)),
    routes: planRoutes,
  },
  process.env,
);

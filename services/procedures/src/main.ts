import { installBi } from '@lientinh/bi';
import { parseEnvironment } from '@lientinh/environment';
import { officeSection, openPublishingOffice } from '@lientinh/publishing';
import { runSubgraph } from '@lientinh/subgraph';
import { biInstallation } from './bi';
import { migrations } from './migrations';
import { writeReference } from './modules/reference/reference.store';
import { procedureRoutes } from './routes';
import { schema } from './schema';

runSubgraph(
  {
    name: 'procedures',
    port: 4004,
    migrations,
    schema,
    prepare: async ({ database, logger, environment }) => {
      const office = await openPublishingOffice(parseEnvironment(environment, officeSection), logger);
      logger.info({ reference: await writeReference(database) }, 'reference data');
      logger.info({ views: await installBi(database, biInstallation) }, 'BI views');
      return { office };
    },
    routes: procedureRoutes,
  },
  process.env,
);

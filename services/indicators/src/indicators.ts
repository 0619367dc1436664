import { installBi } from '@lientinh/bi';
import { parseEnvironment } from '@lientinh/environment';
import { bulkRoute, changesRoute, officeRoutes, officeSection, openPublishingOffice } from '@lientinh/publishing';
import type { SubgraphProcess } from '@lientinh/subgraph';
import { indicatorsBi } from './bi';
import { migrations } from './migrations';
import { writeReference } from './modules/reference/reference.store';
import { scoresBulk } from './modules/publication/scores-bulk';
import { SheetCache } from './modules/score/sheet-cache';
import { schema } from './schema';
import type { IndicatorsServices } from './services';

/** What makes the indicators subgraph. */
export const indicators: SubgraphProcess<IndicatorsServices> = {
  name: 'indicators',
  port: 4002,
  migrations,
  schema,
  async prepare({ database, logger, environment }) {
    const office = await openPublishingOffice(parseEnvironment(environment, officeSection), logger);
    logger.info({ reference: await writeReference(database) }, 'reference tables');
    logger.info({ views: await installBi(database, indicatorsBi()) }, 'BI views');
    return { sheets: new SheetCache(), office };
  },
  routes: (app, { database, services: { office } }) => {
    officeRoutes(app, office);
    changesRoute(app, database, ['SCORES']);
    bulkRoute(app, { ...office, database, datasets: [scoresBulk] });
  },
};

import { registryRoute } from '@lientinh/publishing';
import { runSubgraph } from '@lientinh/subgraph';
import { feedAddresses } from './environment';
import { migrations } from './migrations';
import { readRegistry } from './modules/publishers';
import { schema } from './schema';
import { prepareServices } from './prepare';

runSubgraph(
  {
    name: 'publications',
    port: 4005,
    migrations,
    schema,
    prepare: (parts) => prepareServices(parts, feedAddresses(process.env)),
    routes: (app, { database }) => registryRoute(app, () => readRegistry(database)),
    readinessDetails: ({ feeds }) => ({ ledgers: feeds.report() }),
    release: ({ feeds }) => feeds.stop(),
  },
  process.env,
);

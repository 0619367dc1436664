import { runSubgraph } from '@lientinh/subgraph';
import { feedAddresses } from './environment';
import { migrations } from './migrations';
import { schema } from './schema';
import { prepareServices } from './prepare';

runSubgraph(
  {
    name: 'publications',
    port: 4005,
    migrations,
    schema,
    prepare: (parts) => prepareServices(parts, feedAddresses(process.env)),
    readinessDetails: ({ feeds }) => ({ ledgers: feeds.report() }),
    release: ({ feeds }) => feeds.stop(),
  },
  process.env,
);

import { changesRoute } from '@lientinh/publishing';
import { runSubgraph } from '@lientinh/subgraph';
import { migrations } from './migrations';
import { prepare } from './prepare';
import { schema } from './schema';

runSubgraph(
  {
    name: 'agencies',
    port: 4001,
    migrations,
    schema,
    prepare,
    routes: (app, { database }) => changesRoute(app, database, ['AGENCIES']),
  },
  process.env,
);

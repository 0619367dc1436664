import { runSubgraph } from '@lientinh/subgraph';
import { migrations } from './migrations';
import { preparePlans } from './prepare';
import { planRoutes } from './routes/plan.routes';
import { schema } from './schema';

runSubgraph({ name: 'plans', port: 4003, migrations, schema, prepare: preparePlans, routes: planRoutes }, process.env);

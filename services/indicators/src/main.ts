import { runSubgraph } from '@lientinh/subgraph';
import { indicators } from './indicators';

runSubgraph(indicators, process.env);

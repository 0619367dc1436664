export { agenciesDataset } from './modules/agency';
export { migrations } from './migrations';
export { prepare } from './prepare';
export { schema } from './schema';

export { indicators } from './indicators';
export { migrations } from './migrations';
export { writeReference } from './modules/reference/reference.store';
export { scoresBulk } from './modules/publication/scores-bulk';
export { SheetCache } from './modules/score/sheet-cache';
export { schema } from './schema';
export type { IndicatorsServices } from './services';

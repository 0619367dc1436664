export { indicators } from './indicators';
export { migrations } from './migrations';
export { writeReference } from './modules/reference/reference.store';
export { scoresDataset } from './modules/publication/scores-dataset';
export type { ScoresHeader, ScoreText } from './modules/publication/scores-header';
export { SheetCache } from './modules/score/sheet-cache';
export { schema } from './schema';
export type { IndicatorsServices } from './services';

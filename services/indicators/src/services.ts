import type { PublishingServices } from '@lientinh/publishing';
import type { SheetCache } from './modules/score/sheet-cache';

/** What the resolvers of this subgraph share beyond a request. */
export interface IndicatorsServices extends PublishingServices {
  /** Scores by index and year, kept in memory until the next publication. */
  readonly sheets: SheetCache;
}

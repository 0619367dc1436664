import type { BiSet } from './bi-contract';

/** The sets of the indicators subgraph. */
export const indicatorsSets: readonly BiSet[] = [];

import type { BiSet } from './bi-contract';

/** The sets of the agencies subgraph. */
export const agenciesSets: readonly BiSet[] = [];

import type { BiSet } from './bi-contract';

/** The sets of the plans subgraph. */
export const plansSets: readonly BiSet[] = [];

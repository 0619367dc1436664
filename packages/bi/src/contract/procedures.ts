import type { BiSet } from './bi-contract';

/** The sets of the procedures subgraph. */
export const proceduresSets: readonly BiSet[] = [];

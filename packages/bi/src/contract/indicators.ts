import type { BiSet } from './bi-contract';
import { comparisons } from './indicators/comparisons';
import { criteria } from './indicators/criteria';
import { indices } from './indicators/indices';
import { rankings } from './indicators/rankings';
import { scores } from './indicators/scores';
import { wideSets } from './indicators/wide';

/** The sets of the indicators subgraph. */
export const indicatorsSets: readonly BiSet[] = [indices, criteria, scores, rankings, comparisons, ...wideSets];

export { wideCriteria, type WideCriterion } from './indicators/wide-columns';
export { wideSetName } from './indicators/wide';

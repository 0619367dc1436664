export { startPlatform, type Platform, type StepListener } from './platform';
export { readOptions, HELP, argumentsInvalid, type PlatformOptions } from './options';
export { topology, SUBGRAPHS, type Topology, type SubgraphName } from './topology';
export { filePublications, ownPublications, planPublications, type PlannedPublication } from './facts/publications';
export { publishMissing, type Progress } from './facts/publish';
export { fourProvincesTable } from './four-provinces';

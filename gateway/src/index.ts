export { readGatewayEnvironment, type GatewayEnvironment } from './environment';
export { gatewayOptions } from './options';
export { createGateway, type Gateway, type GatewayOptions } from './server';
export { listen, type ListenOptions } from './lifecycle';
export type { TokenVerifier } from './hooks/authentication';
export { composeSupergraph, CompositionFailure } from './compose/compose';
export { findSubgraphSchemas, type SubgraphSchema } from './compose/subgraph-schemas';

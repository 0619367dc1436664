import type { Logger } from '@lientinh/logger';
import type { GatewayEnvironment } from './environment';
import type { TokenVerifier } from './hooks/authentication';
import type { GatewayOptions } from './server';

/** The gateway's options from its environment. */
export function gatewayOptions(
  environment: GatewayEnvironment,
  verifier: TokenVerifier,
  logger: Logger,
): GatewayOptions {
  return {
    supergraphFile: environment.SUPERGRAPH_FILE,
    subgraphUrls: {
      agencies: environment.AGENCIES_URL,
      indicators: environment.INDICATORS_URL,
      plans: environment.PLANS_URL,
      procedures: environment.PROCEDURES_URL,
      publications: environment.PUBLICATIONS_URL,
    },
    verifier,
    logger,
    maxBodyBytes: environment.MAX_BODY_BYTES,
    limits: {
      maxDepth: environment.MAX_OPERATION_DEPTH,
      maxAliases: environment.MAX_OPERATION_ALIASES,
      maxRootFields: environment.MAX_OPERATION_ROOT_FIELDS,
      maxTokens: environment.MAX_OPERATION_TOKENS,
    },
    queryTimeoutMs: environment.SUBGRAPH_TIMEOUT_MS,
    mutationTimeoutMs: environment.MUTATION_TIMEOUT_MS,
    publishTimeoutMs: environment.PUBLISH_TIMEOUT_MS,
    maxChangeStreams: environment.MAX_CHANGE_STREAMS,
  };
}

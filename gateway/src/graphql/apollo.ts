import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@lientinh/logger';
import { keepVendorTelemetryOff } from '../vendor/environment';
import { presentError } from '../hooks/errors';
import { operationLimitsRule, type OperationLimits } from '../hooks/limits';
import { operationMetricsPlugin } from '../metrics/operation-plugin';
import type { GatewayMetrics } from '../metrics/metrics';
import type { SubgraphConnections } from '../subgraphs/connections';
import type { SupergraphFile } from '../supergraph/supergraph-file';
import { ensureGraphQLError } from './ensure-graphql-error';
import type { GatewayContext } from './context';
import { errorPlugin } from './error-plugin';
import { SubgraphDataSource } from './subgraph-data-source';

/** What the GraphQL door is made of. */
export interface ApolloOptions {
  readonly supergraph: SupergraphFile;
  readonly connections: SubgraphConnections;
  readonly limits: OperationLimits;
  readonly queryTimeoutMs: number;
  readonly mutationTimeoutMs: number;
  readonly metrics: GatewayMetrics;
  readonly logger: Logger;
  readonly plugins: readonly ApolloServerPlugin<GatewayContext>[];
}

/** The GraphQL server over the supergraph file; not started yet. It reports nothing to anybody outside. */
export function createApollo(options: ApolloOptions): ApolloServer<GatewayContext> {
  keepVendorTelemetryOff();
  return new ApolloServer<GatewayContext>({
    gateway: createApolloGateway(options),
    introspection: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: options.limits.maxTokens },
    validationRules: [operationLimitsRule(options.limits)],
    // For the few errors outside an operation; those of operations are put into the caller's language by the plugin.
    formatError: (_formatted, error) => presentError(ensureGraphQLError(error), { language: 'VI' }).error,
    logger: libraryLogger(options.logger),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      errorPlugin(options.logger, options.limits.maxTokens),
      operationMetricsPlugin(options.metrics),
      ...options.plugins,
    ],
  });
}

function createApolloGateway(options: ApolloOptions): ApolloGateway {
  const { supergraph, connections, queryTimeoutMs, mutationTimeoutMs, metrics, logger } = options;
  return new ApolloGateway({
    supergraphSdl: supergraph,
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    logger: libraryLogger(logger),
    buildService: ({ name, url }) =>
      new SubgraphDataSource({
        connection: connections.to(name, url),
        queryTimeoutMs,
        mutationTimeoutMs,
        metrics,
        logger,
      }),
  });
}

/** The libraries' own lines: what they call information is detail to an operator. */
function libraryLogger(logger: Logger) {
  return {
    debug: (message: unknown) => logger.trace(String(message)),
    info: (message: unknown) => logger.debug(String(message)),
    warn: (message: unknown) => logger.warn(String(message)),
    error: (message: unknown) => logger.error(String(message)),
  };
}

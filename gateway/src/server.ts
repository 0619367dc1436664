import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Logger } from '@lientinh/logger';
import { trackUnusedConnections } from '@lientinh/process';
import { addChangesRoute } from './changes/routes';
import { createApollo } from './graphql/apollo';
import type { GatewayContext } from './graphql/context';
import { addHealthRoutes } from './health/routes';
import { addAccessLog } from './hooks/access-log';
import { authenticate, type TokenVerifier } from './hooks/authentication';
import { checkGraphQLRequest } from './hooks/graphql-request';
import { forwardedHeaders } from './hooks/headers';
import type { OperationLimits } from './hooks/limits';
import { addRequestIdHeader, requestIdFrom } from './hooks/request-id';
import { addErrorResponses, sendError, toCodedError } from './http/error-responses';
import { addSecurityHeaders } from './http/security-headers';
import { preferredLanguage } from './language';
import { createGatewayMetrics, type GatewayMetrics } from './metrics/metrics';
import { addMetrics } from './metrics/request-metrics';
import { addPage } from './page/routes';
import { addReceiptKeysRoute } from './publish/receipt-keys.route';
import { addPublishRoutes } from './publish/routes';
import { createSubgraphConnections, type SubgraphConnections } from './subgraphs/connections';
import { DATASET_OWNERS, type SubgraphName } from './subgraphs/owners';
import { SupergraphFile } from './supergraph/supergraph-file';

/** Everything a gateway needs; `readGatewayEnvironment` and `gatewayOptions` make it from the environment. */
export interface GatewayOptions {
  readonly supergraphFile: string;
  /** Base addresses by subgraph; they win over the routing addresses in the supergraph. */
  readonly subgraphUrls: Readonly<Record<SubgraphName, string>>;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
  readonly maxBodyBytes: number;
  readonly limits: OperationLimits;
  readonly queryTimeoutMs: number;
  readonly mutationTimeoutMs: number;
  readonly publishTimeoutMs: number;
  readonly maxChangeStreams: number;
  /** Patience with a subgraph's answer to whether it is ready and which keys it signs with; 2,000 when absent. */
  readonly probeTimeoutMs?: number;
  /** How often the supergraph file is looked at when the system reports no change. */
  readonly supergraphPollIntervalMs?: number;
  /** Pause between looks at a change feed that answered at once with nothing. */
  readonly changesPollIntervalMs?: number;
}

/** A gateway that does not listen yet. */
export interface Gateway {
  readonly app: FastifyInstance;
  /** Says "not ready", lets go of followers, waits for open requests, closes all connections. Safe to call twice. */
  stop(): Promise<void>;
}

const PROBE_TIMEOUT_MS = 2_000;
const CHANGES = { waitSeconds: 25, aliveIntervalMs: 15_000 };

/** Builds the gateway and loads the supergraph; rejects with SUPERGRAPH_UNUSABLE when that file cannot be served. */
export async function createGateway(options: GatewayOptions): Promise<Gateway> {
  const { logger, subgraphUrls, publishTimeoutMs } = options;
  const metrics = createGatewayMetrics();
  const connections = createSubgraphConnections({ urls: subgraphUrls, streamTimeoutMs: publishTimeoutMs });
  const supergraph = new SupergraphFile({
    file: options.supergraphFile,
    logger,
    onReload: (outcome) => metrics.observeSupergraphLoad(outcome),
    ...(options.supergraphPollIntervalMs !== undefined && { pollIntervalMs: options.supergraphPollIntervalMs }),
  });
  const app = createApp(options);
  const closeUnusedConnections = trackUnusedConnections(app.server);
  const stopping = new AbortController();
  const parts: Parts = { app, options, metrics, connections, supergraph, stopping: stopping.signal };
  addCommon(parts);
  const apollo = await addGraphQL(parts);
  await addRoutes(parts);
  let stopped: Promise<void> | undefined;
  const close = async () => {
    stopping.abort();
    closeUnusedConnections();
    await apollo.stop();
    await connections.close();
    metrics.close();
  };
  return { app, stop: () => (stopped ??= close()) };
}

interface Parts {
  readonly app: FastifyInstance;
  readonly options: GatewayOptions;
  readonly metrics: GatewayMetrics;
  readonly connections: SubgraphConnections;
  readonly supergraph: SupergraphFile;
  readonly stopping: AbortSignal;
}

function createApp({ maxBodyBytes, logger }: GatewayOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    bodyLimit: maxBodyBytes,
    requestIdHeader: false,
    genReqId: (request) => requestIdFrom(request.headers['x-request-id']),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => {
      void sendError(request, reply, toCodedError(error, request.id, maxBodyBytes));
    },
  });
  app.removeContentTypeParser('text/plain');
  addErrorResponses(app, logger, maxBodyBytes);
  return app;
}

function addCommon({ app, options, metrics, stopping }: Parts): void {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    // A kept-alive connection would hold the stop up until it times out.
    if (stopping.aborted) void reply.header('connection', 'close');
    done();
  });
  addRequestIdHeader(app);
  addSecurityHeaders(app);
  addAccessLog(app, options.logger);
  addMetrics(app, metrics);
}

async function addGraphQL({ app, options, metrics, connections, supergraph }: Parts) {
  const apollo = createApollo({
    ...options,
    supergraph,
    connections,
    metrics,
    plugins: [fastifyApolloDrainPlugin(app)],
  });
  await apollo.start();
  await app.register(async (scope) => {
    scope.addHook('onRequest', authenticate(options.verifier));
    scope.addHook('preHandler', checkGraphQLRequest);
    await scope.register(fastifyApollo(apollo), { path: '/graphql', method: ['GET', 'POST'], context: toContext });
  });
  return apollo;
}

async function addRoutes({ app, options, metrics, connections, supergraph, stopping }: Parts): Promise<void> {
  const served = () => supergraph.subgraphs.map(({ name, url }) => connections.to(name, url));
  const timeoutMs = Math.min(options.probeTimeoutMs ?? PROBE_TIMEOUT_MS, options.queryTimeoutMs);
  addHealthRoutes(app, { subgraphs: served, isStopping: () => stopping.aborted, timeoutMs });
  addReceiptKeysRoute(app, { subgraphs: served, timeoutMs, logger: options.logger });
  await app.register(addPage);
  await app.register(async (scope) => {
    scope.addHook('onRequest', authenticate(options.verifier));
    await scope.register((inner, _options, done) => {
      addPublishRoutes(inner, { connections, logger: options.logger });
      done();
    });
    addChangesRoute(scope, {
      ...CHANGES,
      stopping,
      streams: metrics.changeStreams,
      maxStreams: options.maxChangeStreams,
      pollIntervalMs: options.changesPollIntervalMs ?? 1_000,
      sourceOf: (dataset) => {
        const connection = served().find(({ service }) => service === DATASET_OWNERS[dataset]);
        return connection === undefined ? undefined : { dataset, connection };
      },
    });
  });
}

function toContext(request: FastifyRequest, reply: FastifyReply): Promise<GatewayContext> {
  const hangUp = new AbortController();
  reply.raw.on('close', () => {
    if (!reply.raw.writableFinished) hangUp.abort();
  });
  return Promise.resolve({
    requestId: request.id,
    language: preferredLanguage(request.headers['accept-language']),
    headers: forwardedHeaders(request.headers, request.id),
    signal: hangUp.signal,
    fetches: 0,
  });
}

import { ApolloServer } from '@apollo/server';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance } from 'fastify';
import type { TokenVerifier } from '@lientinh/identity';
import type { Logger } from '@lientinh/logger';
import type { Database } from '@lientinh/postgres';
import { errorMasking } from './error-masking';
import { buildFederatedSchema, type SchemaDefinition } from './federated-schema';
import { createHttpServer } from './http';
import { requestLanguage } from './language';
import { addOperations, type ReadinessDetails } from './operations';
import type { RequestContext } from './request-context';

/** What makes one subgraph different from another. */
export interface SubgraphDefinition<Services> {
  readonly name: string;
  readonly schema: SchemaDefinition<Services>;
  readonly services: Services;
  readonly database: Database;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
  /** Doors beside /graphql: the bulk door, the change feed. */
  readonly routes?: (app: FastifyInstance) => void;
  readonly readinessDetails?: ReadinessDetails;
}

/** A subgraph that can be started and stopped; both are safe to repeat. */
export interface Subgraph {
  /** Starts listening; the address it listens on. */
  listen(host: string, port: number): Promise<string>;
  /** Answers not ready, finishes the requests it has, closes its database connections. */
  stop(): Promise<void>;
}

/** Puts a subgraph together: GraphQL over HTTP, health, metrics, verified tokens, masked errors, graceful drain. */
export async function createSubgraph<Services>(definition: SubgraphDefinition<Services>): Promise<Subgraph> {
  const { name, database, logger, services } = definition;
  let draining = false;
  const app = createHttpServer(logger, definition.verifier);
  addOperations(app, name, database, () => draining, definition.readinessDetails);
  definition.routes?.(app);
  const apollo = new ApolloServer<RequestContext<Services>>({
    schema: buildFederatedSchema(definition.schema),
    plugins: [fastifyApolloDrainPlugin(app), errorMasking],
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    logger,
  });
  await apollo.start();
  await app.register(fastifyApollo(apollo), {
    path: '/graphql',
    // eslint-disable-next-line @typescript-eslint/require-await -- Apollo Server wants a promise
    context: async (request) => ({
      principal: request.principal,
      language: requestLanguage(request.headers['accept-language']),
      requestId: request.id,
      logger: logger.child({ requestId: request.id }),
      database,
      now: new Date(),
      services,
    }),
  });
  let stopped: Promise<void> | undefined;
  return {
    listen: (host, port) => app.listen({ host, port }),
    stop: () => {
      draining = true;
      stopped ??= apollo
        .stop()
        .then(() => app.close())
        .then(() => database.close());
      return stopped;
    },
  };
}

import type { FastifyInstance } from 'fastify';
import { httpSection, logSection, parseEnvironment, postgresSection } from '@lientinh/environment';
import { createTokenVerifier, identitySection, verifierOptions } from '@lientinh/identity';
import { createLogger, type Logger } from '@lientinh/logger';
import { Database, migrate, type Migration } from '@lientinh/postgres';
import { runProcess } from '@lientinh/process';
import { createSubgraph } from './create-subgraph';
import type { SchemaDefinition } from './federated-schema';

/** The variables every subgraph reads. */
export const subgraphSections = (port: number) => ({
  ...httpSection(port),
  ...postgresSection,
  ...identitySection,
  ...logSection,
});

/** What a service's `main.ts` says. */
export interface SubgraphProcess<Services> {
  readonly name: string;
  readonly port: number;
  readonly migrations: readonly Migration[];
  readonly schema: SchemaDefinition<Services>;
  /** Runs after the migrations and before the door opens: reference data, background work. */
  readonly prepare: (parts: {
    readonly database: Database;
    readonly logger: Logger;
    readonly databaseUrl: string;
    /** The variables of the process as they came, for the sections that only this service reads. */
    readonly environment: Readonly<Record<string, string | undefined>>;
  }) => Promise<Services>;
  readonly routes?: (
    app: FastifyInstance,
    parts: { readonly database: Database; readonly services: Services; readonly logger: Logger },
  ) => void;
  /** More that the operator should see with the readiness; does not decide it. */
  readonly readinessDetails?: (services: Services) => Readonly<Record<string, unknown>>;
  /** Ends what `prepare` began. */
  readonly release?: (services: Services) => Promise<void>;
}

/** environment → dependencies → listen, for every subgraph alike. */
export function runSubgraph<Services>(
  definition: SubgraphProcess<Services>,
  env: Readonly<Record<string, string | undefined>>,
): void {
  const { name } = definition;
  const logger = createLogger({ service: name, level: env['LOG_LEVEL'] ?? 'info' });
  runProcess(logger, async () => {
    const environment = parseEnvironment(env, subgraphSections(definition.port));
    const applied = await migrate(environment.DATABASE_URL, definition.migrations);
    if (applied.length > 0) logger.info({ applied }, 'migrated');
    const database = new Database({
      url: environment.DATABASE_URL,
      readUrl: environment.DATABASE_READ_URL,
      poolSize: environment.DATABASE_POOL_SIZE,
      applicationName: name,
      logger,
    });
    const services = await definition.prepare({
      database,
      logger,
      databaseUrl: environment.DATABASE_URL,
      environment: env,
    });
    const { routes, readinessDetails } = definition;
    const subgraph = await createSubgraph({
      name,
      schema: definition.schema,
      services,
      database,
      verifier: createTokenVerifier(verifierOptions(environment)),
      logger,
      ...(readinessDetails === undefined ? {} : { readinessDetails: () => readinessDetails(services) }),
      ...(routes === undefined
        ? {}
        : { routes: (app: FastifyInstance) => routes(app, { database, services, logger }) }),
    });
    logger.info({ address: await subgraph.listen(environment.HOST, environment.PORT) }, 'listening');
    return {
      async stop() {
        await definition.release?.(services);
        await subgraph.stop();
      },
    };
  });
}

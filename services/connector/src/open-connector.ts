import { createTokenVerifier, verifierOptions } from '@lientinh/identity';
import type { Logger } from '@lientinh/logger';
import { Database, migrate } from '@lientinh/postgres';
import { createAccess, keyRoutes } from './access';
import { type Connector, createConnector } from './connector';
import type { ConnectorEnvironment } from './environment';
import { migrations } from './migrations';
import { PostgresBiSource } from './source';

/** Longest wait for a connection to a database of views, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000;
/** How much longer than its statement a connection to a caller may stand still, in milliseconds. */
const GRACE_MS = 60_000;

/** The connector over its databases, as the environment says; its own database is migrated. */
export async function openConnector(environment: ConnectorEnvironment, logger: Logger): Promise<Connector> {
  const applied = await migrate(environment.DATABASE_URL, migrations);
  if (applied.length > 0) logger.info({ applied }, 'migrated');
  const database = new Database({
    url: environment.DATABASE_URL,
    readUrl: environment.DATABASE_READ_URL,
    poolSize: environment.DATABASE_POOL_SIZE,
    applicationName: 'connector',
    logger,
  });
  const identity = verifierOptions(environment);
  const { issuer, audience } = identity;
  const access = createAccess({
    database,
    verifier: createTokenVerifier({ ...identity, logger }),
    issuer,
    audience,
    logger,
  });
  const statementTimeoutMs = environment.STATEMENT_TIMEOUT_SECONDS * 1000;
  const connector = createConnector({
    source: openSource(environment, statementTimeoutMs, logger),
    access,
    logger,
    maximumPageSize: environment.MAXIMUM_PAGE_SIZE,
    publicAddress: environment.PUBLIC_ADDRESS ?? null,
    trustProxy: environment.TRUST_PROXY,
    corsOrigins: environment.CORS_ORIGINS,
    checks: { connector: () => database.ping() },
    routes: (app) => keyRoutes(app, { access, database }),
    idleConnectionMs: statementTimeoutMs + GRACE_MS,
    // Half of the connections to a database stay for others, whatever one caller asks.
    requestsOfCaller: Math.ceil(environment.BI_POOL_SIZE / 2),
  });
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= connector.stop().then(() => database.close()));
  return { ...connector, stop };
}

function openSource(environment: ConnectorEnvironment, statementTimeoutMs: number, logger: Logger): PostgresBiSource {
  return new PostgresBiSource({
    urls: {
      agencies: environment.BI_AGENCIES_URL,
      indicators: environment.BI_INDICATORS_URL,
      plans: environment.BI_PLANS_URL,
      procedures: environment.BI_PROCEDURES_URL,
      publications: environment.BI_PUBLICATIONS_URL,
    },
    poolSize: environment.BI_POOL_SIZE,
    statementTimeoutMs,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    logger,
  });
}

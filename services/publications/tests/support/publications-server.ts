import { DATASETS } from '@lientinh/contracts';
import type { TestIssuer } from '@lientinh/identity/testing';
import type { LocalClientId } from '@lientinh/identity';
import { Database } from '@lientinh/postgres';
import { registryRoute } from '@lientinh/publishing';
import { createSubgraph } from '@lientinh/subgraph';
import { createTestDatabase, silentLogger } from '@lientinh/testkit';
import { LedgerFeeds } from '../../src/modules/feeds';
import { readRegistry, seedRegistry } from '../../src/modules/publishers';
import { seedCalendars } from '../../src/modules/report-calendar';
import { migrations } from '../../src/migrations';
import { schema } from '../../src/schema';

/** What came back. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A publications subgraph behind real HTTP. */
export interface PublicationsServer {
  readonly url: string;
  readonly feeds: LedgerFeeds;
  /** Address of the database, for tests that read it as others do. */
  readonly databaseUrl: string;
  /** The database as the subgraph uses it. */
  readonly database: Database;
  /** Asks; `Data` is what the caller knows of the answer's shape. */
  ask<Data = Readonly<Record<string, unknown>>>(
    query: string,
    variables?: object,
    client?: LocalClientId,
  ): Promise<Answer<Data>>;
  stop(): Promise<void>;
}

/** Starts one over a database, following all data sets at `feedUrl`. Without `background` the ledgers are read for answers only. */
export async function startPublications(
  issuer: TestIssuer,
  feedUrl: string,
  { background = false, catchUpTimeoutMs = 120_000 } = {},
): Promise<PublicationsServer> {
  const test = await createTestDatabase(migrations);
  const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'publications' });
  await seedRegistry(database);
  await seedCalendars(database);
  const feeds = new LedgerFeeds({
    addresses: DATASETS.map((dataset) => ({ dataset, url: feedUrl })),
    database,
    logger: silentLogger,
    catchUpTimeoutMs,
  });
  if (background) feeds.start();
  const subgraph = await createSubgraph({
    name: 'publications',
    schema,
    services: { feeds },
    database,
    verifier: issuer.verifier(),
    logger: silentLogger,
    routes: (app) => registryRoute(app, () => readRegistry(database)),
    readinessDetails: () => ({ ledgers: feeds.report() }),
  });
  const url = await subgraph.listen('127.0.0.1', 0);
  return {
    url,
    feeds,
    databaseUrl: test.url,
    database,
    async ask<Data>(query: string, variables: object = {}, client?: LocalClientId) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': 'en',
          ...(client === undefined ? {} : { authorization: await issuer.bearer(client) }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer<Data>;
    },
    async stop() {
      await feeds.stop();
      await subgraph.stop();
      await test.destroy();
    },
  };
}

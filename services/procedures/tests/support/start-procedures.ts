import { installBi } from '@lientinh/bi';
import { Database } from '@lientinh/postgres';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { NO_OFFICE } from '@lientinh/publishing';
import { createSubgraph, type Subgraph } from '@lientinh/subgraph';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { biInstallation } from '../../src/bi';
import { migrations } from '../../src/migrations';
import { writeReference } from '../../src/modules/reference/reference.store';
import { procedureRoutes } from '../../src/routes';
import { schema } from '../../src/schema';

/** What a GraphQL request answered. */
export interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** The subgraph over HTTP on a database of its own. */
export interface RunningProcedures {
  readonly address: string;
  /** Of the database. */
  readonly url: string;
  readonly database: Database;
  readonly issuer: TestIssuer;
  /** Sends a request as a client of the test issuer, or as nobody. */
  ask<Data>(query: string, variables?: object, client?: Parameters<TestIssuer['bearer']>[0]): Promise<Answer<Data>>;
  stop(): Promise<void>;
}

const reference = {
  name: 'procedures-reference-2',
  run: async (url: string): Promise<void> => {
    const database = new Database({ url, logger: silentLogger, applicationName: 'reference' });
    await writeReference(database);
    await installBi(database, biInstallation);
    await database.close();
  },
};

export async function startProcedures(): Promise<RunningProcedures> {
  const test: TestDatabase = await createTestDatabase(migrations, reference);
  const issuer = await createTestIssuer();
  const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'procedures' });
  const services = { office: NO_OFFICE };
  const subgraph: Subgraph = await createSubgraph({
    name: 'procedures',
    schema,
    services,
    database,
    verifier: issuer.verifier(),
    logger: silentLogger,
    routes: (app) => procedureRoutes(app, { database, services }),
  });
  const address = await subgraph.listen('127.0.0.1', 0);
  return {
    address,
    url: test.url,
    database,
    issuer,
    async ask(query, variables = {}, client) {
      const headers = new Headers({ 'content-type': 'application/json', 'accept-language': 'en' });
      if (client !== undefined) headers.set('authorization', await issuer.bearer(client));
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as never;
    },
    async stop() {
      await subgraph.stop();
      await issuer.close();
      await test.destroy();
    },
  };
}

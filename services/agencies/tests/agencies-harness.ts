import { agencyPublications } from '@lientinh/datasets';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import type { LocalClientId } from '@lientinh/identity';
import { Database } from '@lientinh/postgres';
import { bulkRoute, changesRoute, NO_OFFICE } from '@lientinh/publishing';
import { createSubgraph, type Subgraph } from '@lientinh/subgraph';
import { countStatements, createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { migrations } from '../src/migrations';
import { agenciesBulk } from '../src/modules/agency';
import { prepare } from '../src/prepare';
import { schema } from '../src/schema';

/** An answer as a client reads it. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly details?: Readonly<Record<string, unknown>> };
  }[];
}

/** What a publish mutation answers. */
export interface Receipt {
  readonly status: string;
  readonly acceptedRows: number;
  readonly replayed: boolean;
  readonly problems: readonly {
    readonly row: number | null;
    readonly path: string;
    readonly code: string;
    readonly value: string | null;
    readonly message: string;
  }[];
  readonly publication: {
    readonly id: string;
    readonly status: string;
    readonly province: { readonly id: string } | null;
  } | null;
}

/** The data of an answer, and the names of the statements that it took. */
export interface Counted<Data> {
  readonly data: Data;
  readonly statements: readonly string[];
}

interface Options {
  readonly as?: LocalClientId;
  readonly language?: string;
}

/** The agencies subgraph over HTTP on a database of its own. */
export class AgenciesHarness {
  private constructor(
    private readonly test: TestDatabase,
    /** Address of the database, for tests that read it as others do. */
    readonly databaseUrl: string,
    /** The database as the subgraph uses it. */
    readonly database: Database,
    private readonly issuer: TestIssuer,
    private readonly subgraph: Subgraph,
    private readonly address: string,
  ) {}

  static async start(): Promise<AgenciesHarness> {
    const test = await createTestDatabase(migrations, {
      name: 'provinces',
      run: async (url) => {
        const database = new Database({ url, logger: silentLogger, applicationName: 'prepare' });
        await prepare({ database }, NO_OFFICE);
        await database.close();
      },
    });
    const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'agencies' });
    const issuer = await createTestIssuer();
    const subgraph = await createSubgraph({
      name: 'agencies',
      schema,
      services: await prepare({ database }, NO_OFFICE),
      database,
      verifier: issuer.verifier(),
      logger: silentLogger,
      routes: (app) => {
        changesRoute(app, database, ['AGENCIES']);
        bulkRoute(app, { ...NO_OFFICE, database, datasets: [agenciesBulk] });
      },
    });
    return new AgenciesHarness(test, test.url, database, issuer, subgraph, await subgraph.listen('127.0.0.1', 0));
  }

  async stop(): Promise<void> {
    await this.subgraph.stop();
    await this.test.destroy();
    await this.issuer.close();
  }

  async ask<Data>(query: string, variables: object = {}, options: Options = {}): Promise<Answer<Data>> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': options.language ?? 'en',
        ...(options.as === undefined ? {} : { authorization: await this.issuer.bearer(options.as) }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Data>;
  }

  /** The data of an answer that must be without errors. */
  async data<Data>(query: string, variables: object = {}, options: Options = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables, options);
    if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The data, and what it took. */
  async counted<Data>(query: string, variables: object = {}): Promise<Counted<Data>> {
    const { result, statements } = await countStatements(this.database, () => this.data<Data>(query, variables));
    return { data: result, statements };
  }

  publish(as: LocalClientId | undefined, input: object): Promise<Answer<{ publishAgencies: Receipt }>> {
    const mutation = `mutation ($input: PublishAgenciesInput!) { publishAgencies(input: $input) { ${RECEIPT} } }`;
    return this.ask(mutation, { input }, as === undefined ? {} : { as });
  }

  /** Sends a CSV file through the bulk door. */
  async sendFile(
    as: LocalClientId,
    province: string,
    key: string,
    csv: string,
  ): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.address}/publish/agencies?province=${province}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', 'idempotency-key': key, authorization: await this.issuer.bearer(as) },
      body: csv,
    });
    return { status: response.status, body: await response.json() };
  }

  retract(as: LocalClientId, publication: string): Promise<Answer<{ retractAgencies: Receipt }>> {
    const mutation = `mutation ($id: ID!) { retractAgencies(publication: $id, reason: "sai tên") { ${RECEIPT} } }`;
    return this.ask(mutation, { id: publication }, { as });
  }

  /** Publishes the reference directory through the same door as everybody; the ids of the publications. */
  async publishDirectory(): Promise<string[]> {
    const ids: string[] = [];
    for (const { publisher, province, agencies } of agencyPublications()) {
      const input = { idempotencyKey: 'directory', province, agencies };
      const { data, errors } = await this.publish(publisher as LocalClientId, input);
      const receipt = data?.publishAgencies;
      if (receipt?.status !== 'ACCEPTED') throw new Error(JSON.stringify(errors ?? receipt?.problems));
      ids.push(receipt.publication?.id ?? '');
    }
    return ids;
  }
}

const RECEIPT = `status acceptedRows replayed problems { row path code value message } publication { id status province { id } }`;

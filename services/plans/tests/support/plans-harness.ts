import type { LocalClientId } from '@lientinh/identity';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { Database } from '@lientinh/postgres';
import { NO_OFFICE } from '@lientinh/publishing';
import { createSubgraph, type Subgraph } from '@lientinh/subgraph';
import { countStatements, createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { migrations, planRoutes, preparePlans, schema } from '../../src';

/** An answer as a client reads it. */
export interface Answer<Data> {
  readonly data: Data | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly details?: Readonly<Record<string, unknown>> };
  }[];
}

/** An answer, and the names of the statements that it took. */
export interface Counted<Data> {
  readonly data: Data;
  readonly statements: string[];
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
    readonly receivedAt: string;
    readonly rowCount: number;
    readonly supersedes: { readonly id: string } | null;
    readonly province: { readonly id: string } | null;
  } | null;
}

const RECEIPT = `status acceptedRows replayed problems { row path code value message }
  publication { id status receivedAt rowCount supersedes { id } province { id } }`;

let keys = 0;

/** A fresh idempotency key. */
export function freshKey(): string {
  keys += 1;
  return `test-${keys}`;
}

/** The plans subgraph over HTTP on a database of its own. */
export class PlansHarness {
  private constructor(
    private readonly test: TestDatabase,
    /** Address of the database, for tests that read it as others do. */
    readonly databaseUrl: string,
    /** The database as the subgraph uses it. */
    readonly database: Database,
    private readonly issuer: TestIssuer,
    private readonly subgraph: Subgraph,
    /** Where it listens. */
    readonly address: string,
  ) {}

  static async start(): Promise<PlansHarness> {
    const test = await createTestDatabase(migrations);
    const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'plans' });
    const services = await preparePlans({ database }, NO_OFFICE);
    const issuer = await createTestIssuer();
    const subgraph = await createSubgraph({
      name: 'plans',
      schema,
      services,
      database,
      verifier: issuer.verifier(),
      logger: silentLogger,
      routes: (app) => planRoutes(app, { database, services }),
    });
    return new PlansHarness(test, test.url, database, issuer, subgraph, await subgraph.listen('127.0.0.1', 0));
  }

  async stop(): Promise<void> {
    await this.subgraph.stop();
    await this.test.destroy();
    await this.issuer.close();
  }

  /** The Authorization header of a client; none for nobody. */
  async authorization(as: LocalClientId | null): Promise<Record<string, string>> {
    return as === null ? {} : { authorization: await this.issuer.bearer(as) };
  }

  async ask<Data>(
    query: string,
    variables: object = {},
    as: LocalClientId | null = null,
    language = 'en',
  ): Promise<Answer<Data>> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': language, ...(await this.authorization(as)) },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as Answer<Data>;
  }

  /** The data of an answer that must be without errors. */
  async data<Data>(query: string, variables: object = {}, as: LocalClientId | null = null): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables, as);
    if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The data, and the names of the statements that it took. */
  async counted<Data>(query: string, variables: object = {}): Promise<Counted<Data>> {
    const { result, statements } = await countStatements(this.database, () => this.data<Data>(query, variables));
    return { data: result, statements };
  }

  publish(input: object, as: LocalClientId | null = 'kon-tum'): Promise<Answer<{ receipt: Receipt }>> {
    const mutation = `mutation ($input: PublishPlanInput!) { receipt: publishPlan(input: $input) { ${RECEIPT} } }`;
    return this.ask(mutation, { input: { idempotencyKey: freshKey(), province: '62', ...input } }, as);
  }

  /** Publishes what must be accepted; the receipt. */
  async accepted(input: object, as: LocalClientId = 'kon-tum'): Promise<Receipt & { publication: object }> {
    return accepted(await this.publish(input, as));
  }

  retract(publication: string, as: LocalClientId = 'kon-tum'): Promise<Answer<{ receipt: Receipt }>> {
    const mutation = `mutation ($id: ID!) { receipt: retractPlan(publication: $id, reason: "sai") { ${RECEIPT} } }`;
    return this.ask(mutation, { id: publication }, as);
  }

  report(input: object, as: LocalClientId | null = 'kon-tum'): Promise<Answer<{ receipt: Receipt }>> {
    const mutation = `mutation ($input: ReportTaskProgressInput!) { receipt: reportTaskProgress(input: $input) { ${RECEIPT} } }`;
    return this.ask(mutation, { input: { idempotencyKey: freshKey(), ...input } }, as);
  }

  retractReport(publication: string, as: LocalClientId = 'kon-tum'): Promise<Answer<{ receipt: Receipt }>> {
    const mutation = `mutation ($id: ID!) { receipt: retractTaskProgress(publication: $id, reason: "sai") { ${RECEIPT} } }`;
    return this.ask(mutation, { id: publication }, as);
  }
}

/** The receipt of an answer that must say ACCEPTED. */
export function accepted({ data, errors }: Answer<{ receipt: Receipt }>): Receipt & { publication: object } {
  const receipt = data?.receipt;
  if (receipt?.status !== 'ACCEPTED' || receipt.publication === null)
    throw new Error(JSON.stringify(errors ?? receipt?.problems));
  return receipt as Receipt & { publication: object };
}

import type { LocalClientId } from '@lientinh/identity';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { Database } from '@lientinh/postgres';
import { NO_OFFICE } from '@lientinh/publishing';
import { createSubgraph, type Subgraph } from '@lientinh/subgraph';
import { countStatements, createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { indicators, migrations, schema, SheetCache, writeReference } from '../src';

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
  readonly contentSalt: string | null;
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

/** Data of an answer, and the names of the statements it took. */
export interface Counted<Data> {
  readonly data: Data;
  readonly statements: readonly string[];
}

interface Options {
  readonly as?: LocalClientId;
  readonly language?: string;
}

const RECEIPT = `status acceptedRows replayed contentSalt problems { row path code value message }
  publication { id status receivedAt rowCount supersedes { id } province { id } }`;

/** The indicators subgraph over HTTP on a database of its own. */
export class IndicatorsHarness {
  private constructor(
    private readonly test: TestDatabase,
    /** The database as the subgraph uses it. */
    readonly database: Database,
    private readonly issuer: TestIssuer,
    private readonly subgraph: Subgraph,
    private readonly address: string,
  ) {}

  static async start(): Promise<IndicatorsHarness> {
    const test = await createTestDatabase(migrations);
    const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'indicators' });
    await writeReference(database);
    const issuer = await createTestIssuer();
    const services = { sheets: new SheetCache(), office: NO_OFFICE };
    const subgraph = await createSubgraph({
      name: 'indicators',
      schema,
      services,
      database,
      verifier: issuer.verifier(),
      logger: silentLogger,
      routes: (app) => indicators.routes?.(app, { database, services, logger: silentLogger }),
    });
    return new IndicatorsHarness(test, database, issuer, subgraph, await subgraph.listen('127.0.0.1', 0));
  }

  /** Address of the database. */
  get url(): string {
    return this.test.url;
  }

  async stop(): Promise<void> {
    await this.subgraph.stop();
    await this.test.destroy();
    await this.issuer.close();
  }

  /** Sends a query; the body may be given as text, for input that JSON.stringify would not write. */
  async ask<Data>(query: string, variables: object | string = {}, options: Options = {}): Promise<Answer<Data>> {
    const text = typeof variables === 'string' ? variables : JSON.stringify(variables);
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': options.language ?? 'en',
        ...(options.as === undefined ? {} : { authorization: await this.issuer.bearer(options.as) }),
      },
      body: `{"query":${JSON.stringify(query)},"variables":${text}}`,
    });
    return (await response.json()) as Answer<Data>;
  }

  /** The data of an answer that must be without errors. */
  async data<Data>(query: string, variables: object = {}, options: Options = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables, options);
    if (data === null || errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** The data, and the names of the statements it took. */
  async counted<Data>(query: string, variables: object = {}): Promise<Counted<Data>> {
    const { result, statements } = await countStatements(this.database, () => this.data<Data>(query, variables));
    return { data: result, statements };
  }

  /** Sends a publication, whatever comes of it. */
  publish(as: LocalClientId | undefined, input: object): Promise<Answer<{ publishScores: Receipt }>> {
    const mutation = `mutation ($input: PublishScoresInput!) { publishScores(input: $input) { ${RECEIPT} } }`;
    return this.ask(mutation, { input }, as === undefined ? {} : { as });
  }

  /** Publishes what must be accepted; the receipt. */
  async accepted(as: LocalClientId, input: object): Promise<Receipt> {
    const { data, errors } = await this.publish(as, input);
    const receipt = data?.publishScores;
    if (receipt?.status !== 'ACCEPTED') throw new Error(JSON.stringify(errors ?? receipt?.problems.slice(0, 3)));
    return receipt;
  }

  /** Sends a file through the bulk door; status and body of the answer. */
  async send(
    as: LocalClientId,
    parameters: string,
    key: string,
    csv: string,
  ): Promise<{ status: number; body: Receipt }> {
    const response = await fetch(`${this.address}/publish/scores?${parameters}`, {
      method: 'POST',
      headers: {
        'content-type': 'text/csv',
        'idempotency-key': key,
        'accept-language': 'en',
        authorization: await this.issuer.bearer(as),
      },
      body: csv,
    });
    return { status: response.status, body: (await response.json()) as Receipt };
  }

  /** The whole ledger as everybody reads it: JSON lines. */
  async changes(): Promise<string> {
    return (await fetch(`${this.address}/changes?dataset=SCORES`)).text();
  }

  /** Takes a publication back, whatever comes of it. */
  retract(as: LocalClientId, publication: string, reason = 'sai số liệu'): Promise<Answer<{ retractScores: Receipt }>> {
    const mutation = `mutation ($id: ID!, $reason: String!) { retractScores(publication: $id, reason: $reason) { ${RECEIPT} } }`;
    return this.ask(mutation, { id: publication, reason }, { as });
  }
}

let keys = 0;

/** Input of a publication of PAPI 2018 (unless said otherwise); scores are [province, criterion, value, printed rank]. */
export function scoresInput(
  scores: readonly (readonly [string, string, number, number?])[],
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  keys += 1;
  return {
    idempotencyKey: `test-${keys}`,
    index: 'PAPI',
    year: 2018,
    status: 'PUBLISHED',
    scores: scores.map(([province, criterion, value, publishedRank]) => ({
      province,
      criterion,
      value,
      ...(publishedRank === undefined ? {} : { publishedRank }),
    })),
    ...more,
  };
}

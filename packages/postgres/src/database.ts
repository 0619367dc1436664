import { Pool, type PoolClient, type PoolConfig } from 'pg';
import type { Logger } from '@lientinh/logger';
import { listenForChanges, type ChangeListener } from './listen';
import { databaseUnavailable } from './postgres.errors';
import { ReadSession, WriteSession, type Queryable, type Reader, type Writer } from './session';

/** Hears the name of every statement that is sent. Tests count with it, metrics time with it. */
export type StatementListener = (name: string) => void;

export interface DatabaseOptions {
  /** postgres:// address for writes. */
  readonly url: string;
  /** postgres:// address for reads: a replica, or the same database. */
  readonly readUrl?: string | undefined;
  /** Connections of each kind. */
  readonly poolSize?: number;
  readonly logger: Logger;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName: string;
}

const CONNECTION_FAILURES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '53300',
]);

/** One subgraph's database: a reading and a writing pool, and transactions by name. */
export class Database {
  readonly #reading: Pool;
  readonly #writing: Pool;
  readonly #listeners = new Set<StatementListener>();
  readonly #logger: Logger;
  readonly #url: string;
  /** Reads outside a transaction, each statement on its own. The connections refuse to write. */
  readonly reader: Reader;

  constructor(options: DatabaseOptions) {
    this.#logger = options.logger;
    this.#url = options.url;
    const common: PoolConfig = {
      max: options.poolSize ?? 10,
      application_name: options.applicationName,
      connectionTimeoutMillis: 10_000,
      idleTimeoutMillis: 30_000,
    };
    this.#writing = new Pool({ ...common, connectionString: options.url });
    this.#reading = new Pool({
      ...common,
      connectionString: options.readUrl ?? options.url,
      options: '-c default_transaction_read_only=on -c statement_timeout=30000',
    });
    for (const pool of [this.#reading, this.#writing])
      pool.on('error', (error) => this.#logger.warn({ error }, 'idle database connection lost'));
    const reading: Queryable = { query: (config) => reachable(this.#reading.query(config)) };
    this.reader = new ReadSession(reading, this.#announce);
  }

  readonly #announce = (name: string): void => {
    for (const listener of this.#listeners) listener(name);
  };

  /** Calls `listener` with every statement's name until the returned function is called. */
  onStatement(listener: StatementListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `onNotify` for every NOTIFY on `channel`, over a connection of its own; see `listenForChanges`. Stop it before `close`. */
  listen(channel: string, onNotify: (payload: string | undefined) => void): ChangeListener {
    return listenForChanges(this.#url, channel, this.#logger, onNotify);
  }

  /** Several statements on one snapshot of the data. */
  async read<T>(name: string, work: (reader: Reader) => Promise<T>): Promise<T> {
    return this.#inTransaction(this.#reading, 'begin isolation level repeatable read read only', name, (client) =>
      work(new ReadSession(client, this.#announce)),
    );
  }

  /** One transaction: everything `work` writes is kept when it returns, nothing when it throws. */
  async write<T>(name: string, work: (writer: Writer) => Promise<T>): Promise<T> {
    return this.#inTransaction(this.#writing, 'begin', name, (client) =>
      work(new WriteSession(client, this.#announce)),
    );
  }

  /** Resolves when the database answers; throws DATABASE_UNAVAILABLE otherwise. */
  async ping(): Promise<void> {
    await reachable(this.#reading.query('select 1'));
  }

  async close(): Promise<void> {
    await Promise.all([this.#reading.end(), this.#writing.end()]);
  }

  async #inTransaction<T>(
    pool: Pool,
    begin: string,
    name: string,
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await reachable(pool.connect());
    let broken: Error | undefined;
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      await client.query(begin);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      this.#logger.debug({ error, transaction: name }, 'transaction rolled back');
      await client.query('rollback').catch((failure: unknown) => (broken = failure as Error));
      throw unreachable(error) ? databaseUnavailable({}, { cause: error }) : error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

function unreachable(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  return (
    (code !== undefined && CONNECTION_FAILURES.has(code)) ||
    /Connection terminated|timeout exceeded when trying to connect/.test(message)
  );
}

async function reachable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw unreachable(error) ? databaseUnavailable({}, { cause: error }) : error;
  }
}

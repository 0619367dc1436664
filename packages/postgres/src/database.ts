import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { invalidRequest } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';
import { listenForChanges, type ChangeListener } from './listen';
import { databaseUnavailable, writeOutcomeUnknown } from './postgres.errors';
import { ReadSession, WriteSession, type Queryable, type Reader, type Writer } from './session';

/** Hears the name of every statement that is sent. Tests count with it, metrics time with it. */
export type StatementListener = (name: string) => void;

/** Where a database is and how it is used. */
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

/** Of the network; and of PostgreSQL: shut down, crashed, starting up. */
/** Readers cannot write; compiling plans of short statements (JIT) costs more than it saves. */
const READER_SETTINGS = '-c default_transaction_read_only=on -c statement_timeout=30s -c jit=off';

/** One stuck writer must not hold a ledger, and with it everybody who publishes to it, for ever. */
const WRITER_SETTINGS = '-c lock_timeout=120s -c idle_in_transaction_session_timeout=120s';

const CONNECTION_FAILURES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '55P03', // a lock was not free in time
  '57P01',
  '57P02',
  '57P03',
]);
/** Classes of PostgreSQL's codes: the connection failed (08); no room on disk, in memory or for connections (53). */
const UNAVAILABLE_CLASSES = /^(08|53)[0-9A-Z]{3}$/;
/** A character that the database cannot keep (NUL, half of a surrogate pair). */
const TEXT_FAILURES = new Set(['22021', '22P05']);

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
    this.#writing = new Pool({ ...common, connectionString: options.url, options: WRITER_SETTINGS });
    this.#reading = new Pool({
      ...common,
      connectionString: options.readUrl ?? options.url,
      options: READER_SETTINGS,
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

  /**
   * One transaction: everything `work` writes is kept when it returns, nothing when it throws. Only when the database is lost during
   * the commit itself is the outcome unknown (WRITE_OUTCOME_UNKNOWN). DATABASE_UNAVAILABLE: nothing was written.
   */
  async write<T>(name: string, work: (writer: Writer) => Promise<T>): Promise<T> {
    // Said here, whatever the server's default is: what is read after waiting for a lock must be what its holder wrote.
    return this.#inTransaction(this.#writing, 'begin isolation level read committed', name, (client) =>
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
      await commit(client);
      return result;
    } catch (error) {
      this.#logger.debug({ error, transaction: name }, 'transaction rolled back');
      await client.query('rollback').catch((failure: unknown) => (broken = failure as Error));
      throw asCoded(error);
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

function unreachable(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  return (
    (code !== undefined && (CONNECTION_FAILURES.has(code) || UNAVAILABLE_CLASSES.test(code))) ||
    /Connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/.test(message)
  );
}

async function reachable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw asCoded(error);
  }
}

async function commit(client: PoolClient): Promise<void> {
  try {
    await client.query('commit');
  } catch (error) {
    throw unreachable(error) ? writeOutcomeUnknown({}, { cause: error }) : error;
  }
}

/** The failures that a caller may see; every other error as it is. */
function asCoded(error: unknown): unknown {
  if (unreachable(error)) return databaseUnavailable({}, { cause: error });
  if (!TEXT_FAILURES.has((error as { code?: string }).code ?? '')) return error;
  const reason = { vi: 'văn bản có ký tự không lưu được', en: 'a text has a character that cannot be kept' };
  return invalidRequest({ reason }, { cause: error });
}

import { Readable } from 'node:stream';
import type { BiOwner } from '@lientinh/bi';
import { DATASETS } from '@lientinh/contracts';
import type { Logger } from '@lientinh/logger';
import { Pool } from 'pg';
import { z } from 'zod';
import { CopyChunks, CopyRows } from './copy-chunks';
import { CopyOut } from './copy-out';
import { CopyRowReader } from './copy-rows';
import { withOwnConnection } from './own-connection';
import { poolName, ReadSession } from './read-session';
import { asSourceError } from './source.errors';
import type { BiSource, LedgerPosition, ReadSettings, RowBatches } from './source';
import type { PrintedStatement } from './statement';

/** Where the five databases are and how they are read. */
export interface PostgresSourceOptions {
  /** postgres:// address of each database, as a login that is a member of the `bi` roles and of nothing else. */
  readonly urls: Readonly<Record<BiOwner, string>>;
  /** Connections to each database: so many statements run at once; others wait. */
  readonly poolSize: number;
  /** Longest time of one statement, sending its rows included. */
  readonly statementTimeoutMs: number;
  /** Longest time that a request waits for a connection. */
  readonly connectTimeoutMs: number;
  readonly logger: Logger;
}

const OWNERS: readonly BiOwner[] = ['agencies', 'indicators', 'plans', 'procedures', 'publications'];
const SELECT_POSITIONS = `/* bi-ledger-positions */ select dataset, sequence::float8 as sequence, recorded_at::text as recorded_at
  from bi.ledger_positions order by dataset`;
const positionRow = z.object({
  dataset: z.enum(DATASETS),
  sequence: z.number(),
  recorded_at: z.string(),
});
const NO_PARAMETERS: PrintedStatement = { text: '', parameters: [] };
const NO_SETTINGS: ReadSettings = { unpublished: 'NONE', asOf: new Map() };
const READ_AHEAD_BYTES = 262_144;
/**
 * Rows that are read: longer pieces would be texts that are large objects to the collector of memory, which lets those lie. Lines that are
 * passed on: the longer, the fewer turns.
 */
const COPY_OPTIONS = {
  text: { lineEnds: 'LF', pieceBytes: 16_384, readAheadBytes: READ_AHEAD_BYTES },
  csv: { lineEnds: 'CRLF', pieceBytes: 65_536, readAheadBytes: READ_AHEAD_BYTES },
} as const;

/** The `bi` views over five pools of connections. */
export class PostgresBiSource implements BiSource {
  readonly #pools: ReadonlyMap<BiOwner, Pool>;

  constructor(private readonly options: PostgresSourceOptions) {
    this.#pools = new Map(OWNERS.map((owner) => [owner, this.#makePool(owner)]));
  }

  async ping(owner: BiOwner): Promise<void> {
    await withOwnConnection(this.#pool(owner), (client) => client.query(SELECT_POSITIONS));
  }

  async positions(owner: BiOwner): Promise<readonly LedgerPosition[]> {
    return this.#inSession(owner, NO_PARAMETERS, NO_SETTINGS, async (session) => {
      const { rows } = await session.client.query<Record<string, unknown>>(SELECT_POSITIONS);
      return rows.map((row) => {
        const { dataset, sequence, recorded_at: recordedAt } = positionRow.parse(row);
        return { dataset, sequence, recordedAt };
      });
    });
  }

  async value(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<string | null> {
    return this.#inSession(owner, statement, settings, async (session) => {
      const { rows } = await session.client.query<(string | null)[]>({
        text: statement.text,
        rowMode: 'array',
        types: { getTypeParser: () => (text: string) => text },
      });
      return rows[0]?.[0] ?? null;
    });
  }

  /** Resolves when the first rows are there, so that a statement that cannot run fails before anything is answered. */
  async rows(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<RowBatches> {
    const chunks = await this.#copy(owner, statement, settings, 'text');
    return new CopyRows(chunks, new CopyRowReader());
  }

  async csv(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<Readable> {
    const chunks = await this.#copy(owner, statement, settings, 'csv');
    return Readable.from(chunks, { objectMode: false });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  /** Starts a COPY and waits for its first bytes. */
  async #copy(
    owner: BiOwner,
    statement: PrintedStatement,
    settings: ReadSettings,
    format: 'text' | 'csv',
  ): Promise<CopyChunks> {
    const session = await this.#begin(owner, statement, settings);
    const text = `copy (${statement.text}) to stdout with (format ${format})`;
    const stream = session.client.query(new CopyOut(text, COPY_OPTIONS[format]));
    const chunks = new CopyChunks(stream, session, (error) => this.#asCoded(error, owner, settings));
    await chunks.begin();
    return chunks;
  }

  async #begin(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<ReadSession> {
    const { statementTimeoutMs, logger } = this.options;
    try {
      return await ReadSession.begin(this.#pool(owner), statementTimeoutMs, statement, settings, logger);
    } catch (error) {
      throw this.#asCoded(error, owner, settings);
    }
  }

  async #inSession<T>(
    owner: BiOwner,
    statement: PrintedStatement,
    settings: ReadSettings,
    work: (session: ReadSession) => Promise<T>,
  ): Promise<T> {
    const session = await this.#begin(owner, statement, settings);
    try {
      const result = await work(session);
      await session.end();
      return result;
    } catch (error) {
      await session.abandon();
      throw this.#asCoded(error, owner, settings);
    }
  }

  #pool(owner: BiOwner): Pool {
    const pool = this.#pools.get(owner);
    if (pool === undefined) throw new Error(`no database of ${owner}`);
    return pool;
  }

  #makePool(owner: BiOwner): Pool {
    const { urls, poolSize, connectTimeoutMs, logger } = this.options;
    const pool = new Pool({
      connectionString: urls[owner],
      max: poolSize,
      connectionTimeoutMillis: connectTimeoutMs,
      idleTimeoutMillis: 30_000,
      application_name: poolName(owner),
    });
    pool.on('error', (error) => logger.warn({ error, owner }, 'idle database connection lost'));
    return pool;
  }

  /** A connection that was ended because nobody waits is no failure of the database. */
  #asCoded(error: unknown, owner: BiOwner, { signal }: ReadSettings): unknown {
    if (signal?.aborted === true) return signal.reason;
    return asSourceError(error, owner, this.options.statementTimeoutMs);
  }
}

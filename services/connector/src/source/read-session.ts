import { BI_MINISTRY_ROLE, BI_ROLE, type BiOwner } from '@lientinh/bi';
import type { Logger } from '@lientinh/logger';
import type { Pool, PoolClient } from 'pg';
import { withOwnConnection } from './own-connection';
import type { ReadSettings } from './source';
import type { PrintedStatement } from './statement';

/** One read-only transaction on one snapshot, over a connection of its own. */
export class ReadSession {
  #done = false;
  #broken: Error | undefined;

  private constructor(
    readonly client: PoolClient,
    private readonly pool: Pool,
    private readonly logger: Logger,
    private readonly signal: AbortSignal | undefined,
  ) {
    client.on('error', this.#onError);
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  readonly #onError = (error: Error): void => {
    this.#broken = error;
  };

  readonly #onAbort = (): void => this.cancel();

  /** Begins the transaction with everything that the statement reads: role, instants, parameters. */
  static async begin(
    pool: Pool,
    timeoutMs: number,
    statement: PrintedStatement,
    settings: ReadSettings,
    logger: Logger,
  ): Promise<ReadSession> {
    const { signal } = settings;
    signal?.throwIfAborted();
    const session = new ReadSession(await pool.connect(), pool, logger, signal);
    try {
      signal?.throwIfAborted();
      await session.client.query(beginText(statement, settings, timeoutMs));
      const [names, values] = settingsOf(statement, settings);
      if (names.length > 0) await session.client.query(SET, [names, values]);
      return session;
    } catch (error) {
      await session.abandon();
      throw error;
    }
  }

  /** Ends the transaction and gives the connection back; safe to repeat. */
  async end(): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    await this.client.query('commit').catch((error: unknown) => (this.#broken = error as Error));
    this.#release();
  }

  /** After a failed statement: the transaction is rolled back. */
  async abandon(): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    await this.client.query('rollback').catch((error: unknown) => (this.#broken = error as Error));
    this.#release();
  }

  /** Stops a statement that nobody waits for: PostgreSQL is told, and the connection closed. */
  cancel(): void {
    if (this.#done) return;
    this.#done = true;
    this.#broken ??= new Error('cancelled');
    this.#release();
    const { processID } = this.client as unknown as { processID: number };
    const cancel = withOwnConnection(this.pool, (client) => client.query('select pg_cancel_backend($1)', [processID]));
    void cancel.catch((error: unknown) =>
      this.logger.warn({ error }, 'a statement that nobody waits for could not be stopped'),
    );
  }

  #release(): void {
    this.signal?.removeEventListener('abort', this.#onAbort);
    this.client.off('error', this.#onError);
    if (this.#broken !== undefined) this.client.on('error', () => undefined);
    this.client.release(this.#broken);
  }
}

const SET = 'select set_config(p.name, p.value, true) from unnest($1::text[], $2::text[]) as p(name, value)';

/** Texts are as OData and JSON want them: instants in UTC, durations in ISO 8601, doubles that read back the same. */
function beginText({ withoutLoops }: PrintedStatement, settings: ReadSettings, timeoutMs: number): string {
  return [
    'begin transaction isolation level repeatable read read only',
    `set local role ${seesUnpublished(settings) ? BI_MINISTRY_ROLE : BI_ROLE}`,
    `set local statement_timeout = ${Math.ceil(timeoutMs)}`,
    `set local timezone = 'UTC'`,
    `set local datestyle = 'ISO, YMD'`,
    `set local intervalstyle = 'iso_8601'`,
    'set local extra_float_digits = 1',
    'set local jit = off',
    ...(withoutLoops === true ? ['set local enable_nestloop = off'] : []),
  ].join('; ');
}

/** Nobody's unpublished rows are none: an empty list of provinces must never read as every province. */
const seesUnpublished = ({ unpublished }: ReadSettings): boolean =>
  unpublished === 'EVERY_PROVINCE' || (unpublished !== 'NONE' && unpublished.length > 0);

function settingsOf(statement: PrintedStatement, settings: ReadSettings): readonly [string[], string[]] {
  const { unpublished, asOf } = settings;
  const pairs: (readonly [string, string])[] = [
    ...statement.parameters.map((value, index) => [`bi.p${index + 1}`, value] as const),
    ...[...asOf].map(([dataset, instant]) => [`bi.as_of_${dataset.toLowerCase()}`, instant] as const),
    ...(typeof unpublished === 'string' ? [] : [['bi.unpublished_provinces', unpublished.join(',')] as const]),
  ];
  return [pairs.map(([name]) => name), pairs.map(([, value]) => value)];
}

/** A pool's name in logs. */
export const poolName = (owner: BiOwner): string => `lientinh connector ${owner}`;

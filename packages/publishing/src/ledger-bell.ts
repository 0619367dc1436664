import { z } from 'zod';
import { DATASETS, type Dataset } from '@lientinh/contracts';
import type { Database } from '@lientinh/postgres';

const notice = z.object({ dataset: z.enum(DATASETS) });

/**
 * Rings when a ledger of this database has grown, whichever process appended. Listens from the first time that somebody waits. May
 * ring for nothing (after a reconnection, when notices may have been lost): who is woken looks at the ledger.
 */
export class LedgerBell {
  readonly #waiting = new Set<{ readonly dataset: Dataset; readonly wake: () => void }>();
  #listener: { stop(): Promise<void> } | undefined;
  #stopped = false;

  constructor(private readonly database: Pick<Database, 'listen'>) {}

  /**
   * A promise that is settled when the data set's ledger may have grown after this call, when `signal` fires, or when the bell stops.
   * Ask before looking at the ledger, await after: then no entry falls between.
   */
  next(dataset: Dataset, signal: AbortSignal): Promise<void> {
    if (this.#stopped || signal.aborted) return Promise.resolve();
    this.#listener ??= this.database.listen('ledger', (payload) => this.#ring(payload));
    return new Promise((resolve) => {
      const entry = {
        dataset,
        wake: () => {
          this.#waiting.delete(entry);
          signal.removeEventListener('abort', entry.wake);
          resolve();
        },
      };
      this.#waiting.add(entry);
      signal.addEventListener('abort', entry.wake, { once: true });
    });
  }

  /** Lets everybody go and stops listening. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const { wake } of [...this.#waiting]) wake();
    await this.#listener?.stop();
  }

  #ring(payload: string | undefined): void {
    const named = datasetOf(payload);
    for (const { dataset, wake } of [...this.#waiting]) if (named === null || named === dataset) wake();
  }
}

/** The data set that a notice names; null for every other text, which then means all. */
function datasetOf(payload: string | undefined): Dataset | null {
  try {
    return notice.parse(JSON.parse(payload ?? '')).dataset;
  } catch {
    return null;
  }
}

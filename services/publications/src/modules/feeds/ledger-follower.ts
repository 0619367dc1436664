import { setTimeout as delay } from 'node:timers/promises';
import type { Dataset } from '@lientinh/contracts';
import { CodedError } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';
import type { Database } from '@lientinh/postgres';
import type { ChainEnd, LedgerEntry } from '@lientinh/publishing';
import { feedChainBroken } from './feed.errors';
import { acceptEntries, checkHead, type FeedBreak } from './feed.rules';
import { appendEntries, findEnd, lockEnd } from './feed.store';
import { type FeedAddress, readFeed, waitForEntry } from './feed-client';

/** How far the copy of one ledger is, as this process knows it. */
export interface FollowedState {
  readonly dataset: Dataset;
  /** Last entry of the copy; null before the first. */
  readonly end: ChainEnd | null;
  /** When the copy was last known to be complete; null when it never was since the process started. */
  readonly followedAt: Date | null;
  readonly reachable: boolean;
  readonly broken: FeedBreak | null;
}

export interface FollowerOptions {
  readonly database: Database;
  readonly logger: Logger;
  /** How long a feed may say nothing before it counts as unreachable. */
  readonly silenceMs: number;
  readonly waitSeconds: number;
  readonly shortestPauseMs: number;
  readonly longestPauseMs: number;
}

/** Keeps a verified copy of one data set's ledger. Several processes may keep the same copy. */
export class LedgerFollower {
  #end: ChainEnd | null = null;
  #isEndKnown = false;
  #followedAt: Date | null = null;
  #failure: string | null = null;
  #broken: FeedBreak | null = null;
  #round: Promise<void> | null = null;
  #nextRound: Promise<void> | null = null;

  constructor(
    private readonly address: FeedAddress,
    private readonly options: FollowerOptions,
    private readonly stopping: AbortSignal,
  ) {}

  get state(): FollowedState {
    return {
      dataset: this.address.dataset,
      end: this.#end,
      followedAt: this.#followedAt,
      reachable: this.#failure === null && this.#followedAt !== null,
      broken: this.#broken,
    };
  }

  /**
   * Settled when everything that was durable at the call is in the copy, or could not be had; never rejects. A round that began before
   * the call may have missed it, so the caller takes part in the next one, with everybody else who waits.
   */
  catchUp(): Promise<void> {
    if (this.#round === null) {
      this.#round = this.#follow().finally(() => (this.#round = null));
      return this.#round;
    }
    this.#nextRound ??= this.#round.then(() => {
      this.#nextRound = null;
      return this.catchUp();
    });
    return this.#nextRound;
  }

  /** Follows until the signal fires: woken by the feed, and in growing pauses while it is down or broken. */
  async run(): Promise<void> {
    const { shortestPauseMs, longestPauseMs } = this.options;
    let pauseMs = shortestPauseMs;
    while (!this.stopping.aborted) {
      await this.catchUp();
      const fine = this.#failure === null && this.#broken === null && (await this.#waitForNews());
      pauseMs = fine ? shortestPauseMs : Math.min(pauseMs * 2, longestPauseMs);
      await delay(pauseMs, undefined, { signal: this.stopping }).catch(() => undefined);
    }
  }

  async #waitForNews(): Promise<boolean> {
    try {
      await waitForEntry(this.address, this.#end?.sequence ?? 0, this.options.waitSeconds, this.stopping);
      return true;
    } catch {
      return false; // the next round tells
    }
  }

  async #follow(): Promise<void> {
    try {
      this.#settle(await this.#copy());
      this.#followedAt = new Date();
      this.#failure = null;
    } catch (error) {
      const failure = error instanceof CodedError ? error.code : 'UNEXPECTED';
      if (failure !== this.#failure && !this.stopping.aborted)
        this.options.logger.warn({ error, code: failure, dataset: this.address.dataset }, 'cannot follow a ledger');
      this.#failure = failure;
    }
  }

  /** Copies what is new; what stands in the way of the rest, if anything. */
  async #copy(): Promise<FeedBreak | null> {
    const { database, silenceMs } = this.options;
    if (!this.#isEndKnown) this.#end = await findEnd(database.reader, this.address.dataset);
    this.#isEndKnown = true;
    const known = this.#end;
    const from = Math.max((known?.sequence ?? 0) - 1, 0);
    let isFirst = true;
    for await (const batch of readFeed(this.address, from, silenceMs, this.stopping)) {
      const broken = (isFirst ? checkHead(batch[0], known) : null) ?? (await this.#append(batch));
      if (broken !== null) return broken;
      isFirst = false;
    }
    return null;
  }

  async #append(batch: readonly LedgerEntry[]): Promise<FeedBreak | null> {
    const { dataset } = this.address;
    if ((batch.at(-1)?.sequence ?? 0) <= (this.#end?.sequence ?? 0)) return null;
    const { end, broken } = await this.options.database.write(`follow-${dataset}`, async (writer) => {
      const kept = await lockEnd(writer, dataset);
      // The copy was taken back to an earlier state (restored): the next round starts there.
      if ((kept?.sequence ?? 0) < (this.#end?.sequence ?? 0)) return { end: kept, broken: null };
      const { entries, broken: misfit } = acceptEntries(batch, dataset, kept);
      await appendEntries(writer, entries);
      return { end: entries.at(-1) ?? kept, broken: misfit };
    });
    this.#end = end;
    return broken;
  }

  #settle(broken: FeedBreak | null): void {
    const { dataset } = this.address;
    if (broken !== null && broken.sequence !== this.#broken?.sequence) {
      const error = feedChainBroken({ dataset, ...broken });
      this.options.logger.error({ code: error.code, dataset, ...broken }, error.message);
    }
    if (broken === null && this.#broken !== null) this.options.logger.info({ dataset }, 'a ledger fits again');
    this.#broken = broken;
  }
}

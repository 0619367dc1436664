import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@lientinh/logger';
import type { Database } from '@lientinh/postgres';
import type { RequestContext } from '@lientinh/subgraph';
import { feedChainBroken } from './feed.errors';
import type { FeedAddress } from './feed-client';
import { type FollowedState, LedgerFollower } from './ledger-follower';

const FOLLOWING = { waitSeconds: 25, shortestPauseMs: 50, longestPauseMs: 5_000 };

export interface LedgerFeedsOptions {
  readonly addresses: readonly FeedAddress[];
  readonly database: Database;
  readonly logger: Logger;
  /** How long an answer waits for the ledgers before it tells the copy as it is. */
  readonly catchUpTimeoutMs?: number;
}

/** The copies of all ledgers, kept in the background and brought up to date before an answer. */
export class LedgerFeeds {
  readonly #followers: readonly LedgerFollower[];
  readonly #stopping = new AbortController();
  readonly #perRequest = new WeakMap<object, Promise<void>>();
  readonly #catchUpTimeoutMs: number;
  readonly #logger: Logger;
  #running: Promise<unknown> = Promise.resolve();

  constructor({ addresses, database, logger, catchUpTimeoutMs = 2_000 }: LedgerFeedsOptions) {
    this.#logger = logger;
    this.#catchUpTimeoutMs = catchUpTimeoutMs;
    const options = { ...FOLLOWING, database, logger, silenceMs: catchUpTimeoutMs };
    this.#followers = addresses.map((address) => new LedgerFollower(address, options, this.#stopping.signal));
  }

  /** Follows all ledgers in the background until `stop`. */
  start(): void {
    this.#running = Promise.all(this.#followers.map((follower) => follower.run()));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  get states(): readonly FollowedState[] {
    return this.#followers.map(({ state }) => state);
  }

  /** For the operator: where each ledger stands, and what is wrong with it. */
  report(): readonly Readonly<Record<string, unknown>>[] {
    return this.states.map(({ dataset, end, followedAt, reachable, broken }) => ({
      dataset,
      sequence: end?.sequence ?? 0,
      followedAt: followedAt?.toISOString() ?? null,
      reachable,
      ...(broken === null ? {} : { code: feedChainBroken.code, broken }),
    }));
  }

  /**
   * Settled when every publication that was acknowledged before the request is in the copy; once for each request. A subgraph that does
   * not answer in time leaves its part as it was.
   */
  catchUp(request: Pick<RequestContext, 'requestId'>): Promise<void> {
    const known = this.#perRequest.get(request);
    if (known !== undefined) return known;
    const caughtUp = this.#catchUpInTime(request.requestId);
    this.#perRequest.set(request, caughtUp);
    return caughtUp;
  }

  async #catchUpInTime(requestId: string): Promise<void> {
    const timer = new AbortController();
    const patience = delay(this.#catchUpTimeoutMs, undefined, { signal: timer.signal }).catch(() => undefined);
    await Promise.race([Promise.all(this.#followers.map((follower) => follower.catchUp())), patience]);
    timer.abort();
    const stale = this.states.filter(({ reachable, broken }) => !reachable || broken !== null);
    if (stale.length === 0) return;
    this.#logger.debug({ requestId, stale: stale.map(({ dataset }) => dataset) }, 'answering from an older copy');
  }
}

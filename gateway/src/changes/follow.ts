import { setTimeout as delay } from 'node:timers/promises';
import { CodedError } from '@lientinh/errors';
import type { OutgoingHeaders } from '../hooks/headers';
import type { Change } from './change';
import { openFeed, type FeedSource } from './feed-source';

/** What a follower is told: an entry, that a source cannot be read for now, or that the connection still lives. */
export type FollowEvent =
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'trouble'; readonly error: CodedError }
  | { readonly kind: 'alive' };

/** How a feed is followed. */
export interface FollowOptions {
  readonly headers: OutgoingHeaders;
  readonly signal: AbortSignal;
  /** Pause between two looks at a source that answered at once and had nothing. */
  readonly pollIntervalMs: number;
  /** How long a source may hold the question open. */
  readonly waitSeconds: number;
}

const LONGEST_PAUSE_MS = 30_000;

/**
 * The entries of one data set for as long as the signal allows: what is there, then what comes. A source that fails is reported once for
 * each failure and asked again after growing pauses; nothing is skipped.
 */
export async function* followFeed(
  source: FeedSource,
  after: number,
  options: FollowOptions,
): AsyncGenerator<FollowEvent> {
  let sequence = after;
  let pauseMs = options.pollIntervalMs;
  while (!options.signal.aborted) {
    try {
      for await (const change of await openFeed(source, { ...options, after: sequence })) {
        sequence = change.sequence;
        yield { kind: 'change', change };
      }
      pauseMs = options.pollIntervalMs;
    } catch (error) {
      if (isAborted(options.signal)) return;
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      if (!(error instanceof CodedError)) throw error;
      yield { kind: 'trouble', error };
    }
    await pause(pauseMs, options.signal);
  }
}

/** A sign of life every `intervalMs`, so that proxies keep the connection and followers notice a dead one. */
export async function* signsOfLife(intervalMs: number, signal: AbortSignal): AsyncGenerator<FollowEvent> {
  while (!signal.aborted) {
    await pause(intervalMs, signal);
    if (!isAborted(signal)) yield { kind: 'alive' };
  }
}

/** Asked anew after each wait: the checker takes the property for a constant. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}

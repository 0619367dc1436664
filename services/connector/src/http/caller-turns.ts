import { tooManyRequests } from './http.errors';

/** How much of the connector one caller has at a time. */
export interface TurnLimits {
  /** Requests that run; each holds a database connection while its rows are read. */
  readonly running: number;
  /** Requests that wait for their turn. */
  readonly waiting: number;
}

interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

const RETRY_AFTER_SECONDS = 5;

/** Requests of one caller in turn, so that nobody takes every connection to a database; the turns of different callers do not meet. */
export class CallerTurns {
  readonly #queues = new Map<string, Queue>();

  constructor(private readonly limits: TurnLimits) {}

  /**
   * Resolves when it is the request's turn, with what ends it (safe to repeat). ODATA_TOO_MANY_REQUESTS when too many wait already. A
   * request whose caller went away keeps its place and ends as soon as it comes.
   */
  async take(caller: string): Promise<() => void> {
    const queue = this.#queues.get(caller) ?? { running: 0, waiting: [] };
    this.#queues.set(caller, queue);
    if (queue.running < this.limits.running) queue.running += 1;
    else if (queue.waiting.length >= this.limits.waiting)
      throw tooManyRequests({ running: this.limits.running, retryAfterSeconds: RETRY_AFTER_SECONDS });
    else await new Promise<void>((resolve) => queue.waiting.push(resolve));
    let ended = false;
    return () => {
      if (!ended) this.#end(caller, queue);
      ended = true;
    };
  }

  #end(caller: string, queue: Queue): void {
    const next = queue.waiting.shift();
    // The turn passes on: as many run as before.
    if (next !== undefined) next();
    else if ((queue.running -= 1) === 0) this.#queues.delete(caller);
  }
}

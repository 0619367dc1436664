import { createHash } from 'node:crypto';
import { tooManyAttempts } from './access.errors';
import { Recent } from './recent';

/** How many refused passwords are borne. */
export interface AttemptLimits {
  /** From one address for one user, in a window. */
  readonly perAddressAndUser: number;
  /** From one address for all users together, in a window: a ministry's people often share one. */
  readonly perAddress: number;
  readonly windowMs: number;
}

export const DEFAULT_ATTEMPT_LIMITS: AttemptLimits = { perAddressAndUser: 10, perAddress: 100, windowMs: 60_000 };

/** Addresses and users remembered; an attacker with more addresses than this has other ways anyway. */
const CAPACITY = 20_000;

interface Window {
  count: number;
  readonly endsAtMs: number;
}

/**
 * Counts refused passwords in windows that begin with the first of them. Whoever has the right password is not counted, and is let in
 * again as soon as the window of his address ends.
 */
export class AttemptLimit {
  readonly #windows = new Recent<Window>(CAPACITY);

  constructor(
    private readonly limits: AttemptLimits,
    private readonly clock: () => number,
  ) {}

  /** Throws ODATA_TOO_MANY_ATTEMPTS when no further attempt is borne. */
  check(address: string, user: string): void {
    const { perAddressAndUser, perAddress } = this.limits;
    this.#refuseBeyond(pairKey(address, user), perAddressAndUser);
    this.#refuseBeyond(addressKey(address), perAddress);
  }

  /** Tells of a refused password. */
  count(address: string, user: string): void {
    for (const key of [pairKey(address, user), addressKey(address)]) this.#add(key);
  }

  #refuseBeyond(key: string, limit: number): void {
    const now = this.clock();
    const window = this.#windows.find(key, now);
    if (window === null || window.count < limit) return;
    throw tooManyAttempts({ retryAfterSeconds: Math.max(1, Math.ceil((window.endsAtMs - now) / 1000)) });
  }

  #add(key: string): void {
    const now = this.clock();
    const window = this.#windows.find(key, now);
    if (window !== null) {
      window.count += 1;
      return;
    }
    const endsAtMs = now + this.limits.windowMs;
    this.#windows.add(key, { count: 1, endsAtMs }, endsAtMs);
  }
}

/** Of a fixed length: a user may be thousands of characters long. */
const nameOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64');
const addressKey = (address: string): string => nameOf([address]);
const pairKey = (address: string, user: string): string => nameOf([address, user]);

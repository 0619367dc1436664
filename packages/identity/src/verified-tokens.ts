import type { Principal } from './principal';

interface Entry {
  readonly principal: Principal;
  readonly revision: number;
  readonly expiresAtMs: number;
}

/**
 * Tokens that were verified, under their SHA-256: the tokens themselves are not kept. An entry counts until its token expires and
 * as long as the issuer's keys are those it was verified with. Holds at most `capacity` entries, dropping the least recently used.
 */
export class VerifiedTokens {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.#entries.size;
  }

  find(fingerprint: string, revision: number, nowMs: number): Principal | null {
    const entry = this.#entries.get(fingerprint);
    if (entry === undefined) return null;
    this.#entries.delete(fingerprint);
    if (entry.revision !== revision || entry.expiresAtMs <= nowMs) return null;
    this.#entries.set(fingerprint, entry);
    return entry.principal;
  }

  add(fingerprint: string, entry: Entry): void {
    this.#entries.delete(fingerprint);
    this.#entries.set(fingerprint, entry);
    if (this.#entries.size <= this.capacity) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }
}

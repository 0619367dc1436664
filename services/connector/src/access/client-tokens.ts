import { createHmac, randomBytes } from 'node:crypto';
import { CodedError, serviceUnavailable } from '@lientinh/errors';
import { requestToken, tokenRequestRefused, type IssuedToken, type TokenRequest } from '@lientinh/identity';
import { clientRefused } from './access.errors';
import { Recent } from './recent';

/** Where client id and secret are exchanged for a token. */
export interface ClientTokenOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** `requestToken` of the identity package; tests count its calls. */
  readonly request?: (request: TokenRequest) => Promise<IssuedToken>;
}

/** A token is used this long at most, in ms, so that a withdrawn client does not read on for long. */
const KEEP_TOKEN_MS = 5 * 60_000;
/** A token is not used in its last seconds, in ms. */
const BEFORE_EXPIRY_MS = 30_000;
/** A refused password is not taken to the issuer again for this long, in ms. */
const KEEP_REFUSAL_MS = 30_000;
const CAPACITY = 1000;
/** Exchanges under way at once; the issuer is asked for no more. */
const CONCURRENT_EXCHANGES = 20;

/**
 * Tokens for client ids and secrets (RFC 6749, section 4.4), kept for minutes. What is kept stands under an HMAC-SHA-256 of id and secret
 * with a key that this process alone has: neither the secret nor a hash that could be guessed at elsewhere is in memory afterwards.
 */
export class ClientTokens {
  readonly #key = randomBytes(32);
  readonly #tokens = new Recent<string>(CAPACITY);
  readonly #refused = new Recent<true>(CAPACITY);
  readonly #underWay = new Map<string, Promise<string>>();
  readonly #options: ClientTokenOptions;

  constructor(options: ClientTokenOptions) {
    this.#options = options;
  }

  /** The token that is kept for these, or null: then the issuer must be asked. */
  kept(client: string, secret: string): string | null {
    return this.#tokens.find(this.#nameOf(client, secret), this.#options.clock());
  }

  /** A token from the issuer. ODATA_CLIENT_REFUSED when it says no, ISSUER_UNREACHABLE when it cannot be asked. */
  async exchange(client: string, secret: string): Promise<string> {
    const name = this.#nameOf(client, secret);
    if (this.#refused.find(name, this.#options.clock()) === true) throw clientRefused({ client });
    const waiting = this.#underWay.get(name);
    if (waiting !== undefined) return waiting;
    if (this.#underWay.size >= CONCURRENT_EXCHANGES) throw serviceUnavailable({ service: 'issuer' });
    const exchange = this.#ask(name, client, secret).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, exchange);
    return exchange;
  }

  /** Forgets a token that was refused where it was used. */
  forget(client: string, secret: string): void {
    this.#tokens.delete(this.#nameOf(client, secret));
  }

  async #ask(name: string, client: string, secret: string): Promise<string> {
    const { issuer, audience, clock, request = requestToken } = this.#options;
    try {
      const { token, expiresInSeconds } = await request({ issuer, audience, client, secret });
      const keepMs = Math.min(KEEP_TOKEN_MS, expiresInSeconds * 1000 - BEFORE_EXPIRY_MS);
      this.#tokens.add(name, token, clock() + keepMs);
      return token;
    } catch (error) {
      if (!(error instanceof CodedError) || error.code !== tokenRequestRefused.code) throw error;
      this.#refused.add(name, true, clock() + KEEP_REFUSAL_MS);
      throw clientRefused({ client });
    }
  }

  #nameOf(client: string, secret: string): string {
    return createHmac('sha256', this.#key)
      .update(JSON.stringify([client, secret]))
      .digest('base64');
  }
}

import type { IncomingHttpHeaders } from 'node:http';
import { CodedError } from '@lientinh/errors';
import { type Principal, type TokenVerifier, VIEWER } from '@lientinh/identity';
import type { Logger } from '@lientinh/logger';
import type { Database } from '@lientinh/postgres';
import type { Access, Caller } from '../http/access-port';
import { clientRefused, keyExpired, keyRefused, keyRevoked } from './access.errors';
import { AttemptLimit, type AttemptLimits, DEFAULT_ATTEMPT_LIMITS } from './attempt-limit';
import { type Credentials, readAuthorization } from './authorization-header';
import { AUTHENTICATION_CHALLENGES } from './challenges';
import { ClientTokens, type ClientTokenOptions } from './client-tokens';
import { hashKeySecret, isKeySecret, sameHash } from './key-secret';
import { findKeyByHash, noteKeyUse } from './key.store';
import { keyStanding, scopeOf, scopeOfKey, type WorkbookKey } from './workbook-key';

/** What access needs. */
export interface AccessOptions {
  /** The connector's own database, migrated. */
  readonly database: Database;
  readonly verifier: TokenVerifier;
  /** Issuer that client id and secret are taken to, and the audience asked for. */
  readonly issuer: string;
  readonly audience: string;
  readonly logger: Logger;
  readonly limits?: AttemptLimits;
  /** Milliseconds since 1970; the system clock when absent. */
  readonly clock?: () => number;
  /** Instead of the request to the issuer. */
  readonly requestToken?: ClientTokenOptions['request'];
}

/** Who asks, as the port says: named `viewer`, `client:<id>` or `key:<id>`. */
export interface KnownCaller extends Caller {
  /** Null for a workbook key: it reads, and does nothing else. */
  readonly principal: Principal | null;
}

/** The port, which also knows the principal behind a caller. */
export interface ConnectorAccess extends Access {
  /**
   * Of the headers only Authorization is read. Without credentials: a viewer. Bad credentials are never taken for none: a coded error of
   * status 401, 429 (ODATA_TOO_MANY_ATTEMPTS) or 503 (ISSUER_UNREACHABLE, DATABASE_UNAVAILABLE).
   */
  authenticate(headers: IncomingHttpHeaders, address: string): Promise<KnownCaller>;
}

/** Access by token, by client id and secret, and by workbook key. */
export function createAccess(options: AccessOptions): ConnectorAccess {
  const session = new AccessSession(options);
  return {
    authenticate: async ({ authorization }, address) => session.identify(readAuthorization(authorization), address),
    challenges: AUTHENTICATION_CHALLENGES,
  };
}

type Basic = Extract<Credentials, { readonly kind: 'BASIC' }>;

class AccessSession {
  readonly #options: AccessOptions;
  readonly #clock: () => number;
  readonly #attempts: AttemptLimit;
  readonly #tokens: ClientTokens;

  constructor(options: AccessOptions) {
    const { issuer, audience, limits = DEFAULT_ATTEMPT_LIMITS, clock = Date.now, requestToken: request } = options;
    this.#options = options;
    this.#clock = clock;
    this.#attempts = new AttemptLimit(limits, clock);
    this.#tokens = new ClientTokens({ issuer, audience, clock, ...(request === undefined ? {} : { request }) });
  }

  identify(credentials: Credentials, address: string): Promise<KnownCaller> {
    switch (credentials.kind) {
      case 'NONE':
        return Promise.resolve(callerOf(VIEWER));
      case 'BEARER':
        return this.#options.verifier.verify(credentials.header).then(callerOf);
      case 'BASIC':
        return isKeySecret(credentials.password)
          ? this.#counted(credentials, address, () => this.#byKey(credentials.password))
          : this.#byClient(credentials, address);
    }
  }

  /** A refused password counts; what is at fault with the issuer or the database does not. */
  async #counted(basic: Basic, address: string, work: () => Promise<KnownCaller>): Promise<KnownCaller> {
    this.#attempts.check(address, basic.user);
    try {
      return await work();
    } catch (error) {
      if (error instanceof CodedError && error.status === 401) this.#attempts.count(address, basic.user);
      throw error;
    }
  }

  /** A token that is kept proves the password right: it passes even while others from the same address are refused. */
  async #byClient(basic: Basic, address: string): Promise<KnownCaller> {
    const { user, password } = basic;
    const kept = this.#tokens.kept(user, password);
    if (kept !== null) return this.#verify(basic, kept);
    return this.#counted(basic, address, async () => {
      if (user === '' || password === '') throw clientRefused({ client: user });
      return this.#verify(basic, await this.#tokens.exchange(user, password));
    });
  }

  async #verify({ user, password }: Basic, token: string): Promise<KnownCaller> {
    try {
      return callerOf(await this.#options.verifier.verify(`Bearer ${token}`));
    } catch (error) {
      this.#tokens.forget(user, password);
      throw error;
    }
  }

  async #byKey(secret: string): Promise<KnownCaller> {
    const { database } = this.#options;
    const hash = hashKeySecret(secret);
    const found = await findKeyByHash(database.reader, hash);
    if (found === null || !sameHash(found.secretHash, hash)) throw keyRefused({});
    const { key, useIsOld } = found;
    refuseUnusable(key, this.#clock());
    if (useIsOld) await this.#noteUse(key.id);
    return { scope: scopeOfKey(key), principalName: `key:${key.id}`, principal: null };
  }

  /** Reading goes on where the use cannot be noted. */
  async #noteUse(id: string): Promise<void> {
    const { database, logger } = this.#options;
    await database
      .write('note-key-use', (writer) => noteKeyUse(writer, id))
      .catch((error: unknown) => logger.warn({ error, key: id }, 'the use of a workbook key could not be noted'));
  }
}

function callerOf(principal: Principal): KnownCaller {
  const principalName = principal.role === 'viewer' ? 'viewer' : `client:${principal.client}`;
  return { scope: scopeOf(principal), principalName, principal };
}

function refuseUnusable(key: WorkbookKey, nowMs: number): void {
  const standing = keyStanding(key, nowMs);
  if (standing === 'REVOKED') throw keyRevoked({ id: key.id, revokedAt: key.revokedAt ?? '' });
  if (standing === 'EXPIRED') throw keyExpired({ id: key.id, expiredAt: key.expiresAt });
}

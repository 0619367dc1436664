import { hash } from 'node:crypto';
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import { discoverIssuer } from './discovery';

/** How long keys are trusted, in milliseconds. */
export interface KeyTimes {
  /** Keys older than this are read again before the next token is accepted. */
  readonly refreshAfterMs: number;
  /** While the issuer does not answer, known keys serve up to this age; then tokens are refused. */
  readonly maximumAgeMs: number;
  /** An unknown key id makes the keys be read again, but not more often than this. */
  readonly cooldownMs: number;
  /** After a failed reading, known keys serve this long before the next attempt. */
  readonly retryAfterMs: number;
  /** Patience with one request to the issuer. */
  readonly timeoutMs: number;
}

export const DEFAULT_KEY_TIMES: KeyTimes = {
  refreshAfterMs: 600_000,
  maximumAgeMs: 3_600_000,
  cooldownMs: 5_000,
  retryAfterMs: 30_000,
  timeoutMs: 5_000,
};

/** The present keys of one issuer. */
export interface IssuerKeys {
  /** Finds the key of a token; the shape that `jose` asks for. */
  readonly keyOf: JWTVerifyGetKey;
  /**
   * Makes sure that the keys are young enough and returns their revision, a number that changes with them.
   * What was verified under one revision must not be taken for verified under another: a key may have been withdrawn.
   * Rejects when there are no keys to go by.
   */
  present(): Promise<number>;
}

export interface IssuerKeysOptions {
  readonly issuer: string;
  readonly jwksUrl?: string | undefined;
  readonly times: KeyTimes;
  /** Told when the issuer did not answer and known keys go on serving. */
  readonly onStale: (error: unknown) => void;
}

type RemoteKeys = ReturnType<typeof createRemoteJWKSet>;

/** Reads the issuer's keys over HTTP when first needed and keeps them. Opens nothing that must be closed. */
export function createIssuerKeys({ issuer, jwksUrl, times, onStale }: IssuerKeysOptions): IssuerKeys {
  let remote: Promise<RemoteKeys> | null = null;
  let revision = 0;
  let fingerprint = '';
  let readAtMs = Number.NEGATIVE_INFINITY;
  let failedAtMs = Number.NEGATIVE_INFINITY;

  const readKeys = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(url, init);
    const body = await response.text();
    if (response.status === 200) {
      const seen = hash('sha256', body);
      if (seen !== fingerprint) revision += 1;
      fingerprint = seen;
      readAtMs = Date.now();
    }
    return new Response(body, { status: response.status });
  };

  const connect = async (): Promise<RemoteKeys> => {
    const address = jwksUrl ?? (await discoverIssuer(issuer, times.timeoutMs)).jwksUrl;
    return createRemoteJWKSet(new URL(address), {
      timeoutDuration: times.timeoutMs,
      cooldownDuration: times.cooldownMs,
      cacheMaxAge: times.maximumAgeMs,
      [customFetch]: readKeys,
    });
  };

  const connected = (): Promise<RemoteKeys> => {
    remote ??= connect().catch((error: unknown) => {
      remote = null;
      throw error;
    });
    return remote;
  };

  const refresh = async (): Promise<void> => {
    try {
      await (await connected()).reload();
    } catch (error) {
      failedAtMs = Date.now();
      if (failedAtMs - readAtMs >= times.maximumAgeMs) throw error;
      onStale(error);
    }
  };

  return {
    keyOf: async (header, token) => (await connected())(header, token),
    present: async () => {
      const now = Date.now();
      const usable = now - readAtMs < times.maximumAgeMs;
      const due = now - readAtMs >= times.refreshAfterMs;
      if (!usable || (due && now - failedAtMs >= times.retryAfterMs)) await refresh();
      return revision;
    },
  };
}

import { hash } from 'node:crypto';
import type { CodedError } from '@lientinh/errors';
import type { Logger } from '@lientinh/logger';
import { decodeProtectedHeader, jwtVerify } from 'jose';
import { principalFromClaims } from './claims';
import { MAXIMUM_CLOCK_TOLERANCE_SECONDS } from './identity-section';
import { createIssuerKeys, DEFAULT_KEY_TIMES, type IssuerKeys, type KeyTimes } from './issuer-keys';
import { type Principal, VIEWER } from './principal';
import { tokenMalformed } from './token-errors';
import { type Expectations, tokenRefusal } from './token-refusal';
import { VerifiedTokens } from './verified-tokens';

/** Every algorithm that may ever be accepted: public-key signatures only. A shared secret or `none` cannot be configured. */
export const SIGNING_ALGORITHMS = ['ES256', 'ES384', 'RS256', 'PS256', 'EdDSA'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

export interface TokenVerifierOptions {
  /** Issuer identifier, exactly as in `iss`. */
  readonly issuer: string;
  /** What must stand in `aud`. */
  readonly audience: string;
  /** Where the keys are; asked from the issuer when absent. */
  readonly jwksUrl?: string | undefined;
  /** Tolerated difference of clocks, 0 to 300 seconds; 30 when absent. */
  readonly clockToleranceSeconds?: number;
  /** Accepted algorithms, a part of SIGNING_ALGORITHMS; ES256, RS256 and PS256 when absent. */
  readonly algorithms?: readonly SigningAlgorithm[];
  /** No token lives longer than this after `iat`, whatever its `exp` says; one day when absent. */
  readonly maximumTokenAgeSeconds?: number;
  readonly keyTimes?: Partial<KeyTimes>;
  /** Verified tokens remembered; 10,000 when absent. */
  readonly rememberedTokens?: number;
  /** Gets one line for each refusal, without the token. */
  readonly logger?: Logger;
  /** Milliseconds since 1970; the system clock when absent. */
  readonly clock?: () => number;
}

/** Checks tokens of one issuer. */
export interface TokenVerifier {
  /**
   * Who sends a request with this Authorization header; no header is a viewer. Rejects with TOKEN_MALFORMED, TOKEN_EXPIRED,
   * TOKEN_NOT_YET_VALID, TOKEN_SIGNATURE_INVALID, TOKEN_AUDIENCE_WRONG, TOKEN_ISSUER_WRONG, TOKEN_ALGORITHM_REFUSED,
   * TOKEN_CLAIMS_INVALID (401) or ISSUER_UNREACHABLE (503). A bad token is never taken for no token.
   */
  verify(authorizationHeader: string | undefined): Promise<Principal>;
}

const BEARER = /^bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i;
const MAXIMUM_HEADER_LENGTH = 8192;

interface Settings extends Expectations {
  readonly clockTolerance: number;
  readonly maxTokenAge: number;
  readonly clock: () => number;
}

/** A verifier of the issuer's tokens. Reads the keys when first needed. Throws RangeError for settings that would weaken it. */
export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const { logger, issuer, jwksUrl } = options;
  const settings = settingsOf(options);
  const remembered = new VerifiedTokens(options.rememberedTokens ?? 10_000);
  const keys = createIssuerKeys({
    issuer,
    jwksUrl,
    times: { ...DEFAULT_KEY_TIMES, ...options.keyTimes },
    onStale: (error) => logger?.warn({ error, issuer }, 'issuer does not answer: known keys go on serving'),
  });

  const verifyToken = async (token: string, fingerprint: string): Promise<Principal> => {
    const revision = await keys.present();
    const known = remembered.find(fingerprint, revision, settings.clock());
    if (known !== null) return known;
    const { principal, expiresAtMs } = await checkToken(token, keys, settings);
    remembered.add(fingerprint, { principal, revision, expiresAtMs });
    return principal;
  };

  return {
    verify: async (authorizationHeader) => {
      if (authorizationHeader === undefined) return VIEWER;
      const token = tokenOf(authorizationHeader);
      const fingerprint = hash('sha256', token ?? authorizationHeader, 'hex');
      try {
        if (token === null) throw tokenMalformed({});
        return await verifyToken(token, fingerprint);
      } catch (error) {
        const refusal = tokenRefusal(error, settings);
        logRefusal(logger, refusal, token, fingerprint);
        throw refusal;
      }
    },
  };
}

function settingsOf(options: TokenVerifierOptions): Settings {
  const { issuer, audience, algorithms = ['ES256', 'RS256', 'PS256'], clockToleranceSeconds = 30 } = options;
  if (algorithms.length === 0 || algorithms.some((algorithm) => !SIGNING_ALGORITHMS.includes(algorithm))) {
    throw new RangeError(`algorithms must be some of ${SIGNING_ALGORITHMS.join(', ')}`);
  }
  if (!(clockToleranceSeconds >= 0 && clockToleranceSeconds <= MAXIMUM_CLOCK_TOLERANCE_SECONDS)) {
    throw new RangeError(`clockToleranceSeconds must be 0 to ${MAXIMUM_CLOCK_TOLERANCE_SECONDS}`);
  }
  return {
    issuer,
    audience,
    algorithms,
    clockTolerance: clockToleranceSeconds,
    maxTokenAge: options.maximumTokenAgeSeconds ?? 86_400,
    clock: options.clock ?? Date.now,
  };
}

function tokenOf(authorizationHeader: string): string | null {
  if (authorizationHeader.length > MAXIMUM_HEADER_LENGTH) return null;
  return BEARER.exec(authorizationHeader)?.[1] ?? null;
}

async function checkToken(
  token: string,
  keys: IssuerKeys,
  { issuer, audience, algorithms, clockTolerance, maxTokenAge, clock }: Settings,
): Promise<{ principal: Principal; expiresAtMs: number }> {
  const { payload } = await jwtVerify(token, keys.keyOf, {
    issuer,
    audience,
    algorithms: [...algorithms],
    clockTolerance,
    maxTokenAge,
    requiredClaims: ['exp', 'iat'],
    currentDate: new Date(clock()),
  });
  const lastSecond = Math.min(payload.exp ?? 0, (payload.iat ?? 0) + maxTokenAge) + clockTolerance;
  return { principal: principalFromClaims(payload), expiresAtMs: lastSecond * 1000 };
}

function logRefusal(logger: Logger | undefined, refusal: CodedError, token: string | null, fingerprint: string): void {
  const about = {
    code: refusal.code,
    details: refusal.details,
    tokenFingerprint: fingerprint.slice(0, 16),
    ...headerOf(token),
  };
  logger?.warn(refusal.cause === undefined ? about : { ...about, error: refusal.cause }, 'token refused');
}

/** What the token claims about its signature; unverified, for the log only. */
function headerOf(token: string | null): { algorithm?: string; keyId?: string } {
  if (token === null) return {};
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return { algorithm: String(alg).slice(0, 32), keyId: String(kid).slice(0, 64) };
  } catch {
    return {};
  }
}

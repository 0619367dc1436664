import { randomBytes } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { z } from 'zod';

const signingKey = z.object({
  createdAt: z.iso.datetime(),
  jwk: z.object({
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    x: z.string(),
    y: z.string(),
    d: z.string(),
    kid: z.string(),
    alg: z.literal('ES256'),
    use: z.literal('sig'),
  }),
});

/** What the local issuer keeps over restarts. Secret. */
export const issuerState = z.object({
  version: z.literal(1),
  /** Newest first: the first signs, all are published. */
  keys: z.array(signingKey).min(1),
  /** Secret of each client, by client id. */
  clientSecrets: z.record(z.string(), z.string().min(32)),
  cookieKeys: z.array(z.string()).min(1),
});
export type IssuerState = z.infer<typeof issuerState>;
export type SigningKey = z.infer<typeof signingKey>;

/** Lifetime of the local issuer's tokens. */
export const TOKEN_LIFETIME_SECONDS = 3600;

const KEY_LIFETIME_MS = 90 * 86_400_000;

const newSecret = (): string => randomBytes(32).toString('base64url');

/** A fresh ES256 key; its id is its thumbprint (RFC 7638). */
export async function newSigningKey(now: Date): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  return signingKey.parse({ createdAt: now.toISOString(), jwk: { ...jwk, kid, alg: 'ES256', use: 'sig' } });
}

/**
 * The state to run with from `now` on: everything kept, secrets made for clients that have none, a new key when the newest is older
 * than 90 days, and keys dropped once every token they signed has expired. Returns `kept` itself when nothing is due.
 */
export async function renewState(
  kept: IssuerState | null,
  clientIds: readonly string[],
  now: Date,
): Promise<IssuerState> {
  const keys = await renewKeys(kept?.keys ?? [], now);
  const missing = clientIds.filter((id) => kept?.clientSecrets[id] === undefined);
  if (kept !== null && keys === kept.keys && missing.length === 0) return kept;
  return {
    version: 1,
    keys: [...keys],
    clientSecrets: { ...kept?.clientSecrets, ...Object.fromEntries(missing.map((id) => [id, newSecret()])) },
    cookieKeys: kept?.cookieKeys ?? [newSecret()],
  };
}

async function renewKeys(keys: readonly SigningKey[], now: Date): Promise<readonly SigningKey[]> {
  const ageMs = (key: SigningKey): number => now.getTime() - Date.parse(key.createdAt);
  const newest = keys[0];
  if (newest === undefined || ageMs(newest) >= KEY_LIFETIME_MS) return [await newSigningKey(now), ...keys.slice(0, 1)];
  const superseded = keys.length > 1 && ageMs(newest) > TOKEN_LIFETIME_SECONDS * 1000;
  return superseded ? [newest] : keys;
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type CryptoKey,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { DEFAULT_AUDIENCE } from './identity-section';
import { LOCAL_CLIENTS, type LocalClientId } from './issuer/clients';
import { createTokenVerifier, type TokenVerifier, type TokenVerifierOptions } from './verifier';

/** A key of the test issuer, or somebody else's. */
export interface TestKey {
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
}

/** How a token differs from a good one. A claim set to `undefined` is left out. */
export interface TokenOverrides {
  readonly claims?: JWTPayload;
  readonly header?: Partial<JWTHeaderParameters>;
  /** Signs with this key instead of the issuer's newest. */
  readonly key?: TestKey;
  /** From now; negative for an expired token. One hour when absent. */
  readonly expiresInSeconds?: number;
}

/** An issuer inside the test process: real keys, real HTTP, no client secrets. */
export interface TestIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** Variables for a process that shall trust this issuer. */
  readonly environment: Readonly<Record<'OIDC_ISSUER' | 'OIDC_AUDIENCE', string>>;
  /** How often the keys were read. */
  keyReads(): number;
  /** A token as the local issuer would give it to this client, with changes. */
  token(client: LocalClientId, overrides?: TokenOverrides): Promise<string>;
  /** The value of an Authorization header with such a token. */
  bearer(client: LocalClientId, overrides?: TokenOverrides): Promise<string>;
  /** Signs with a new key from now on; `keepOld` says whether the former keys stay published. */
  rotateKey(keepOld: boolean): Promise<void>;
  /** Answers 503 to everything until told otherwise. */
  setReachable(reachable: boolean): void;
  /** A verifier that trusts this issuer. */
  verifier(options?: Partial<TokenVerifierOptions>): TokenVerifier;
  close(): Promise<void>;
}

let keysMade = 0;

/** A fresh ES256 key pair. */
export async function createTestKey(): Promise<TestKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  keysMade += 1;
  return {
    privateKey,
    publicJwk: { ...(await exportJWK(publicKey)), kid: `test-key-${keysMade}`, alg: 'ES256', use: 'sig' },
  };
}

/** Starts an issuer for tests on a free port of 127.0.0.1. Close it after the tests. */
export async function createTestIssuer(audience = DEFAULT_AUDIENCE): Promise<TestIssuer> {
  let keys: readonly [TestKey, ...TestKey[]] = [await createTestKey()];
  let reachable = true;
  let keyReads = 0;
  const publish = (path: string | undefined): unknown => {
    if (path === '/.well-known/openid-configuration') return { issuer, jwks_uri: jwksUrl };
    if (path !== '/jwks') return null;
    keyReads += 1;
    return { keys: keys.map(({ publicJwk }) => publicJwk) };
  };
  const server = createServer((request, response) => {
    const body = reachable ? publish(request.url) : null;
    response.writeHead(reachable ? (body === null ? 404 : 200) : 503, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  const issuer = await listen(server);
  const jwksUrl = `${issuer}/jwks`;
  const token = (client: LocalClientId, overrides: TokenOverrides = {}): Promise<string> =>
    sign({ issuer, audience, client, key: overrides.key ?? keys[0], overrides });
  return {
    issuer,
    audience,
    jwksUrl,
    environment: { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience },
    keyReads: () => keyReads,
    token,
    bearer: async (client, overrides) => `Bearer ${await token(client, overrides)}`,
    rotateKey: async (keepOld) => {
      keys = [await createTestKey(), ...(keepOld ? keys : [])];
    },
    setReachable: (value) => {
      reachable = value;
    },
    verifier: (options) => createTokenVerifier({ issuer, audience, ...options }),
    close: () => close(server),
  };
}

interface SigningOrder {
  readonly issuer: string;
  readonly audience: string;
  readonly client: LocalClientId;
  readonly key: TestKey;
  readonly overrides: TokenOverrides;
}

function sign({ issuer, audience, client, key, overrides }: SigningOrder): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims: JWTPayload = {
    ...LOCAL_CLIENTS.find(({ id }) => id === client)?.claims,
    iss: issuer,
    aud: audience,
    sub: client,
    client_id: client,
    iat: now,
    exp: now + (overrides.expiresInSeconds ?? 3600),
    ...overrides.claims,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.publicJwk.kid, ...overrides.header })
    .sign(key.privateKey);
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

import { createHmac } from 'node:crypto';
import { createLogger } from '@lientinh/logger';
import { createTokenVerifier, type TokenVerifierOptions } from '../src/index';
import { createTestIssuer, createTestKey, type TestIssuer, type TokenOverrides } from '../src/testing';

let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await createTestIssuer();
});
afterAll(() => issuer.close());

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
const payloadOf = (token: string): string => token.split('.')[1] ?? '';
const seconds = (offset: number): number => Math.floor(Date.now() / 1000) + offset;

/** The refusal and every log line that came with it. */
async function refusalOf(
  header: string,
  options: Partial<TokenVerifierOptions> = {},
): Promise<{ code: unknown; status: unknown; log: string }> {
  const lines: string[] = [];
  const logger = createLogger({
    service: 'test',
    level: 'debug',
    destination: { write: (line) => void lines.push(line) },
  });
  const error: unknown = await issuer
    .verifier({ logger, ...options })
    .verify(header)
    .then(
      () => ({ code: 'ACCEPTED', status: 200 }),
      (reason: unknown) => reason,
    );
  return { ...(error as { code: unknown; status: unknown }), log: lines.join('') };
}

describe('a good token', () => {
  it('says who asks', async () => {
    expect(await issuer.verifier().verify(await issuer.bearer('kon-tum'))).toEqual({
      role: 'publisher',
      client: 'kon-tum',
      publisherId: 'kon-tum',
      provinceCode: '62',
      datasets: ['AGENCIES', 'SCORES', 'PLAN', 'TASK_PROGRESS', 'PROCEDURES', 'DOSSIER_STATISTICS'],
      indices: ['PAR_INDEX'],
      seesEverything: false,
    });
  });

  it('is taken whatever the case of the scheme, and for one audience among several', async () => {
    const token = await issuer.token('admin', { claims: { aud: ['urn:other', issuer.audience] } });
    expect(await issuer.verifier().verify(`bearer ${token}`)).toEqual({ role: 'admin', client: 'admin' });
  });

  it('is verified once and remembered, while the keys are read once', async () => {
    const reads = issuer.keyReads();
    const verifier = issuer.verifier();
    const header = await issuer.bearer('analyst');
    const first = await verifier.verify(header);
    expect(await verifier.verify(header)).toBe(first);
    expect(await verifier.verify(await issuer.bearer('admin'))).not.toBe(first);
    expect(issuer.keyReads() - reads).toBe(1);
  });

  it('is remembered only until it expires', async () => {
    let now = Date.now();
    const verifier = issuer.verifier({ clock: () => now, clockToleranceSeconds: 30 });
    const header = await issuer.bearer('analyst');
    const first = await verifier.verify(header);
    now += 3_625_000;
    expect(await verifier.verify(header)).toBe(first);
    now += 10_000;
    await expect(verifier.verify(header)).rejects.toMatchObject({ code: 'TOKEN_EXPIRED' });
  });

  it('may differ by the tolerated clock difference, not by more', async () => {
    const justExpired = await issuer.bearer('analyst', { expiresInSeconds: -20 });
    expect((await refusalOf(justExpired, { clockToleranceSeconds: 30 })).code).toBe('ACCEPTED');
    expect((await refusalOf(justExpired, { clockToleranceSeconds: 0 })).code).toBe('TOKEN_EXPIRED');
  });

  it('is verified with keys from a named address without asking the issuer for it', async () => {
    const token = await issuer.bearer('admin', { claims: { iss: 'https://sso.example.vn' } });
    const verifier = issuer.verifier({ issuer: 'https://sso.example.vn', jwksUrl: issuer.jwksUrl });
    expect(await verifier.verify(token)).toEqual({ role: 'admin', client: 'admin' });
  });
});

describe('no token', () => {
  it('is a viewer, even while the issuer is away', async () => {
    const verifier = createTokenVerifier({ issuer: 'http://127.0.0.1:9', audience: 'urn:lientinh:api' });
    expect(await verifier.verify(undefined)).toEqual({ role: 'viewer' });
  });
});

describe('a token that was tampered with or meant for others', () => {
  const cases: readonly [string, string, (TokenOverrides & { client?: never }) | (() => Promise<TokenOverrides>)][] = [
    ['expired', 'TOKEN_EXPIRED', { expiresInSeconds: -3600 }],
    ['of excessive age, whatever its expiry', 'TOKEN_EXPIRED', { claims: { iat: seconds(-200_000) } }],
    ['not valid yet', 'TOKEN_NOT_YET_VALID', { claims: { nbf: seconds(600) } }],
    ['issued in the future', 'TOKEN_NOT_YET_VALID', { claims: { iat: seconds(600) } }],
    ['for another audience', 'TOKEN_AUDIENCE_WRONG', { claims: { aud: 'urn:other' } }],
    ['for no audience', 'TOKEN_AUDIENCE_WRONG', { claims: { aud: undefined } }],
    ['of another issuer', 'TOKEN_ISSUER_WRONG', { claims: { iss: 'https://evil.example' } }],
    ['of no issuer', 'TOKEN_ISSUER_WRONG', { claims: { iss: undefined } }],
    ['without expiry', 'TOKEN_CLAIMS_INVALID', { claims: { exp: undefined } }],
    ['without time of issue', 'TOKEN_CLAIMS_INVALID', { claims: { iat: undefined } }],
    ['with unknown rights', 'TOKEN_CLAIMS_INVALID', { claims: { roles: ['root'] } }],
    ['signed by a stranger', 'TOKEN_SIGNATURE_INVALID', async () => ({ key: await createTestKey() })],
    [
      'signed by a stranger under a stolen key id',
      'TOKEN_SIGNATURE_INVALID',
      async () => ({ key: await createTestKey(), header: { kid: await ownKeyId() } }),
    ],
  ];

  it.each(cases)('is refused and logged without the token: %s → %s', async (_name, code, overrides) => {
    const token = await issuer.token('analyst', typeof overrides === 'function' ? await overrides() : overrides);
    const { code: actual, status, log } = await refusalOf(`Bearer ${token}`);
    expect({ code: actual, status }).toEqual({ code, status: 401 });
    expect(log).toContain(`"code":"${code}"`);
    for (const part of token.split('.')) expect(log).not.toContain(part);
  });

  it.each(['none', 'None', 'NONE', ''])('is refused when it needs no signature (alg %j)', async (alg) => {
    const payload = payloadOf(await issuer.token('admin'));
    const { code } = await refusalOf(`Bearer ${encode({ alg, typ: 'JWT' })}.${payload}.`);
    expect(code).toBe(alg === '' ? 'TOKEN_MALFORMED' : 'TOKEN_ALGORITHM_REFUSED');
  });

  it('is refused when the public key was used as a shared secret', async () => {
    const { keys } = (await (await fetch(issuer.jwksUrl)).json()) as { keys: object[] };
    const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: await ownKeyId() })}.${payloadOf(await issuer.token('admin'))}`;
    const signature = createHmac('sha256', JSON.stringify(keys[0])).update(signed).digest('base64url');
    expect((await refusalOf(`Bearer ${signed}.${signature}`)).code).toBe('TOKEN_ALGORITHM_REFUSED');
  });

  it('is refused when its algorithm is sound but not on the list', async () => {
    expect((await refusalOf(await issuer.bearer('admin'), { algorithms: ['RS256'] })).code).toBe(
      'TOKEN_ALGORITHM_REFUSED',
    );
  });

  it('is refused when its claims were changed after signing', async () => {
    const [header, payload = '', signature] = (await issuer.token('kon-tum')).split('.');
    const claims = { ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), province: '46' };
    expect((await refusalOf(`Bearer ${header}.${encode(claims)}.${signature}`)).code).toBe('TOKEN_SIGNATURE_INVALID');
  });

  it('does not get the answer that a good token with the same claims got', async () => {
    const verifier = issuer.verifier();
    const token = await issuer.token('admin');
    await verifier.verify(`Bearer ${token}`);
    const [header, payload] = token.split('.');
    const forged = `${header}.${payload}.${Buffer.alloc(64, 1).toString('base64url')}`;
    await expect(verifier.verify(`Bearer ${forged}`)).rejects.toMatchObject({ code: 'TOKEN_SIGNATURE_INVALID' });
  });

  it.each([
    ['nothing', ''],
    ['only the scheme', 'Bearer '],
    ['another scheme', 'Basic YWRtaW46YWRtaW4='],
    ['garbage', 'Bearer garbage'],
    ['three garbage parts', 'Bearer a.b.c'],
    ['five parts, as encrypted tokens have', 'Bearer a.b.c.d.e'],
    ['a header that is no JSON object', `Bearer ${Buffer.from('[1]').toString('base64url')}.e30.AAAA`],
    ['two tokens', 'Bearer a.b.c, Bearer d.e.f'],
    ['a token without end', `Bearer ${'a'.repeat(9000)}.b.c`],
  ])('is refused as malformed and logged without it: %s', async (_name, header) => {
    const { code, status, log } = await refusalOf(header);
    expect({ code, status }).toEqual({ code: 'TOKEN_MALFORMED', status: 401 });
    expect(log).toContain('TOKEN_MALFORMED');
    if (header.length > 10) expect(log).not.toContain(header.slice(7));
  });
});

async function ownKeyId(): Promise<string> {
  const [header = ''] = (await issuer.token('admin')).split('.');
  return (JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid: string }).kid;
}

describe('settings that would weaken a verifier', () => {
  const make = (options: object) => () =>
    createTokenVerifier({ issuer: 'https://a.vn', audience: 'urn:a', ...options });
  it.each([
    ['an empty list of algorithms', { algorithms: [] }],
    ['shared secrets', { algorithms: ['ES256', 'HS256'] }],
    ['unsigned tokens', { algorithms: ['none'] }],
    ['a clock difference of an hour', { clockToleranceSeconds: 3600 }],
    ['a clock difference that is no number', { clockToleranceSeconds: Number.NaN }],
  ])('are refused: %s', (_name, options) => {
    expect(make(options)).toThrow(RangeError);
  });
});

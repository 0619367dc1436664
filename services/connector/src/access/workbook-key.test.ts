import fc from 'fast-check';
import { DATASETS } from '@lientinh/contracts';
import { maySeeSelfAssessed, principalFromClaims, VIEWER, LOCAL_CLIENTS, type Principal } from '@lientinh/identity';
import { createKeySecret, hashKeySecret, isKeySecret, sameHash } from './key-secret';
import { isKeyMaker, type KeyMaker, keyStanding, mayMakeKeys, mayManageKey, scopeOf, scopeOfKey } from './workbook-key';

const code = fc.stringMatching(/^\d{2}$/);
const maker: fc.Arbitrary<KeyMaker> = fc.oneof(
  fc.constant<KeyMaker>({ role: 'analyst', client: 'someone' }),
  fc.record({
    role: fc.constant('publisher' as const),
    client: fc.constant('someone'),
    publisherId: fc.constant('someone'),
    provinceCode: fc.option(code),
    datasets: fc.uniqueArray(fc.constantFrom(...DATASETS)),
    indices: fc.constant([]),
    seesEverything: fc.boolean(),
  }),
);
const of = (id: string): Principal =>
  principalFromClaims({ client_id: id, ...LOCAL_CLIENTS.find((client) => client.id === id)?.claims });
const sees = (unpublished: 'NONE' | 'EVERY_PROVINCE' | readonly string[], province: string): boolean =>
  unpublished === 'EVERY_PROVINCE' || (unpublished !== 'NONE' && unpublished.includes(province));

describe('the scope of a principal', () => {
  it.each([
    ['kon-tum', ['62']],
    ['ministry', 'EVERY_PROVINCE'],
    ['analyst', 'EVERY_PROVINCE'],
    ['papi', 'NONE'],
    ['admin', 'NONE'],
  ])('of %s shows unpublished rows of %j', (client, unpublished) => {
    expect(scopeOf(of(client))).toEqual({ provinceCode: null, datasets: null, unpublished });
  });

  it('of nobody shows what is published', () => {
    expect(scopeOf(VIEWER)).toEqual({ provinceCode: null, datasets: null, unpublished: 'NONE' });
  });
});

describe('the scope of a key', () => {
  it('shows an unpublished row only where its maker saw it and the key reaches', () => {
    fc.assert(
      fc.property(maker, fc.option(code), code, (who, provinceCode, province) => {
        const { unpublished } = scopeOfKey({ maker: who, provinceCode, datasets: null });
        const reaches = provinceCode === null || provinceCode === province;
        // A key of one province shows no row of another anyway; its scope must not say more.
        expect(sees(unpublished, province)).toBe(maySeeSelfAssessed(who, province) && reaches);
      }),
    );
  });

  it('is of its own province and data sets', () => {
    const key = { maker: of('analyst') as KeyMaker, provinceCode: '46', datasets: ['PLAN'] as const };
    expect(scopeOfKey(key)).toEqual({ provinceCode: '46', datasets: ['PLAN'], unpublished: ['46'] });
  });
});

describe('making and managing keys', () => {
  it('is for analysts and publishers; a viewer needs a token, an admin a role', () => {
    expect(mayMakeKeys(VIEWER)).toMatchObject({ code: 'NOT_AUTHENTICATED', status: 401 });
    expect(mayMakeKeys(of('admin'))).toMatchObject({ code: 'NOT_PERMITTED', status: 403 });
    for (const client of ['analyst', 'ministry', 'kon-tum', 'papi']) expect(mayMakeKeys(of(client))).toBeNull();
  });

  it('lets the maker and the admin manage a key', () => {
    expect(mayManageKey(of('kon-tum'), 'kon-tum')).toBe(true);
    expect(mayManageKey(of('kon-tum'), 'hung-yen')).toBe(false);
    expect(mayManageKey(of('admin'), 'hung-yen')).toBe(true);
    expect(mayManageKey(VIEWER, 'viewer')).toBe(false);
    expect(isKeyMaker(of('admin'))).toBe(false);
  });

  it('ends a key at its expiry, to the millisecond, and a revoked key at once', () => {
    const key = {
      id: 'k',
      name: 'n',
      maker: of('analyst') as KeyMaker,
      provinceCode: null,
      datasets: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      expiresAt: '2026-06-01T00:00:00.000Z',
      revokedAt: null,
      revokedBy: null,
      lastUsedAt: null,
    };
    const end = Date.parse(key.expiresAt);
    expect(keyStanding(key, end - 1)).toBe('USABLE');
    expect(keyStanding(key, end)).toBe('EXPIRED');
    expect(keyStanding({ ...key, revokedAt: '2026-02-01T00:00:00.000Z', revokedBy: 'admin' }, end)).toBe('REVOKED');
  });
});

describe('the secret of a key', () => {
  it('is recognised, and differs each time', () => {
    const secrets = Array.from({ length: 200 }, createKeySecret);
    expect(new Set(secrets).size).toBe(200);
    expect(secrets.every(isKeySecret)).toBe(true);
  });

  it('is not what a client secret looks like', () => {
    for (const text of [
      '',
      'lientinh_',
      `lientinh_${'a'.repeat(42)}`,
      `x${createKeySecret()}`,
      `${createKeySecret()} `,
    ])
      expect(isKeySecret(text)).toBe(false);
  });

  it('matches its own hash only', () => {
    const [one, other] = [createKeySecret(), createKeySecret()].map(hashKeySecret);
    expect(sameHash(one as Buffer, Buffer.from(one as Buffer))).toBe(true);
    expect(sameHash(one as Buffer, other as Buffer)).toBe(false);
    expect(sameHash(one as Buffer, (one as Buffer).subarray(1))).toBe(false);
  });
});

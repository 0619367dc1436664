import type { CodedError } from '@lientinh/errors';
import { issuerUnreachable, type TokenRequest, tokenRequestRefused } from '@lientinh/identity';
import { ClientTokens } from './client-tokens';

describe('ClientTokens', () => {
  let now = 0;
  let asked: TokenRequest[] = [];
  let failure: CodedError | null = null;
  let tokens: ClientTokens;
  beforeEach(() => {
    [now, asked, failure] = [1_000_000, [], null];
    tokens = new ClientTokens({
      issuer: 'https://sso.example.vn',
      audience: 'urn:lientinh:api',
      clock: () => now,
      request: async (request) => {
        asked.push(request);
        await Promise.resolve();
        if (failure !== null) throw failure;
        return { token: `token-${asked.length}`, expiresInSeconds: 600 };
      },
    });
  });

  it('keeps a token for five minutes at most', async () => {
    expect(tokens.kept('c', 's')).toBeNull();
    expect(await tokens.exchange('c', 's')).toBe('token-1');
    now += 299_999;
    expect(tokens.kept('c', 's')).toBe('token-1');
    now += 1;
    expect(tokens.kept('c', 's')).toBeNull();
  });

  it('keeps one token for each pair of id and secret, however they run together', async () => {
    await tokens.exchange('c', 's');
    for (const [client, secret] of [
      ['c', 't'],
      ['d', 's'],
      ['', 'cs'],
      ['cs', ''],
    ] as const)
      expect(tokens.kept(client, secret)).toBeNull();
  });

  it('asks once for requests that come together', async () => {
    expect(await Promise.all([1, 2, 3].map(() => tokens.exchange('c', 's')))).toEqual([
      'token-1',
      'token-1',
      'token-1',
    ]);
    expect(asked).toHaveLength(1);
  });

  it('does not take a wrong password to the issuer again for half a minute', async () => {
    failure = tokenRequestRefused({ issuer: 'i', reason: 'invalid_client' });
    const attempt = (): Promise<unknown> => tokens.exchange('c', 'wrong').catch((error: unknown) => error);
    for (let time = 0; time < 5; time += 1)
      expect(await attempt()).toMatchObject({ code: 'ODATA_CLIENT_REFUSED', status: 401, details: { client: 'c' } });
    expect(asked).toHaveLength(1);
    now += 30_000;
    await attempt();
    expect(asked).toHaveLength(2);
  });

  it('does not take an issuer that cannot be asked for a refusal', async () => {
    failure = issuerUnreachable({ issuer: 'i' });
    await expect(tokens.exchange('c', 's')).rejects.toMatchObject({ code: 'ISSUER_UNREACHABLE', status: 503 });
    failure = null;
    expect(await tokens.exchange('c', 's')).toBe('token-2');
  });

  it('asks for no more than twenty at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 30 }, (_, place) => tokens.exchange('c', String(place))));
    expect(asked).toHaveLength(20);
    const busy = all.filter(({ status }) => status === 'rejected');
    expect(busy).toHaveLength(10);
    expect(busy[0]).toMatchObject({ reason: { code: 'SERVICE_UNAVAILABLE', status: 503 } });
  });

  it('tells the secret in no error', async () => {
    failure = tokenRequestRefused({ issuer: 'i', reason: 'invalid_client' });
    const error = await tokens.exchange('c', 'do-not-tell').catch((reason: unknown) => reason as CodedError);
    expect(JSON.stringify([error, (error as CodedError).text])).not.toContain('do-not-tell');
  });
});

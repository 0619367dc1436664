import type { CodedError } from '@lientinh/errors';
import {
  createTokenVerifier,
  DEFAULT_AUDIENCE,
  requestToken,
  type TokenRequest,
  type TokenVerifier,
} from '@lientinh/identity';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import { AUTHENTICATION_CHALLENGES, type ConnectorAccess, createAccess } from '../src/access';
import { migrations } from '../src/migrations';
import { basicHeader, type LocalIssuer, startLocalIssuer } from './support/local-issuer';

const ADDRESS = '10.1.2.3';

describe('access to the connector, with the local issuer in a process of its own', () => {
  let issuer: LocalIssuer;
  let test: TestDatabase;
  let verifier: TokenVerifier;
  beforeAll(async () => {
    [issuer, test] = await Promise.all([startLocalIssuer(), createTestDatabase(migrations)]);
    verifier = createTokenVerifier({ issuer: issuer.issuer, audience: DEFAULT_AUDIENCE });
  });
  afterAll(async () => {
    await issuer.stop();
    await test.destroy();
  });

  let asked: TokenRequest[];
  let access: ConnectorAccess;
  const authenticate = (authorization: string | undefined, address = ADDRESS) =>
    access.authenticate({ authorization }, address);
  beforeEach(() => {
    asked = [];
    access = createAccess({
      database: test.database,
      verifier,
      issuer: issuer.issuer,
      audience: DEFAULT_AUDIENCE,
      logger: silentLogger,
      requestToken: (request) => {
        asked.push(request);
        return requestToken(request);
      },
    });
  });

  it('takes nobody for a viewer, without asking anyone', async () => {
    expect(await authenticate(undefined)).toMatchObject({
      scope: { provinceCode: null, datasets: null, unpublished: 'NONE' },
      principalName: 'viewer',
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['kon-tum', ['62']],
    ['ministry', 'EVERY_PROVINCE'],
    ['analyst', 'EVERY_PROVINCE'],
    ['pci', 'NONE'],
    ['admin', 'NONE'],
  ])('gives %s by id and secret what its token gives', async (client, unpublished) => {
    const { token } = await requestToken({
      issuer: issuer.issuer,
      audience: DEFAULT_AUDIENCE,
      client,
      secret: issuer.secretOf(client),
    });
    const byToken = await authenticate(`Bearer ${token}`);
    const bySecret = await authenticate(issuer.basic(client));
    expect(bySecret).toEqual(byToken);
    expect(bySecret).toMatchObject({ scope: { unpublished }, principalName: `client:${client}` });
  });

  it('asks the issuer once for many requests', async () => {
    await Promise.all(Array.from({ length: 10 }, () => authenticate(issuer.basic('analyst'))));
    await authenticate(issuer.basic('analyst'));
    expect(asked).toHaveLength(1);
  });

  it('refuses wrong, unknown and empty credentials with a code in both languages, asking the issuer once', async () => {
    for (const [user, password] of [
      ['analyst', 'wrong'],
      ['nobody', 'wrong'],
      ['', 'x'],
      ['analyst', ''],
    ] as const)
      for (let time = 0; time < 3; time += 1) {
        const error = await authenticate(basicHeader(user, password)).catch((reason: unknown) => reason);
        expect(error).toMatchObject({ code: 'ODATA_CLIENT_REFUSED', status: 401, details: { client: user } });
        expect(error).toMatchObject({ text: { vi: expect.stringMatching(/mật khẩu/), en: expect.any(String) } });
      }
    expect(asked).toHaveLength(2);
  });

  it('stops a search for passwords before the issuer hears of it, and still lets the right one in from elsewhere', async () => {
    const codes: unknown[] = [];
    for (let time = 0; time < 15; time += 1)
      codes.push(
        await authenticate(basicHeader('analyst', `guess ${time}`)).catch(
          (error: unknown) => (error as CodedError).code,
        ),
      );
    expect(codes).toEqual([
      ...Array.from({ length: 10 }, () => 'ODATA_CLIENT_REFUSED'),
      ...Array.from({ length: 5 }, () => 'ODATA_TOO_MANY_ATTEMPTS'),
    ]);
    expect(asked).toHaveLength(10);
    await expect(authenticate(issuer.basic('analyst'))).rejects.toMatchObject({ status: 429 });
    expect(await authenticate(issuer.basic('analyst'), '10.9.9.9')).toMatchObject({ principalName: 'client:analyst' });
    expect(await authenticate(issuer.basic('analyst'))).toMatchObject({ principalName: 'client:analyst' });
  });

  it('never takes bad credentials for none', async () => {
    for (const header of ['', 'Basic', 'Digest a=b', 'Bearer', 'Bearer a.b.c', 'Bearer not a token'])
      await expect(authenticate(header)).rejects.toMatchObject({ status: 401 });
  });

  it('challenges in the order that spreadsheets know, with the name of the product in UTF-8', () => {
    expect(access.challenges).toBe(AUTHENTICATION_CHALLENGES);
    expect(Buffer.from(access.challenges[0] ?? '', 'latin1').toString('utf8')).toBe(
      'Basic realm="Liên Tỉnh", charset="UTF-8"',
    );
    expect(() => new Headers({ 'www-authenticate': access.challenges[0] ?? '' })).not.toThrow();
  });

  it('says that the issuer is away, and not that the password is wrong', async () => {
    const away = createAccess({
      database: test.database,
      verifier,
      issuer: 'http://127.0.0.1:1',
      audience: DEFAULT_AUDIENCE,
      logger: silentLogger,
    });
    await expect(away.authenticate({ authorization: issuer.basic('analyst') }, ADDRESS)).rejects.toMatchObject({
      code: 'ISSUER_UNREACHABLE',
      status: 503,
    });
  });
});

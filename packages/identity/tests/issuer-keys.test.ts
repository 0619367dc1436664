import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createTokenVerifier } from '../src/index';
import { createTestIssuer, type TestIssuer } from '../src/testing';

const AT_ONCE = { refreshAfterMs: 0, cooldownMs: 0, retryAfterMs: 0 };
const NEVER_BY_AGE = { refreshAfterMs: 3_600_000, cooldownMs: 0 };

let issuer: TestIssuer;
beforeEach(async () => {
  issuer = await createTestIssuer();
});
afterEach(() => issuer.close());

describe('when the issuer changes its key', () => {
  it('accepts the new key without a restart, and the old one while it is published', async () => {
    const verifier = issuer.verifier({ keyTimes: NEVER_BY_AGE });
    const old = await issuer.bearer('analyst');
    await verifier.verify(old);
    await issuer.rotateKey(true);
    expect(await verifier.verify(await issuer.bearer('admin'))).toMatchObject({ role: 'admin' });
    expect(await verifier.verify(old)).toMatchObject({ role: 'analyst' });
    expect(issuer.keyReads()).toBe(2);
  });

  it('refuses the old key once it is gone, even for a token that it remembers', async () => {
    const verifier = issuer.verifier({ keyTimes: AT_ONCE });
    const old = await issuer.bearer('analyst');
    await verifier.verify(old);
    await issuer.rotateKey(false);
    await expect(verifier.verify(old)).rejects.toMatchObject({ code: 'TOKEN_SIGNATURE_INVALID', status: 401 });
  });

  it('forgets remembered tokens of the old key as soon as the new key was met', async () => {
    const verifier = issuer.verifier({ keyTimes: NEVER_BY_AGE });
    const old = await issuer.bearer('analyst');
    await verifier.verify(old);
    await issuer.rotateKey(false);
    await verifier.verify(await issuer.bearer('admin'));
    await expect(verifier.verify(old)).rejects.toMatchObject({ code: 'TOKEN_SIGNATURE_INVALID' });
  });

  it('does not let unknown key ids make it read the keys over and over', async () => {
    const verifier = issuer.verifier({ keyTimes: { cooldownMs: 3_600_000 } });
    await verifier.verify(await issuer.bearer('analyst'));
    for (const kid of ['a', 'b', 'c']) {
      await expect(verifier.verify(await issuer.bearer('analyst', { header: { kid } }))).rejects.toMatchObject({
        code: 'TOKEN_SIGNATURE_INVALID',
      });
    }
    expect(issuer.keyReads()).toBe(1);
  });
});

describe('when the issuer does not answer', () => {
  it('says so with 503 and recovers by itself', async () => {
    const verifier = issuer.verifier({ keyTimes: AT_ONCE });
    const header = await issuer.bearer('analyst');
    issuer.setReachable(false);
    await expect(verifier.verify(header)).rejects.toMatchObject({ code: 'ISSUER_UNREACHABLE', status: 503 });
    expect(await verifier.verify(undefined)).toEqual({ role: 'viewer' });
    issuer.setReachable(true);
    expect(await verifier.verify(header)).toMatchObject({ role: 'analyst' });
  });

  it('goes on with the keys it knows until they are too old', async () => {
    const patient = issuer.verifier({ keyTimes: { ...AT_ONCE, maximumAgeMs: 3_600_000 } });
    const strict = issuer.verifier({ keyTimes: { ...AT_ONCE, maximumAgeMs: 0 } });
    const header = await issuer.bearer('analyst');
    await patient.verify(header);
    issuer.setReachable(false);
    expect(await patient.verify(header)).toMatchObject({ role: 'analyst' });
    await expect(strict.verify(header)).rejects.toMatchObject({ code: 'ISSUER_UNREACHABLE' });
  });

  it('does not believe a description that speaks for somebody else', async () => {
    const impostor = createServer((_request, response) =>
      response.end(JSON.stringify({ issuer: issuer.issuer, jwks_uri: issuer.jwksUrl })),
    );
    const port = await new Promise<number>((resolve) => {
      impostor.listen(0, '127.0.0.1', () => resolve((impostor.address() as AddressInfo).port));
    });
    const address = `http://127.0.0.1:${port}`;
    const verifier = createTokenVerifier({ issuer: address, audience: issuer.audience });
    const header = await issuer.bearer('admin', { claims: { iss: address } });
    const answer = await verifier.verify(header).catch((error: unknown) => error);
    impostor.close();
    impostor.closeAllConnections();
    expect(answer).toMatchObject({ code: 'ISSUER_UNREACHABLE' });
  });
});

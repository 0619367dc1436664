import { EnvironmentError, parseEnvironment } from '@lientinh/environment';
import { identitySection } from './identity-section';
import { readEnvironment } from './issuer/environment';
import { isTrustedAddress } from './trusted-address';
import { verifierOptions } from './verifier-options';

describe('isTrustedAddress', () => {
  it.each([
    'https://sso.example.vn/realms/a',
    'http://127.0.0.1:4050',
    'http://[::1]:1',
    'http://localhost:4050',
    'http://issuer:4050',
    'http://issuer.lientinh.svc',
  ])('trusts %s', (address) => expect(isTrustedAddress(address)).toBe(true));
  it.each([
    'http://sso.example.vn',
    'http://10.0.0.8',
    'http://[2001:db8::1]',
    'https://user:secret@sso.example.vn',
    'file:///etc/keys',
    'sso.example.vn',
    '',
  ])('does not trust %s', (address) => expect(isTrustedAddress(address)).toBe(false));
});

describe('identitySection', () => {
  it('needs the issuer named', () => {
    expect(() => parseEnvironment({}, identitySection)).toThrow(EnvironmentError);
  });

  it('becomes the options of a verifier', () => {
    const environment = parseEnvironment(
      { OIDC_ISSUER: 'https://sso.example.vn', OIDC_CLOCK_TOLERANCE_SECONDS: '5' },
      identitySection,
    );
    expect(verifierOptions(environment)).toEqual({
      issuer: 'https://sso.example.vn',
      audience: 'urn:lientinh:api',
      jwksUrl: undefined,
      clockToleranceSeconds: 5,
    });
  });

  it.each([
    ['OIDC_ISSUER', { OIDC_ISSUER: 'http://sso.example.vn' }],
    ['OIDC_JWKS_URL', { OIDC_ISSUER: 'https://a.vn', OIDC_JWKS_URL: 'http://b.vn/keys' }],
    ['OIDC_CLOCK_TOLERANCE_SECONDS', { OIDC_ISSUER: 'https://a.vn', OIDC_CLOCK_TOLERANCE_SECONDS: '301' }],
  ])('refuses a bad %s', (name, environment) => {
    expect(() => parseEnvironment(environment, identitySection)).toThrow(new RegExp(name));
  });
});

describe("the local issuer's environment", () => {
  it('listens on this machine alone unless told otherwise', () => {
    expect(readEnvironment({ ISSUER_DATA_DIR: 'kept' })).toEqual({
      host: '127.0.0.1',
      port: 4050,
      dataDir: 'kept',
      issuer: null,
      audience: 'urn:lientinh:api',
    });
  });

  it('needs a data folder', () => {
    expect(() => readEnvironment({})).toThrow(/ISSUER_DATA_DIR/);
  });

  it('needs a reachable name when it listens everywhere', () => {
    expect(() => readEnvironment({ ISSUER_DATA_DIR: 'kept', HOST: '0.0.0.0' })).toThrow(/OIDC_ISSUER/);
    expect(
      readEnvironment({ ISSUER_DATA_DIR: 'kept', HOST: '0.0.0.0', OIDC_ISSUER: 'http://issuer:4050' }).issuer,
    ).toBe('http://issuer:4050');
  });
});

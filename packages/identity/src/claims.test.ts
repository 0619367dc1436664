import { principalFromClaims } from './claims';
import { LOCAL_CLIENTS } from './issuer/clients';

const PUBLISHER = { client_id: 'c', roles: ['publisher'], datasets: ['PLAN'] };

describe('principalFromClaims', () => {
  it('reads a publisher with everything it may do', () => {
    const claims = {
      ...PUBLISHER,
      publisher: 'p',
      province: '08',
      datasets: ['PLAN', 'SCORES'],
      indices: ['PAR_INDEX'],
    };
    expect(principalFromClaims(claims)).toEqual({
      role: 'publisher',
      client: 'c',
      publisherId: 'p',
      provinceCode: '08',
      datasets: ['PLAN', 'SCORES'],
      indices: ['PAR_INDEX'],
      seesEverything: false,
    });
  });

  it('takes the client for the publisher, and no province for the whole country, where the claims are silent', () => {
    expect(principalFromClaims(PUBLISHER)).toMatchObject({ publisherId: 'c', provinceCode: null, indices: [] });
    expect(principalFromClaims({ ...PUBLISHER, province: null })).toMatchObject({ provinceCode: null });
  });

  it.each([
    ['client_id', { client_id: 'a', azp: 'b', sub: 'c' }, 'a'],
    ['azp', { azp: 'b', sub: 'c' }, 'b'],
    ['sub', { sub: 'c' }, 'c'],
  ])('finds the client in %s', (_claim, claims, client) => {
    expect(principalFromClaims({ ...claims, roles: ['analyst'] })).toEqual({ role: 'analyst', client });
  });

  it('passes over roles of other applications', () => {
    expect(principalFromClaims({ sub: 'c', roles: ['offline_access', 'admin'] })).toEqual({
      role: 'admin',
      client: 'c',
    });
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no client', { roles: ['analyst'] }, 'client_id'],
    ['an empty client', { roles: ['analyst'], client_id: '' }, 'client_id'],
    ['no roles', { sub: 'c' }, 'roles'],
    ['roles as text', { sub: 'c', roles: 'admin' }, 'roles'],
    ['only unknown roles', { sub: 'c', roles: ['root'] }, 'roles'],
    ['the role viewer, which needs no token', { sub: 'c', roles: ['viewer'] }, 'roles'],
    ['a publisher who administers', { ...PUBLISHER, roles: ['publisher', 'admin'] }, 'roles'],
    ['an analyst who administers', { sub: 'c', roles: ['analyst', 'admin'] }, 'roles'],
    ['a publisher without data sets', { sub: 'c', roles: ['publisher'] }, 'datasets'],
    ['a publisher of no data set', { ...PUBLISHER, datasets: [] }, 'datasets'],
    ['an unknown data set', { ...PUBLISHER, datasets: ['EVERYTHING'] }, 'datasets'],
    ['a province that is no code', { ...PUBLISHER, province: 'Kon Tum' }, 'province'],
    ['a province as a number', { ...PUBLISHER, province: 62 }, 'province'],
    ['an index that is no code', { ...PUBLISHER, indices: ['par index'] }, 'indices'],
    ['scores of no index', { ...PUBLISHER, datasets: ['SCORES'] }, 'indices'],
  ])('refuses %s', (_name, claims, claim) => {
    expect(() => principalFromClaims(claims)).toThrow(
      expect.objectContaining({ code: 'TOKEN_CLAIMS_INVALID', status: 401, details: { claim } }),
    );
  });

  it('cannot be changed afterwards', () => {
    const principal = principalFromClaims(PUBLISHER);
    expect(Object.isFrozen(principal)).toBe(true);
    expect(
      principal.role === 'publisher' && Object.isFrozen(principal.datasets) && Object.isFrozen(principal.indices),
    ).toBe(true);
  });

  it.each(LOCAL_CLIENTS)('understands the claims of the local client $id', ({ id, claims }) => {
    expect(principalFromClaims({ client_id: id, ...claims })).toMatchObject({ client: id });
  });
});

import { DATASETS } from '@lientinh/contracts';
import fc from 'fast-check';
import { principalFromClaims } from './claims';
import { LOCAL_CLIENTS, type LocalClientId } from './issuer/clients';
import { type Principal, type Publisher, type Role, ROLES, VIEWER } from './principal';
import {
  hasRole,
  mayAdminister,
  mayPublish,
  mayPublishDataset,
  maySeeEverything,
  maySeeSelfAssessed,
  type PublishRequest,
  requireRole,
  rolesOf,
  selfAssessedScope,
  throwIfRefused,
} from './rights';

const of = (id: LocalClientId): Principal =>
  principalFromClaims({ client_id: id, ...LOCAL_CLIENTS.find((client) => client.id === id)?.claims });

const provinceCode = fc.stringMatching(/^\d{2}$/);
const indexCode = fc.constantFrom('PAR_INDEX', 'SIPAS', 'PAPI', 'PCI', 'DTI');
const dataset = fc.constantFrom(...DATASETS);
const status = fc.constantFrom('SELF_ASSESSED', 'APPRAISED', 'PUBLISHED', 'DERIVED');
const publisher: fc.Arbitrary<Publisher> = fc.record({
  role: fc.constant('publisher' as const),
  client: fc.constant('someone'),
  publisherId: fc.constant('someone'),
  provinceCode: fc.option(provinceCode),
  datasets: fc.uniqueArray(dataset),
  indices: fc.uniqueArray(indexCode),
  seesEverything: fc.boolean(),
});
const principal: fc.Arbitrary<Principal> = fc.oneof(
  fc.constant(VIEWER),
  fc.constant<Principal>({ role: 'analyst', client: 'someone' }),
  fc.constant<Principal>({ role: 'admin', client: 'someone' }),
  publisher,
);
const request: fc.Arbitrary<PublishRequest> = fc.record(
  { dataset, province: fc.option(provinceCode), index: indexCode, status },
  { requiredKeys: ['dataset'] },
);

describe('roles', () => {
  it.each<[string, Principal, readonly Role[]]>([
    ['a viewer', VIEWER, ['viewer']],
    ['a province', of('kon-tum'), ['viewer', 'publisher']],
    ['the ministry', of('ministry'), ['viewer', 'analyst', 'publisher']],
    ['an analyst', of('analyst'), ['viewer', 'analyst']],
    ['an admin', of('admin'), ['viewer', 'admin']],
  ])('%s has just its own', (_name, who, roles) => {
    expect(rolesOf(who)).toEqual(roles);
    expect(ROLES.filter((role) => hasRole(who, role))).toEqual(roles);
  });

  it('refuses for want of a token with NOT_AUTHENTICATED, for want of a role with NOT_PERMITTED that names it', () => {
    fc.assert(
      fc.property(principal, fc.constantFrom(...ROLES), (who, role) => {
        const refusal = requireRole(who, role);
        if (hasRole(who, role)) expect(refusal).toBeNull();
        else if (who.role === 'viewer') expect(refusal).toMatchObject({ code: 'NOT_AUTHENTICATED', status: 401 });
        else
          expect(refusal).toMatchObject({
            code: 'NOT_PERMITTED',
            status: 403,
            details: { right: 'ROLE', subject: role },
          });
      }),
    );
  });

  it('lets the admin alone administer', () => {
    fc.assert(fc.property(principal, (who) => (mayAdminister(who) === null) === (who.role === 'admin')));
  });
});

describe('self-assessed scores', () => {
  it.each<[string, Principal, 'EVERY_PROVINCE' | readonly string[]]>([
    ['a viewer', VIEWER, []],
    ['Kon Tum', of('kon-tum'), ['62']],
    ['the publisher of PAPI', of('papi'), []],
    ['the ministry', of('ministry'), 'EVERY_PROVINCE'],
    ['an analyst', of('analyst'), 'EVERY_PROVINCE'],
    ['an admin', of('admin'), []],
  ])('%s sees those it should', (_name, who, scope) => {
    expect(selfAssessedScope(who)).toEqual(scope);
  });

  it('are seen by their own province and by those who see everything, by nobody else', () => {
    fc.assert(
      fc.property(principal, provinceCode, (who, code) => {
        const own = who.role === 'publisher' && who.provinceCode === code;
        expect(maySeeSelfAssessed(who, code)).toBe(own || maySeeEverything(who));
      }),
    );
  });
});

const OWN_CLAIM = { dataset: 'SCORES', province: '62', index: 'PAR_INDEX', status: 'SELF_ASSESSED' } as const;
const NATIONAL = { dataset: 'SCORES', province: '62', status: 'PUBLISHED' } as const;

describe('mayPublish', () => {
  it.each<[string, LocalClientId, PublishRequest]>([
    ...DATASETS.filter((name) => name !== 'SCORES').map(
      (name) =>
        [`${name} of its province`, 'kon-tum', { dataset: name, province: '62' }] as [
          string,
          'kon-tum',
          PublishRequest,
        ],
    ),
    ['its own claims in the PAR INDEX', 'kon-tum', OWN_CLAIM],
    ['appraised scores of the PAR INDEX', 'ministry', { ...NATIONAL, index: 'PAR_INDEX', status: 'APPRAISED' }],
    [
      'what a province claimed, beside its appraisal',
      'ministry',
      { ...NATIONAL, index: 'PAR_INDEX', status: 'SELF_ASSESSED' },
    ],
    ['scores of SIPAS', 'ministry', { ...NATIONAL, index: 'SIPAS' }],
    ['the agencies of the centre', 'ministry', { dataset: 'AGENCIES', province: null }],
    ['the national register of procedures', 'ministry', { dataset: 'PROCEDURES', province: null }],
    ['scores of PAPI', 'papi', { ...NATIONAL, index: 'PAPI' }],
    ['scores of PCI for no single province', 'pci', { ...NATIONAL, province: null, index: 'PCI' }],
    ['scores of DTI', 'dti', { ...NATIONAL, index: 'DTI' }],
  ])('permits %s (%s)', (_what, client, wanted) => {
    expect(mayPublish(of(client), wanted)).toBeNull();
  });

  it.each<[string, LocalClientId, PublishRequest, string, string]>([
    ["another province's plan", 'kon-tum', { dataset: 'PLAN', province: '46' }, 'PROVINCE', '46'],
    ['a plan of no named province', 'kon-tum', { dataset: 'PLAN' }, 'PROVINCE', '(none)'],
    ['agencies of the whole country', 'hung-yen', { dataset: 'AGENCIES', province: null }, 'PROVINCE', '(none)'],
    ["another province's claims", 'tuyen-quang', OWN_CLAIM, 'PROVINCE', '62'],
    ['appraised scores from a province', 'kon-tum', { ...OWN_CLAIM, status: 'APPRAISED' }, 'STATUS', 'APPRAISED'],
    ['published scores from a province', 'kon-tum', { ...OWN_CLAIM, status: 'PUBLISHED' }, 'STATUS', 'PUBLISHED'],
    ['scores without a status', 'kon-tum', { ...OWN_CLAIM, status: undefined }, 'STATUS', '(none)'],
    ['SIPAS from a province', 'kon-tum', { ...OWN_CLAIM, index: 'SIPAS' }, 'INDEX', 'SIPAS'],
    ['scores without an index', 'kon-tum', { ...OWN_CLAIM, index: undefined }, 'INDEX', '(none)'],
    ['PCI from the publisher of PAPI', 'papi', { ...NATIONAL, index: 'PCI' }, 'INDEX', 'PCI'],
    ['PAPI from the ministry', 'ministry', { ...NATIONAL, index: 'PAPI' }, 'INDEX', 'PAPI'],
    [
      'derived scores from anybody',
      'ministry',
      { ...NATIONAL, index: 'SIPAS', status: 'DERIVED' },
      'STATUS',
      'DERIVED',
    ],
    ['a plan from the ministry', 'ministry', { dataset: 'PLAN', province: '62' }, 'DATASET', 'PLAN'],
    ['anything from an analyst', 'analyst', { ...NATIONAL, index: 'PAPI' }, 'ROLE', 'publisher'],
    ['anything from an admin', 'admin', { dataset: 'AGENCIES', province: '62' }, 'ROLE', 'publisher'],
  ])('refuses %s (%s)', (_what, client, wanted, right, subject) => {
    expect(mayPublish(of(client), wanted)).toMatchObject({
      code: 'NOT_PERMITTED',
      status: 403,
      details: { right, subject },
    });
  });

  it('asks a viewer for a token', () => {
    expect(mayPublish(VIEWER, OWN_CLAIM)).toMatchObject({ code: 'NOT_AUTHENTICATED', status: 401 });
  });

  it('permits nothing outside the data sets, the province and the indices of a publisher', () => {
    fc.assert(
      fc.property(principal, request, (who, wanted) => {
        if (mayPublish(who, wanted) !== null) return;
        if (who.role !== 'publisher') throw new Error('only publishers publish');
        expect(who.datasets).toContain(wanted.dataset);
        if (who.provinceCode !== null) expect(wanted.province).toBe(who.provinceCode);
        if (wanted.dataset !== 'SCORES') return;
        expect(who.indices).toContain(wanted.index);
        expect(wanted.status).not.toBe('DERIVED');
        if (who.provinceCode !== null) expect(wanted.status).toBe('SELF_ASSESSED');
      }),
      { numRuns: 1000 },
    );
  });

  it('never takes a right away when data sets and indices are added', () => {
    fc.assert(
      fc.property(publisher, request, (who, wanted) => {
        if (mayPublish(who, wanted) !== null) return;
        const more = {
          ...who,
          datasets: DATASETS,
          indices: [...who.indices, 'PAR_INDEX', 'SIPAS', 'PAPI', 'PCI', 'DTI'],
        };
        expect(mayPublish(more, wanted)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('refuses at first look only what it would refuse for every row', () => {
    fc.assert(
      fc.property(principal, request, (who, wanted) => {
        if (mayPublishDataset(who, wanted.dataset) !== null) expect(mayPublish(who, wanted)).not.toBeNull();
      }),
    );
  });
});

describe('throwIfRefused', () => {
  it('throws the refusal and lets the rest pass', () => {
    expect(() => throwIfRefused(mayAdminister(VIEWER))).toThrow(expect.objectContaining({ code: 'NOT_AUTHENTICATED' }));
    expect(() => throwIfRefused(mayAdminister(of('admin')))).not.toThrow();
  });

  it('names the missing right in Vietnamese and English', () => {
    const refusal = mayPublish(of('kon-tum'), { dataset: 'PLAN', province: '46' });
    expect(refusal?.messageIn('VI')).toContain('tỉnh 46');
    expect(refusal?.messageIn('EN')).toContain('province 46');
  });
});

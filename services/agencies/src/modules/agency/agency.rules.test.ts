import { provinceCatalogue } from '@lientinh/datasets';
import type { Principal } from '@lientinh/identity';
import { agencyName, mayPublishAgencies, scopeOf, scopeWithin, unitOfAgency } from './agency.rules';

const TODAY = '2026-01-15';
const catalogue = provinceCatalogue();

describe('scopeOf', () => {
  it('reads a province code on the day asked for', () => {
    expect(scopeOf({ province: '24', asOf: '2025-06-30' }, catalogue, TODAY)).toEqual([
      { code: '24', startsOn: '2004-01-01', endsOn: '2025-06-30' },
    ]);
    expect(scopeOf({ province: '24', asOf: '2025-07-01' }, catalogue, TODAY)).toEqual([
      { code: '24', startsOn: '2025-07-01', endsOn: null },
    ]);
  });

  it('means by a code without a day its latest unit, gone or not', () => {
    expect(scopeOf({ province: '62' }, catalogue, TODAY)).toEqual([
      { code: '62', startsOn: '2004-01-01', endsOn: '2025-06-30' },
    ]);
    expect(() => scopeOf({ province: '62', asOf: TODAY }, catalogue, TODAY)).toThrow(
      expect.objectContaining({ code: 'PROVINCE_UNKNOWN' }),
    );
  });

  it('leaves provinces out that are not in force on the day', () => {
    const codes = scopeOf({ asOf: TODAY }, catalogue, TODAY).map(({ code }) => code);
    expect(codes).toHaveLength(35);
    expect(codes).toContain('central');
    expect(codes).not.toContain('62');
  });

  it('is not restricted without a province and a day', () => {
    expect(scopeOf({}, catalogue, TODAY)).toEqual([{ code: null, startsOn: null, endsOn: null }]);
  });
});

describe('scopeWithin', () => {
  const konTum = catalogue.byId('62@2004-01-01');
  if (konTum === null) throw new Error('Kon Tum is missing');

  it.each([
    [{}, 1],
    [{ province: '62', asOf: '2025-06-30' }, 1],
    [{ province: '46' }, 0],
    [{ asOf: '2025-07-01' }, 0],
  ])('of Kon Tum with %j has %d parts', (filter, parts) => {
    expect(scopeWithin(konTum, filter)).toHaveLength(parts);
  });
});

describe('unitOfAgency', () => {
  it.each([
    [
      'an agency that ended with Bắc Giang',
      { provinceCode: '24', validFrom: null, validTo: '2025-06-30' },
      '24@2004-01-01',
    ],
    ['an agency of no known dates', { provinceCode: '24', validFrom: null, validTo: null }, '24@2025-07-01'],
    ['an agency of Kon Tum', { provinceCode: '62', validFrom: null, validTo: null }, '62@2004-01-01'],
    ['an agency older than every unit', { provinceCode: '62', validFrom: null, validTo: '1999-12-31' }, undefined],
    ['an agency of the centre', { provinceCode: null, validFrom: null, validTo: null }, undefined],
  ])('puts %s into its province', (_what, agency, id) => {
    expect(unitOfAgency(agency, catalogue)?.id).toBe(id);
  });
});

describe('agencyName', () => {
  it('falls back to Vietnamese', () => {
    expect(agencyName({ name: 'Sở Y tế', nameEn: 'Department of Health' }, 'EN')).toBe('Department of Health');
    expect(agencyName({ name: 'Sở Y tế', nameEn: null }, 'EN')).toBe('Sở Y tế');
  });
});

describe('mayPublishAgencies', () => {
  const publisher = (provinceCode: string | null): Principal => ({
    role: 'publisher',
    client: 'c',
    publisherId: 'p',
    provinceCode,
    datasets: ['AGENCIES'],
    indices: [],
    seesEverything: false,
  });

  it.each<[string, Principal, string | null, string | null]>([
    ['a province its own', publisher('62'), '62', null],
    ["a province another's", publisher('62'), '46', 'NOT_PERMITTED'],
    ["a province the centre's", publisher('62'), null, 'NOT_PERMITTED'],
    ["the centre the centre's", publisher(null), null, null],
    ["the centre a province's", publisher(null), '62', 'NOT_PERMITTED'],
    ['a viewer anything', { role: 'viewer' }, null, 'NOT_AUTHENTICATED'],
  ])('decides whether %s', (_what, principal, province, code) => {
    expect(mayPublishAgencies(principal, province)?.code ?? null).toBe(code);
  });
});

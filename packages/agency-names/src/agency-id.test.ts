import { agencyId, localAgencyKey } from './agency-id';

describe('agencyId', () => {
  it.each([
    ['a provincial agency of the reference directory', { key: '62-so-noi-vu', provinceCode: '62' }, '62/so-noi-vu'],
    ['a published provincial agency', { key: 'so-noi-vu', provinceCode: '62' }, '62/so-noi-vu'],
    ['an agency of the centre', { key: 'bo-noi-vu' }, 'central/bo-noi-vu'],
    ['a key that holds the code elsewhere', { key: 'kho-62-a', provinceCode: '62' }, '62/kho-62-a'],
  ])('names %s', (_what, entry, id) => {
    expect(agencyId(entry)).toBe(id);
  });

  it('takes only the own province code off the key', () => {
    expect(localAgencyKey({ key: '33-so-y-te', provinceCode: '62' })).toBe('33-so-y-te');
  });
});

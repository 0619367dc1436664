import { provinceCatalogue } from '@lientinh/datasets';
import { getProvinceWithin, sameTerritoryOn, suggestProvinces } from './province-lookup.rules';

const unit = (id: string) => {
  const found = provinceCatalogue().byId(id);
  if (found === null) throw new Error(id);
  return found;
};

describe('what a code means', () => {
  it.each([
    ['46@2025-01-01', '2016-06-30', '46@2004-01-01'],
    ['46@2004-01-01', '2026-06-30', '46@2025-01-01'],
    ['01@2008-08-01', '2008-06-30', null],
    ['01@2004-01-01', '2009-06-30', null],
    ['51@2025-07-01', '2024-06-30', null],
    ['62@2004-01-01', '2026-06-30', null],
    ['62@2004-01-01', '2018-06-30', '62@2004-01-01'],
  ])('%s had on %s the territory of %s', (id, day, expected) => {
    expect(sameTerritoryOn(unit(id), day)?.id ?? null).toBe(expected);
  });

  it('takes the last unit that bore a code in some years', () => {
    expect(getProvinceWithin('24', 2005, 2026).nameVi).toBe('Bắc Ninh');
    expect(getProvinceWithin('24', 2005, 2024).nameVi).toBe('Bắc Giang');
    expect(() => getProvinceWithin('28', 2009, 2024)).toThrow(expect.objectContaining({ code: 'PROVINCE_UNKNOWN' }));
  });

  it.each([
    ['kon tum', '2018-06-30', ['62 (Kon Tum)']],
    ['62', '2026-06-30', ['51 (Quảng Ngãi)']],
    ['28', '2018-06-30', ['01 (Hà Nội)']],
  ])('suggests for "%s" on %s: %s', (code, day, expected) => {
    expect(suggestProvinces(code, day)).toEqual(expected);
  });

  it('suggests neighbours in the list for a code that never was', () => {
    expect(suggestProvinces('61', '2018-06-30')[0]).toMatch(/^6[02]/);
  });
});

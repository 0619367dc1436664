import { provinceIds, provinceOn, provincesBetween } from './province.rules';

describe('resolving province codes of arguments', () => {
  it('takes the unit that bore the code on the day', () => {
    expect(provinceOn('24', '2019-06-30').nameVi).toBe('Bắc Giang');
    expect(provinceOn('24', '2025-07-01').nameVi).toBe('Bắc Ninh');
  });

  it('takes all units that bore the code when no day is given', () => {
    expect(provinceIds(['24'], null)).toEqual(['24@2004-01-01', '24@2025-07-01']);
    expect(provinceIds(['24'], '2019-06-30')).toEqual(['24@2004-01-01']);
  });

  it('takes the units whose time overlaps a window', () => {
    expect(provincesBetween('24', '2018-01-01', '2021-12-31').map(({ id }) => id)).toEqual(['24@2004-01-01']);
    expect(provincesBetween('24', '2025-06-30', '2025-07-01')).toHaveLength(2);
  });

  it('takes a full id as it is', () => {
    expect(provinceIds(['24@2025-07-01'], null)).toEqual(['24@2025-07-01']);
  });

  it('says which codes are near when nobody bears a code', () => {
    expect(() => provinceOn('47', '2019-06-30')).toThrow(expect.objectContaining({ code: 'PLAN_PROVINCE_UNKNOWN' }));
    expect(() => provinceIds(['24@1999-01-01'], null)).toThrow(
      expect.objectContaining({ code: 'PLAN_PROVINCE_UNKNOWN' }),
    );
  });

  it('keeps no limit as no limit', () => {
    expect(provinceIds(null, null)).toBeNull();
    expect(provinceIds([], null)).toEqual([]);
  });
});

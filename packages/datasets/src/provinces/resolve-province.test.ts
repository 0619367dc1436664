import { getLatestProvince, getProvince } from './resolve-province';

describe('getProvince', () => {
  it('reads a code with its day', () => {
    expect(getProvince('24', '2025-06-30').nameVi).toBe('Bắc Giang');
    expect(getProvince('24', '2025-07-01').nameVi).toBe('Bắc Ninh');
  });

  it('refuses a code that is not in force and says what it meant', () => {
    expect(() => getProvince('62', '2025-07-01')).toThrow(
      'No province bore code "62" on 2025-07-01. The code was Kon Tum from 2004-01-01 to 2025-06-30. Name a day within that time.',
    );
    expect(() => getProvince('99', '2025-07-01')).toThrow(
      expect.objectContaining({ code: 'PROVINCE_UNKNOWN', details: { code: '99', on: '2025-07-01', otherTimes: [] } }),
    );
  });
});

describe('getLatestProvince', () => {
  it.each([
    ['62', '62@2004-01-01'],
    ['24', '24@2025-07-01'],
  ])('knows the last unit of %s', (code, id) => {
    expect(getLatestProvince(code, '2026-01-01').id).toBe(id);
  });

  it('refuses a code that nobody ever bore', () => {
    expect(() => getLatestProvince('99', '2026-01-01')).toThrow(expect.objectContaining({ code: 'PROVINCE_UNKNOWN' }));
  });
});

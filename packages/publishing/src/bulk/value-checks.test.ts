import fc from 'fast-check';
import { plainNumber } from './ndjson-body';
import { isoSuggestion, withoutSeparators } from './value-checks';

describe('suggestions', () => {
  it.each([
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['1.234.567,8', '1234567.8'],
    ['1,234,567.8', '1234567.8'],
    ['1,234.5', '1234.5'],
    ['1 234', '1234'],
    ['1\u00a0234,5', '1234.5'],
  ])('spell %s as %s', (written, plain) => {
    expect(withoutSeparators(written)).toBe(plain);
  });

  it.each([
    ['31/12/2022', '2022-12-31'],
    ['1-2-2022', '2022-02-01'],
    ['01.02.2022', '2022-02-01'],
    ['12/31/2022', null],
    ['2022', null],
  ])('read the day %s as %s', (written, iso) => {
    expect(isoSuggestion(written)).toBe(iso);
  });
});

describe('plainNumber', () => {
  it('writes every number without exponent and without change', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainNumber(value);
        expect(text).not.toMatch(/e/i);
        expect(Number(text) === value).toBe(true);
      }),
    );
  });
});

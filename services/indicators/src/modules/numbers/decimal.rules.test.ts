import fc from 'fast-check';
import {
  compareDecimals,
  decimalText,
  medianOf,
  parseDecimal,
  roundHalfUp,
  subtractDecimals,
  sumDecimals,
  toFloat,
  type Decimal,
} from './decimal.rules';

const decimal = fc.record({ units: fc.bigInt(-(10n ** 18n), 10n ** 18n), scale: fc.nat(12) });
const same = (a: Decimal, b: Decimal): boolean => compareDecimals(a, b) === 0;

describe('decimals', () => {
  it.each([
    ['5.94', 594n, 2],
    ['-0.05', -5n, 2],
    ['1e-7', 1n, 7],
    ['1.5E3', 1500n, 0],
    ['007.10', 710n, 2],
  ])('reads %s exactly', (text, units, scale) => {
    expect(parseDecimal(text)).toEqual({ units, scale });
  });

  it.each([[''], ['NaN'], ['Infinity'], ['5,94'], ['1.'], ['0x10'], [' 1']])('refuses "%s"', (text) => {
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });

  it('writes what it read, for any number', () => {
    fc.assert(fc.property(decimal, (value) => expect(parseDecimal(decimalText(value))).toEqual(value)));
  });

  it('reads every finite double as the number JavaScript prints', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(toFloat(parseDecimal(String(value)))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it('adds exactly, in any order, and takes away what was added', () => {
    fc.assert(
      fc.property(fc.array(decimal), decimal, (values, one) => {
        expect(same(sumDecimals(values), sumDecimals([...values].reverse()))).toBe(true);
        expect(same(subtractDecimals(sumDecimals([...values, one]), one), sumDecimals(values))).toBe(true);
      }),
    );
    expect(decimalText(sumDecimals([parseDecimal('0.1'), parseDecimal('0.2')]))).toBe('0.3');
  });

  it.each([
    ['55.125', 2, '55.13'],
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['2.4949999', 2, '2.49'],
    ['7', 2, '7.00'],
  ])('rounds %s to %d decimals as %s', (text, places, expected) => {
    expect(decimalText(roundHalfUp(parseDecimal(text), places))).toBe(expected);
  });

  it('rounds to within half a unit and keeps the order', () => {
    fc.assert(
      fc.property(decimal, decimal, fc.nat(6), (a, b, places) => {
        const distance = subtractDecimals(roundHalfUp(a, places), a);
        const doubled = sumDecimals([distance, distance]);
        const unit = { units: 1n, scale: places };
        expect(compareDecimals(doubled, unit) <= 0 && compareDecimals(doubled, { ...unit, units: -1n }) >= 0).toBe(
          true,
        );
        if (compareDecimals(a, b) <= 0)
          expect(compareDecimals(roundHalfUp(a, places), roundHalfUp(b, places))).not.toBe(1);
      }),
    );
  });

  it('has as many values below the median as above, and none of nothing', () => {
    expect(medianOf([])).toBeNull();
    expect(decimalText(medianOf(['3', '1', '2.5', '2'].map(parseDecimal)) ?? parseDecimal('0'))).toBe('2.25');
    fc.assert(
      fc.property(fc.array(decimal, { minLength: 1 }), (values) => {
        const median = medianOf(values) as Decimal;
        const below = values.filter((value) => compareDecimals(value, median) < 0).length;
        const above = values.filter((value) => compareDecimals(value, median) > 0).length;
        expect(Math.max(below, above) * 2).toBeLessThanOrEqual(values.length);
      }),
    );
  });
});

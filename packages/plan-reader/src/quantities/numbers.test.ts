import fc from 'fast-check';
import { formatVietnameseNumber, parseVietnameseNumber, scanNumbers } from './numbers';

describe('Vietnamese numbers', () => {
  it.each([
    ['8,5', 8.5],
    ['01', 1],
    ['0,25', 0.25],
    ['1.234,5', 1234.5],
    ['12.000', 12000],
    ['0', 0],
  ])('reads %s', (printed, value) => expect(parseVietnameseNumber(printed)).toBe(value));

  it.each(['', ',5', '1,2,3', '1.23', '12a', '1.2345', '9'.repeat(30)])('refuses %s', (printed) =>
    expect(parseVietnameseNumber(printed)).toBeNull(),
  );

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.integer({ min: 0, max: 2 }), (digits, decimals) => {
        const value = digits / 10 ** decimals;
        expect(parseVietnameseNumber(formatVietnameseNumber(value))).toBe(value);
      }),
    );
  });

  it('finds the numbers of a text in order, and none inside a word', () => {
    const values = scanNumbers('đạt 0,97/01 điểm; mức 3, 4; 30c và Q9').map((token) => token.value);
    expect(values).toEqual([0.97, 1, 3, 4]);
  });

  it('points at the printed characters', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const token of scanNumbers(text)) expect(text.slice(token.start, token.end)).toBe(token.printed);
      }),
    );
  });
});

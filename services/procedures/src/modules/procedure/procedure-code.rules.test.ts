import fc from 'fast-check';
import { procedureCode } from './procedure-code.rules';
import { searchTerms } from './search-terms.rules';
import { instrumentKind } from './legal-references.rules';

const short = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([a, b]) => `${a}.${String(b).padStart(6, '0')}`);
const suffix = fc.integer({ min: 0, max: 99 }).map((agency) => `.000.00.00.H${String(agency).padStart(2, '0')}`);

describe('the code of a procedure', () => {
  it('is the same in its short and long form, with blanks around it, and is its own short form', () => {
    fc.assert(
      fc.property(short, suffix, (code, agency) => {
        expect(procedureCode(` ${code}${agency} `)).toBe(code);
        expect(procedureCode(code)).toBe(code);
      }),
    );
  });

  it.each([
    '',
    '1.00119',
    '1.0011933',
    '1,001193',
    '1.001193.000.00.00',
    '1.001193.000.00.00.48',
    'x1.001193',
    '1.001193 2.000635',
  ])('is not %j', (text) => expect(procedureCode(text)).toBeNull());
});

describe('a search', () => {
  it('is words from their beginning, without diacritics, and a code when it is one', () => {
    expect(searchTerms('  Đăng ký  KHAI sinh ')).toEqual({
      words: 'dang:* & ky:* & khai:* & sinh:*',
      phrase: 'Đăng ký KHAI sinh',
      code: null,
    });
    expect(searchTerms('1.001193.000.00.00.H48')?.code).toBe('1.001193');
  });

  it('holds nothing that the language of searches could take for an operator', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchTerms(text)?.words ?? 'a:*').toMatch(/^[a-z0-9]+:\*( & [a-z0-9]+:\*)*$/);
      }),
    );
  });
});

describe('the kind of an instrument', () => {
  it.each([
    ['61/2018/NĐ-CP', 'DECREE'],
    ['60/2014/QH13', 'LAW'],
    ['985/QĐ-TTg', 'DECISION'],
    ['01/2018/TT-VPCP', 'CIRCULAR'],
    ['Hiến pháp', 'OTHER'],
  ])('of %s is %s', (number, kind) => expect(instrumentKind(number)).toBe(kind));
});

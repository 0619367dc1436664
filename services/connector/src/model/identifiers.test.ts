import fc from 'fast-check';
import { identifierOf, isODataIdentifier, uniqueNames } from './identifiers';

const label = fc.string({ unit: 'grapheme', maxLength: 300 });

describe('an identifier from a label', () => {
  it.each([
    ['Tên tỉnh (tiếng Anh)', 'Tên_tỉnh_tiếng_Anh'],
    ['Tỉnh, thành phố', 'Tỉnh_thành_phố'],
    ['Tỷ lệ (%)', 'Tỷ_lệ_phần_trăm'],
    ['6 tháng đầu năm', '_6_tháng_đầu_năm'],
    ['null', 'null_'],
    ['Điểm – hạng', 'Điểm_hạng'],
  ])('reads as the label: %s', (text, identifier) => {
    expect(identifierOf(text)).toBe(identifier);
  });

  it('is the same for letters with marks of their own (NFD) and whole ones (NFC)', () => {
    expect(identifierOf('Tên tỉnh'.normalize('NFD'))).toBe('Tên_tỉnh');
  });

  it('is none for a label without a letter or digit', () => {
    expect(identifierOf('(–)')).toBeNull();
  });

  it('keeps the grammar of OData, at most 128 characters, whatever the label is', () => {
    fc.assert(
      fc.property(label, (text) => {
        const identifier = identifierOf(text);
        return identifier === null || (isODataIdentifier(identifier) && identifier === identifier.normalize('NFC'));
      }),
    );
  });
});

describe('unique names', () => {
  const wishes = fc.array(
    fc.record({
      wish: fc.constantFrom('Năm', 'NĂM', 'Điểm', 'x'.repeat(128)),
      suffix: fc.constantFrom('Year', 'Score'),
    }),
    { maxLength: 12 },
  );

  it('are unique without regard to case, and valid', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const names = uniqueNames(all);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(all.length);
        expect(names.every(isODataIdentifier)).toBe(true);
      }),
    );
  });

  it('stay as they are when others are added at the end', () => {
    fc.assert(
      fc.property(wishes, wishes, (all, more) => {
        expect(uniqueNames([...all, ...more]).slice(0, all.length)).toEqual(uniqueNames(all));
      }),
    );
  });

  it('avoid names that are taken', () => {
    expect(uniqueNames([{ wish: 'năm', suffix: 'Year' }], ['Năm'])).toEqual(['năm_Year']);
  });
});

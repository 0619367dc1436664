import fc from 'fast-check';
import { AgencyDirectory } from './directory';
import type { AgencyEntry } from './agency-entry';
import { canonicalAgencyName } from './canonical';
import { foldName, foldedWords } from './fold';
import { splitAgencyNames } from './split';

const WORD = fc.constantFrom(
  ...[
    'Sở',
    'Các Sở',
    'các sở',
    'ban',
    'ngành',
    'UBND',
    'HĐND',
    'cấp huyện',
    'cấp xã',
    'tỉnh',
    'Nội vụ',
    'TT & TT',
    'Mời',
  ],
  ...[
    'Thông tin và Truyền thông',
    'Văn phòng',
    'các huyện',
    'thị xã',
    'thành phố',
    'TP. Kon Tum',
    'Đăk Hà',
    'liên quan',
  ],
  ...[',', ';', ':', 'và', '\n', '-', '(', ')', 'chịu trách nhiệm', 'phối hợp với', 'Công an', 'Tỉnh uỷ', 'Kon Tum'],
);
const CELL = fc.array(WORD, { maxLength: 14 }).map((words) => words.join(' '));
const NAME = fc.oneof(CELL, fc.string({ unit: 'grapheme', maxLength: 60 }));

describe('foldName', () => {
  it('is idempotent', () => {
    fc.assert(fc.property(NAME, (name) => expect(foldName(foldName(name))).toBe(foldName(name))));
  });
});

describe('splitAgencyNames', () => {
  it('invents no word', () => {
    fc.assert(
      fc.property(NAME, (cell) => {
        const printed = new Set(foldedWords(cell));
        for (const name of splitAgencyNames(cell)) {
          for (const word of foldedWords(name)) expect(printed).toContain(word);
        }
      }),
    );
  });

  it('leaves a name that it gave as it is, or splits it into the same names', () => {
    const names = fc.constantFrom(
      'Sở Nội vụ',
      'Sở TT & TT',
      'UBND cấp huyện',
      'các sở, ngành',
      'Tỉnh uỷ',
      'Công an tỉnh',
    );
    fc.assert(
      fc.property(fc.uniqueArray(names, { minLength: 1, maxLength: 6 }), (list) => {
        expect(splitAgencyNames(list.join('; '))).toEqual(list);
      }),
    );
  });
});

describe('canonicalAgencyName', () => {
  it('is idempotent', () => {
    fc.assert(
      fc.property(NAME, (name) => {
        const canonical = canonicalAgencyName(name);
        expect(canonicalAgencyName(canonical)).toBe(canonical);
      }),
    );
  });
});

describe('AgencyDirectory', () => {
  it('resolves every alias of an entry to that entry first', () => {
    const aliases = fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 12,
      selector: (alias) => foldName(alias),
    });
    fc.assert(
      fc.property(aliases, (texts) => {
        const named = texts.filter((text) => foldName(text) !== '');
        const entries = named.map((text, place): AgencyEntry => {
          return { key: `k${place}`, name: text, aliases: [], kind: 'OTHER', level: 'PROVINCIAL', provinceCode: '62' };
        });
        const directory = new AgencyDirectory(entries);
        for (const entry of entries) {
          expect(directory.resolve(entry.name, { provinceCode: '62' })[0]?.agency.key).toBe(entry.key);
        }
      }),
    );
  });
});

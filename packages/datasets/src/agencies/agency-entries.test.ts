import { AgencyDirectory, canonicalAgencyName } from '@lientinh/agency-names';
import fc from 'fast-check';
import { provinceCatalogue } from '../provinces/province-catalogue';
import { agencyDirectoryEntries } from './agency-entries';

const entries = agencyDirectoryEntries();
const directory = new AgencyDirectory(entries);

describe('agencyDirectoryEntries', () => {
  it('covers the centre and the four provinces of the plans', () => {
    const provinces = new Set(entries.map((entry) => entry.provinceCode));
    expect([...provinces].sort()).toEqual(['08', '33', '46', '62', undefined]);
    for (const entry of entries) expect(entry.source).not.toBe('');
  });

  it('files every agency under its canonical name', () => {
    const misfiled = entries
      .filter((entry) => canonicalAgencyName(entry.name) !== entry.name)
      .map((entry) => entry.name);
    expect(misfiled).toEqual([]);
  });

  it('names each agency of a province once', () => {
    const seen = entries.map((entry) => `${entry.provinceCode ?? ''} ${entry.name}`);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('keeps agencies of a province within the life of the province', () => {
    for (const { provinceCode, validTo } of entries.filter((entry) => entry.provinceCode !== undefined)) {
      const lastDay = validTo ?? '2026-01-01';
      expect(provinceCatalogue().find(provinceCode ?? '', lastDay)).not.toBeNull();
    }
  });

  it('resolves every name and alias of an agency to that agency alone, given its province', () => {
    fc.assert(
      fc.property(fc.constantFrom(...entries), (entry) => {
        const context = entry.provinceCode === undefined ? {} : { provinceCode: entry.provinceCode };
        const names = [entry.name, ...entry.aliases, ...(entry.abbreviation === undefined ? [] : [entry.abbreviation])];
        for (const name of names) {
          expect([name, directory.resolveUnambiguously(name, context)?.agency.key]).toEqual([name, entry.key]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['Bộ LĐTBXH', '2025-02-28', 'bo-lao-dong-thuong-binh-va-xa-hoi'],
    ['Bộ LĐTBXH', '2025-03-01', 'bo-noi-vu'],
    ['Bộ TT&TT', '2025-03-01', 'bo-khoa-hoc-va-cong-nghe'],
    ['Bộ Tài nguyên và Môi trường', '2025-06-01', 'bo-nong-nghiep-va-moi-truong'],
    ['Ủy ban Dân tộc', '2025-06-01', 'bo-dan-toc-va-ton-giao'],
  ])('means by %j on %s %s', (name, asOf, key) => {
    expect(directory.resolve(name, { asOf })[0]?.agency.key).toBe(key);
  });

  it('is ambiguous about a department without its province', () => {
    expect(directory.resolveUnambiguously('Sở Nội vụ')).toBeNull();
    expect(directory.resolve('Sở Nội vụ')).toHaveLength(4);
    expect(directory.resolveUnambiguously('Sở Nội vụ tỉnh Hưng Yên')?.agency.key).toBe('33-so-noi-vu');
  });
});

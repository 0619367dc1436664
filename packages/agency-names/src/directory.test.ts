import { provinceCodesNamed } from './province-names';
import { AgencyDirectory } from './directory';
import type { AgencyEntry } from './agency-entry';

function department(provinceCode: string, name: string, more: Partial<AgencyEntry> = {}): AgencyEntry {
  const key = `${provinceCode}-${name}`;
  return { key, name, aliases: [], kind: 'DEPARTMENT', level: 'PROVINCIAL', provinceCode, ...more };
}

const DIRECTORY = new AgencyDirectory([
  department('62', 'Sở Nội vụ'),
  department('33', 'Sở Nội vụ'),
  department('62', 'Ủy ban nhân dân tỉnh', { kind: 'PEOPLES_COMMITTEE' }),
  department('33', 'Ủy ban nhân dân tỉnh', { kind: 'PEOPLES_COMMITTEE' }),
  department('62', 'Báo Kon Tum', { kind: 'MEDIA' }),
  department('62', 'Sở Thông tin và Truyền thông', {
    abbreviation: 'Sở TT&TT',
    aliases: ['Sở Bưu chính, Viễn thông'],
    validTo: '2025-02-28',
    successorKeys: ['62-Sở Khoa học và Công nghệ'],
  }),
  department('62', 'Sở Khoa học và Công nghệ'),
  { key: 'bnv', name: 'Bộ Nội vụ', aliases: [], kind: 'OTHER', level: 'CENTRAL' },
]);

describe('AgencyDirectory.resolve', () => {
  it.each([
    ['Sở Nội vụ', '62', '62-Sở Nội vụ', 1],
    ['Sở Nội vụ tỉnh Kon Tum', undefined, '62-Sở Nội vụ', 0.95],
    ['Sở Nội vụ tỉnh Hưng Yên', '62', '33-Sở Nội vụ', 0.95],
    ['UBND tỉnh', '33', '33-Ủy ban nhân dân tỉnh', 0.95],
    ['UBND tỉnh Kon Tum', undefined, '62-Ủy ban nhân dân tỉnh', 0.95],
    ['bao kon tum', '62', '62-Báo Kon Tum', 0.92],
    ['so noi vu', '62', '62-Sở Nội vụ', 0.95],
    ['Báo Kon Tum', undefined, '62-Báo Kon Tum', 1],
    ['Sở TT & TT', '62', '62-Sở Thông tin và Truyền thông', 0.95],
    ['Bộ Nội vụ', '62', 'bnv', 1],
  ])('resolves %j in province %s', (name, provinceCode, key, confidence) => {
    const [first] = DIRECTORY.resolve(name, provinceCode === undefined ? {} : { provinceCode });
    expect(first?.agency.key).toBe(key);
    expect(first?.confidence).toBe(confidence);
  });

  it('gives namesakes of two provinces the same confidence when no province is known', () => {
    const matches = DIRECTORY.resolve('Sở Nội vụ');
    expect(matches.map((match) => match.agency.key)).toEqual(['33-Sở Nội vụ', '62-Sở Nội vụ']);
    expect(DIRECTORY.resolveUnambiguously('Sở Nội vụ')).toBeNull();
    expect(DIRECTORY.resolveUnambiguously('Sở Nội vụ', { provinceCode: '33' })?.agency.key).toBe('33-Sở Nội vụ');
  });

  it('finds a misread name by likeness, below 0.9', () => {
    const [first] = DIRECTORY.resolve('Sở Nộl vụ', { provinceCode: '62' });
    expect(first?.agency.key).toBe('62-Sở Nội vụ');
    const [misread] = DIRECTORY.resolve('Sở Thông tín và Truyền thỗng kk', { provinceCode: '62' });
    expect(misread?.agency.key).toBe('62-Sở Thông tin và Truyền thông');
    expect(misread?.confidence).toBeLessThan(0.9);
  });

  it.each(['Thiết bị phần cứng', 'Các Quyết định của UBND', '', 'và'])('finds nothing for %j', (name) => {
    expect(DIRECTORY.resolve(name, { provinceCode: '62' })).toEqual([]);
  });

  it('never answers with the agency of another province than the one asked for', () => {
    const codes = DIRECTORY.resolve('Báo Hưng Yên', { provinceCode: '33' }).map((match) => match.agency.provinceCode);
    expect(codes).not.toContain('62');
  });

  it('answers with the successor where the agency was no longer in force', () => {
    const before = DIRECTORY.resolve('Sở TT&TT', { provinceCode: '62', asOf: '2025-02-28' });
    expect(before[0]?.agency.name).toBe('Sở Thông tin và Truyền thông');
    const after = DIRECTORY.resolve('Sở TT&TT', { provinceCode: '62', asOf: '2025-03-01' });
    expect(after).toEqual([expect.objectContaining({ confidence: 0.9, matchedAlias: 'Sở TT&TT' })]);
    expect(after[0]?.agency.name).toBe('Sở Khoa học và Công nghệ');
  });

  it('refuses two entries of one key', () => {
    const entry = department('62', 'Sở Y tế');
    expect(() => new AgencyDirectory([entry, entry])).toThrow(RangeError);
  });
});

describe('AgencyDirectory.search', () => {
  it('finds by the beginnings of words, without diacritics', () => {
    const found = DIRECTORY.search('noi v', { provinceCode: '62' }).map((match) => match.agency.key);
    expect(found).toEqual(['bnv', '62-Sở Nội vụ'].sort((a) => (a.startsWith('62') ? -1 : 1)));
  });

  it('keeps to the limit', () => {
    expect(DIRECTORY.search('so', {}, 2)).toHaveLength(2);
  });
});

describe('provinceCodesNamed', () => {
  it('knows that a name moved to another code in 2025', () => {
    expect(provinceCodesNamed('Bắc Ninh', '2025-06-30')).toEqual(['27']);
    expect(provinceCodesNamed('Bắc Ninh', '2025-07-01')).toEqual(['24']);
    expect(provinceCodesNamed('bac ninh')).toEqual(['27', '24']);
    expect(provinceCodesNamed('Paris')).toEqual([]);
  });
});

import { agencyDirectoryEntries } from './agency-entries';
import { agencyPublications } from './agency-publications';

describe('agencyPublications', () => {
  it('gives every agency of the reference directory to one publisher', () => {
    const publications = agencyPublications();
    expect(publications.map(({ publisher, province }) => [publisher, province])).toEqual([
      ['ministry', null],
      ['thua-thien-hue', '46'],
      ['kon-tum', '62'],
      ['hung-yen', '33'],
      ['tuyen-quang', '08'],
    ]);
    const sent = publications.reduce((sum, { agencies }) => sum + agencies.length, 0);
    expect(sent).toBe(agencyDirectoryEntries().length);
  });

  it('names agencies of the same province by their local key, those of the centre by their id', () => {
    const konTum = agencyPublications().find(({ publisher }) => publisher === 'kon-tum')?.agencies ?? [];
    const parentOf = (key: string) => konTum.find((agency) => agency.key === key)?.parentKey;
    expect(parentOf('so-noi-vu')).toBe('uy-ban-nhan-dan-tinh');
    expect(parentOf('cong-an-tinh')).toBe('central/bo-cong-an');
  });

  it('refers only to agencies that are published before or with it', () => {
    const known = new Set<string>();
    for (const { province, agencies } of agencyPublications()) {
      const scope = province ?? 'central';
      for (const { key } of agencies) known.add(`${scope}/${key}`);
      for (const { parentKey, successorKeys } of agencies) {
        for (const key of [...successorKeys, ...(parentKey === undefined ? [] : [parentKey])]) {
          expect(known).toContain(key.includes('/') ? key : `${scope}/${key}`);
        }
      }
    }
  });
});

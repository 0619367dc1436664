import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AgencyDirectory, splitAgencyNames } from '@lientinh/agency-names';
import { agencyDirectoryEntries, frameworkCatalogue, fullFilePublications, provinceCatalogue } from '../src';

const SHARED = resolve(__dirname, '../../../../shared');
const PUBLISHED = resolve(SHARED, 'data/published');
const DOCUMENTS = resolve(SHARED, 'documents');
// Whole files and documents lie beside the repository and are not part of it: without them there is nothing to read.
const withPublished = existsSync(resolve(PUBLISHED, 'papi_scores.csv')) ? describe : describe.skip;
const withDocuments = existsSync(resolve(DOCUMENTS, 'expected')) ? describe : describe.skip;

withPublished('fullFilePublications (files in ../shared)', () => {
  const publications = [...fullFilePublications(PUBLISHED)];

  it('gives one complete publication a year', () => {
    expect(publications.map(({ index, year }) => `${index} ${year}`)).toHaveLength(24);
    expect(
      publications.filter(({ index }) => index === 'PAPI').reduce((sum, item) => sum + item.scores.length, 0),
    ).toBe(25_789);
    expect(publications.filter(({ index }) => index === 'PCI').reduce((sum, item) => sum + item.scores.length, 0)).toBe(
      7_131,
    );
    for (const { coverage, publisher, index } of publications) {
      expect([coverage, publisher]).toEqual(['COMPLETE', index.toLowerCase()]);
    }
  });

  it('scores only provinces in force on 30 June of the year, within the maximum at two decimals', () => {
    for (const { year, scores } of publications) {
      for (const { province, value, maxScore } of scores) {
        expect(provinceCatalogue().find(province, `${year}-06-30`)).not.toBeNull();
        expect(Math.round(value * 100) / 100).toBeLessThanOrEqual(maxScore ?? 0);
      }
    }
  });

  it('has a hole exactly where the survey is known to have none', () => {
    for (const { index, year, scores } of publications.filter((publication) => publication.index === 'PAPI')) {
      const scored = new Set(scores.map((score) => `${score.province} ${score.criterion}`));
      const criteria = frameworkCatalogue().framework(index, year)?.criteria.slice(1) ?? [];
      const wrong = provinceCatalogue()
        .inForce(`${year}-06-30`)
        .flatMap(({ code }) => criteria.map((criterion) => ({ code, criterion: criterion.code })))
        .filter(({ code, criterion }) => {
          return scored.has(`${code} ${criterion}`) === frameworkCatalogue().isNotScored(index, year, code, criterion);
        });
      expect({ year, wrong }).toEqual({ year, wrong: [] });
    }
  });
});

withDocuments('reference directory (documents in ../shared)', () => {
  const directory = new AgencyDirectory(agencyDirectoryEntries());

  it.each([
    ['kon-tum-2019', '62'],
    ['tuyen-quang-2021', '08'],
  ])('resolves every required agency of %s', (plan, provinceCode) => {
    const text = readFileSync(resolve(DOCUMENTS, 'expected', `${plan}.json`), 'utf8');
    const { agencies } = JSON.parse(text) as { agencies: { canonical_name_vi: string; required: boolean }[] };
    const unresolved = agencies
      .filter((agency) => agency.required)
      .map((agency) => agency.canonical_name_vi)
      .filter((name) => directory.resolveUnambiguously(name, { provinceCode })?.agency.name !== name);
    expect(unresolved).toEqual([]);
  });

  it('resolves every agency in the cooperation cells of the Thừa Thiên Huế plan', () => {
    const lines = readFileSync(resolve(DOCUMENTS, 'thua-thien-hue-2019.txt'), 'utf8').split('\n');
    const cells = lines.map((line) => line.split('\t')[4] ?? '').filter((cell) => /Sở|UBND|sở/u.test(cell));
    const names = new Set(cells.flatMap(splitAgencyNames));
    // Words cut off by a row that the scan broke in two name no agency.
    names.delete('liên quan');
    const unresolved = [...names].filter(
      (name) => directory.resolveUnambiguously(name, { provinceCode: '46' }) === null,
    );
    expect(unresolved).toEqual([]);
    expect(names.size).toBeGreaterThan(8);
  });
});

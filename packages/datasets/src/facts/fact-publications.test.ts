import { frameworkCatalogue } from '../indices/framework-catalogue';
import { excludedFacts, factPublications, nationalFacts, sortFacts, type ExclusionReason } from './fact-publications';
import { factConflicts, indexFacts, procedureFacts, type IndexFact } from './fact-rows';

const publications = factPublications();

function countExcluded(index: string, reason: ExclusionReason): number {
  return excludedFacts().filter((excluded) => excluded.fact.index === index && excluded.reason === reason).length;
}

function scoresOf(index: string): number {
  return publications.filter((item) => item.index === index).reduce((sum, item) => sum + item.scores.length, 0);
}

const FACT: IndexFact = {
  row: 0,
  provinceCode: '62',
  index: 'PAPI',
  criterion: 'D1',
  year: 2019,
  score: 5.5,
  maxScore: 10,
  rank: 3,
  rankedAmong: 63,
  sourceUrl: 'https://example.org/papi',
  sourceTitle: 'PAPI',
  remark: null,
};

describe('factPublications', () => {
  it('loses no figure: each is published, excluded with a reason, or national', () => {
    const published = publications.reduce((sum, publication) => sum + publication.scores.length, 0);
    expect(published + excludedFacts().length + nationalFacts().length).toBe(indexFacts().length);
    expect(indexFacts()).toHaveLength(2563);
    expect(nationalFacts()).toHaveLength(33);
  });

  it.each([
    ['PAPI', 786, { RANK_ONLY: 10 }],
    ['PCI', 1241, { RANK_ONLY: 39 }],
    ['PAR_INDEX', 95, { RANK_ONLY: 48, CRITERION_NOT_IN_FRAMEWORK: 41, OTHER_SCALE: 10 }],
    ['SIPAS', 36, { RANK_ONLY: 27 }],
    ['DTI', 50, { RANK_ONLY: 86 }],
    ['ICT_INDEX', 0, { INDEX_NOT_CARRIED: 58 }],
    ['PSI_766', 0, { INDEX_NOT_CARRIED: 3 }],
  ])('carries of %s %i scores and excludes %j', (index, scores, excluded) => {
    expect(scoresOf(index)).toBe(scores);
    for (const [reason, count] of Object.entries(excluded)) {
      expect(countExcluded(index, reason as ExclusionReason)).toBe(count);
    }
    const total = Object.values(excluded).reduce((sum, count) => sum + count, 0);
    expect(excludedFacts().filter(({ fact }) => fact.index === index)).toHaveLength(total);
  });

  it('states every cell once in a publication, within the framework of its year', () => {
    for (const { index, year, scores, source } of publications) {
      const cells = scores.map((score) => `${score.province} ${score.criterion}`);
      expect(new Set(cells).size).toBe(cells.length);
      expect(source.url).toMatch(/^https?:/);
      for (const { criterion, value } of scores) {
        const definition = frameworkCatalogue().criterion(index, year, criterion);
        expect(definition).not.toBeNull();
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual((definition?.maxScore ?? Infinity) + 0.005);
      }
    }
  });

  it.each(['46', '62', '33', '08'])('has every PAPI dimension of province %s for 2017, 2018 and 2019', (province) => {
    for (const year of [2017, 2018, 2019]) {
      const criteria = publications
        .filter((publication) => publication.index === 'PAPI' && publication.year === year)
        .flatMap((publication) => publication.scores)
        .filter((score) => score.province === province)
        .map((score) => score.criterion);
      const dimensions = year === 2017 ? ['1', '2', '3', '4', '5', '6'] : ['1', '2', '3', '4', '5', '6', '7', '8'];
      expect([...new Set(criteria)].sort()).toEqual(expect.arrayContaining([...dimensions, 'TOTAL']));
    }
  });

  it('publishes both values of a conflict, each from its own page', () => {
    const conflict = factConflicts().find(({ provinceCode, index }) => provinceCode === '62' && index === 'PCI');
    expect(conflict?.year).toBe(2020);
    const values = publications
      .filter((publication) => publication.index === 'PCI' && publication.year === 2020)
      .flatMap((publication) => publication.scores)
      .filter((score) => score.province === '62' && score.criterion === 'TOTAL')
      .map((score) => score.value);
    expect(values.sort()).toEqual([60.02, 62.02]);
  });

  it('has figures on procedures, each with its page', () => {
    expect(procedureFacts()).toHaveLength(53);
  });
});

describe('sortFacts', () => {
  it.each<[string, Partial<IndexFact>, ExclusionReason]>([
    ['an index that is not carried', { index: 'ICT_INDEX', criterion: 'TOTAL' }, 'INDEX_NOT_CARRIED'],
    ['a province before its first day', { provinceCode: '28' }, 'PROVINCE_NOT_IN_FORCE'],
    ['a dimension that the year has not', { criterion: 'D7', year: 2017 }, 'CRITERION_NOT_IN_FRAMEWORK'],
    ['an area in percent', { index: 'PAR_INDEX', criterion: 'LV3_TTHC_PCT', year: 2023 }, 'OTHER_SCALE'],
    ['another maximum', { maxScore: 100 }, 'OTHER_SCALE'],
    ['a rank without a score', { score: null }, 'RANK_ONLY'],
    ['a score above the maximum', { score: 10.1 }, 'OUT_OF_RANGE'],
    ['a score below zero', { score: -1 }, 'OUT_OF_RANGE'],
  ])('excludes %s', (_case, change, reason) => {
    const sorted = sortFacts([{ ...FACT, ...change }]);
    expect(sorted.publications).toEqual([]);
    expect(sorted.excluded.map((excluded) => excluded.reason)).toEqual([reason]);
  });

  it('keeps the first of two statements of one cell by one page', () => {
    const sorted = sortFacts([
      FACT,
      { ...FACT, row: 1, score: 6 },
      { ...FACT, row: 2, sourceUrl: 'https://example.org/2' },
    ]);
    expect(sorted.publications.map((publication) => publication.scores.map((score) => score.value))).toEqual([
      [5.5],
      [5.5],
    ]);
    expect(sorted.excluded).toEqual([{ fact: { ...FACT, row: 1, score: 6 }, reason: 'DUPLICATE_IN_SOURCE' }]);
  });

  it('gives the same publications whatever the order of pages', () => {
    const facts = indexFacts();
    const byPage = [...facts].sort((a, b) =>
      a.sourceUrl < b.sourceUrl ? 1 : a.sourceUrl > b.sourceUrl ? -1 : a.row - b.row,
    );
    expect(sortFacts(byPage).publications).toEqual(publications);
  });

  it('sets the country and its regions apart', () => {
    const sorted = sortFacts([
      { ...FACT, provinceCode: '00' },
      { ...FACT, provinceCode: 'V3' },
    ]);
    expect(sorted.national).toHaveLength(2);
    expect(sorted.publications).toEqual([]);
    expect(sorted.excluded).toEqual([]);
  });
});

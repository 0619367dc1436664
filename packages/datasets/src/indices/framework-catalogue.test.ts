import { frameworkCatalogue } from './framework-catalogue';
import { INDEX_CODES } from './index-definitions';
import { pciWeights } from './pci';

const catalogue = frameworkCatalogue();

function breakYears(index: string, criterion: string): number[] {
  return catalogue.methodologyBreaks(index, criterion).map((change) => change.year);
}

describe('frameworkCatalogue', () => {
  it.each(INDEX_CODES)('tiles the years of %s without gap or overlap, the last version open', (index) => {
    const frameworks = catalogue.frameworks(index);
    frameworks.forEach((framework, place) => {
      const next = frameworks[place + 1];
      expect(framework.validToYear).toBe(next === undefined ? null : next.validFromYear - 1);
    });
    expect(frameworks.length).toBeGreaterThan(0);
  });

  it.each(INDEX_CODES)('orders the criteria of %s as a tree with one root, each code once', (index) => {
    for (const { criteria, maxScore } of catalogue.frameworks(index)) {
      const codes = criteria.map((criterion) => criterion.code);
      expect(codes[0]).toBe('TOTAL');
      expect(new Set(codes).size).toBe(codes.length);
      expect(criteria.map((criterion) => criterion.order)).toEqual(codes.map((_, order) => order));
      for (const { parentCode, depth, order } of criteria) {
        const parent = criteria.find((criterion) => criterion.code === parentCode);
        expect(parentCode === null ? -1 : parent?.depth).toBe(depth - 1);
        if (parent !== undefined) expect(parent.order).toBeLessThan(order);
      }
      expect(maxScore).toBe(criteria[0]?.maxScore);
    }
  });

  it.each(INDEX_CODES)('names every criterion of %s in English too', (index) => {
    const unnamed = catalogue
      .frameworks(index)
      .flatMap((framework) => framework.criteria)
      .filter((criterion) => criterion.nameEn === null);
    expect(unnamed).toEqual([]);
  });

  it.each([
    [2011, 60, 6, 22],
    [2017, 60, 6, 22],
    [2018, 80, 8, 28],
    [2019, 80, 8, 29],
    [2020, 80, 8, 29],
    [2021, 80, 8, 28],
    [2024, 80, 8, 28],
  ])('gives PAPI %i a total of %i, %i dimensions and %i sub-dimensions', (year, total, dimensions, parts) => {
    const framework = catalogue.framework('PAPI', year);
    expect(framework?.maxScore).toBe(total);
    expect(framework?.criteria.filter((criterion) => criterion.depth === 1)).toHaveLength(dimensions);
    expect(framework?.criteria.filter((criterion) => criterion.depth === 2)).toHaveLength(parts);
  });

  it('sums the maxima of PAPI parts to the maximum of the whole, thirds rounded', () => {
    for (const { criteria } of catalogue.frameworks('PAPI')) {
      for (const { code, maxScore, derivation } of criteria.filter((criterion) => criterion.derivation !== null)) {
        expect(derivation).toBe('SUM_OF_CHILDREN');
        const parts = criteria.filter((criterion) => criterion.parentCode === code);
        const sum = parts.reduce((total, part) => total + (part.maxScore ?? Number.NaN), 0);
        expect(Math.abs(sum - (maxScore ?? 0))).toBeLessThan(0.011);
      }
    }
  });

  it.each([2017, 2018])('sums the areas of PAR INDEX %i to 100', (year) => {
    const areas = catalogue.framework('PAR_INDEX', year)?.criteria.filter((criterion) => criterion.depth === 1) ?? [];
    expect(areas).toHaveLength(8);
    expect(areas.reduce((sum, area) => sum + (area.maxScore ?? Number.NaN), 0)).toBe(100);
  });

  it('has no more than the total where the areas of PAR INDEX are unknown', () => {
    for (const year of [2012, 2016, 2019, 2021]) {
      expect(catalogue.framework('PAR_INDEX', year)?.criteria.map((criterion) => criterion.code)).toEqual(['TOTAL']);
    }
    expect(catalogue.criterion('PAR_INDEX', 2023, '5')?.maxScore).toBeNull();
    expect(catalogue.criterion('PAR_INDEX', 2023, '8.SIPAS')?.maxScore).toBe(10);
  });

  it('weighs the PCI sub-indices to 100 percent in every regime', () => {
    for (const year of [2006, 2009, 2013]) {
      const weights = pciWeights().filter((weight) => weight.validFromYear === year);
      expect(weights.reduce((sum, weight) => sum + weight.weightPercent, 0)).toBe(100);
      const codes = catalogue
        .framework('PCI', year)
        ?.criteria.slice(1)
        .map((criterion) => criterion.code);
      expect(codes).toEqual(weights.map((weight) => weight.criterion));
    }
  });

  it('knows neither a year before the first nor another index', () => {
    expect(catalogue.framework('PAPI', 2010)).toBeNull();
    expect(catalogue.framework('PAR_INDEX', 2011)).toBeNull();
    expect(catalogue.framework('ICT_INDEX', 2018)).toBeNull();
    expect(catalogue.index('PCI')?.publisher).toBe('pci');
  });
});

describe('methodologyBreaks', () => {
  it.each([
    ['PAPI', 'TOTAL', [2018, 2019, 2021]],
    ['PAPI', '1', [2022]],
    ['PAPI', '2', [2018]],
    ['PAPI', '3', [2016, 2018, 2021]],
    ['PAPI', '4', []],
    ['PAPI', '5', [2021]],
    ['PAPI', '6', [2018, 2021]],
    ['PAPI', '7', [2019]],
    ['PAPI', '8', [2019, 2020]],
    ['PAPI', '2.1', [2018]],
    ['PAPI', '3.2', [2016, 2018, 2021]],
    ['PAPI', '5.1', [2021]],
    ['PAPI', '1.1', [2022]],
    ['PAPI', '6.4', [2018, 2021]],
    ['PAPI', '7.1', [2019]],
    ['PAPI', '8.1', [2019]],
    ['PAPI', '8.3', [2020]],
    ['PCI', 'TOTAL', [2006, 2009, 2013]],
    ['PCI', '1', []],
    ['PCI', '6', [2013]],
    ['PCI', '8', [2009]],
    ['PAR_INDEX', 'TOTAL', [2016, 2017, 2018, 2019, 2020, 2022]],
    ['SIPAS', 'TOTAL', [2017, 2022]],
    ['DTI', 'TOTAL', []],
    ['PAPI', '9', []],
    ['NONE', 'TOTAL', []],
  ])('breaks %s %s in %j', (index, criterion, years) => {
    expect(breakYears(index, criterion)).toEqual(years);
  });

  it('gives every break a reason in both languages', () => {
    for (const { reason, year } of catalogue.methodologyBreaks('PAPI', '3.2')) {
      expect(reason.vi).not.toBe(reason.en);
      expect(`${reason.vi}${reason.en}`).toMatch(new RegExp(`${year}|${year - 1}`));
    }
  });

  it('keeps the meaning of a criterion between two breaks and changes it at each', () => {
    const meaning = (year: number): string | undefined => catalogue.criterion('PAPI', year, '3')?.meaningId;
    expect([2011, 2015, 2016, 2017, 2018, 2024].map(meaning)).toEqual([
      'PAPI:3@2011',
      'PAPI:3@2011',
      'PAPI:3@2016',
      'PAPI:3@2016',
      'PAPI:3@2018',
      'PAPI:3@2018',
    ]);
    expect(catalogue.criterion('PAPI', 2024, 'TOTAL')?.meaningId).toBe('PAPI:TOTAL@2021');
    expect(catalogue.criterion('PCI', 2016, '6')?.meaningId).toBe('PCI:6@2013');
  });
});

describe('notScored', () => {
  it('knows whole provinces and single criteria', () => {
    expect(catalogue.notScored('PAPI', 2014).map((hole) => hole.provinceCode)).toEqual(['24', '87']);
    expect(catalogue.isNotScored('PAPI', 2014, '24', '1.1')).toBe(true);
    expect(catalogue.isNotScored('PAPI', 2018, '22', '2.4')).toBe(true);
    expect(catalogue.isNotScored('PAPI', 2018, '22', '3')).toBe(false);
    expect(catalogue.isNotScored('PAPI', 2018, '22', 'TOTAL')).toBe(true);
    expect(catalogue.isNotScored('PAPI', 2018, '62', 'TOTAL')).toBe(false);
  });
});

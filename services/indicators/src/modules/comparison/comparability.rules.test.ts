import { compareMeanings } from './comparability.rules';

describe('whether two years can be compared', () => {
  it.each([
    ['PAPI', '1', 2017, 2018, null],
    ['PAPI', '2', 2017, 2018, 'FRAMEWORK_CHANGED'],
    ['PAPI', '2', 2012, 2013, null],
    ['PAPI', '2.4', 2017, 2018, 'CRITERION_ADDED'],
    ['PAPI', '5.2', 2020, 2021, 'CRITERION_DROPPED'],
    ['PAPI', '7.1', 2018, 2019, 'FRAMEWORK_CHANGED'],
    ['PAPI', '7.1', 2019, 2020, null],
    ['PAPI', 'TOTAL', 2017, 2018, 'FRAMEWORK_CHANGED'],
    ['PCI', '1', 2005, 2016, null],
    ['PAPI', '1', 2018, 2018, null],
  ] as const)('%s %s of %d and %d: %s', (index, criterion, before, year, kind) => {
    const found = compareMeanings(index, criterion, before, year);
    expect(found.comparable ? null : found.kind).toBe(kind);
  });

  it('answers the same whichever year comes first', () => {
    for (const criterion of ['TOTAL', '1', '2', '3.2', '6.4', '7.1']) {
      for (const [a, b] of [
        [2015, 2018],
        [2018, 2019],
        [2020, 2021],
      ] as const) {
        expect(compareMeanings('PAPI', criterion, a, b).comparable).toBe(
          compareMeanings('PAPI', criterion, b, a).comparable,
        );
      }
    }
  });

  it('names the year and the reason of every break between', () => {
    const found = compareMeanings('PAPI', '6.4', 2017, 2022);
    expect(found).toMatchObject({
      kind: 'FRAMEWORK_CHANGED',
      breaks: [{ year: 2018, kind: 'LEVEL_JUMP' }, { year: 2021 }],
    });
  });
});

import { dossierStatuses, parIndexScoreComponents, publicServiceIndicators } from './dossier-statuses';
import { metricDefinitions } from './metrics';
import { parseRows, requiredText, year } from './csv-rows';
import { z } from 'zod';

describe('reference lists', () => {
  it('defines each metric once and refers only to metrics', () => {
    const codes = metricDefinitions().map((metric) => metric.code);
    expect(codes).toHaveLength(100);
    expect(new Set(codes).size).toBe(codes.length);
    for (const metric of metricDefinitions()) {
      for (const other of metric.notToBeConfusedWith) expect(codes).toContain(other);
    }
  });

  it('lists the ten dossier states and the six groups of 100 points', () => {
    expect(dossierStatuses().map((status) => status.code)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(publicServiceIndicators().reduce((sum, indicator) => sum + indicator.maxScore, 0)).toBe(100);
  });

  it('adds the components of PAR INDEX to 100', () => {
    const top = parIndexScoreComponents().filter((component) => component.parentCode === null);
    expect(top.reduce((sum, component) => sum + (component.maxScore ?? Number.NaN), 0)).toBe(100);
  });
});

describe('parseRows', () => {
  it('names the file and the row that does not fit', () => {
    const schema = z.object({ name: requiredText, year });
    expect(() => parseRows('name,year\na,2019\nb,soon\n', 'list.csv', schema)).toThrow(/list\.csv, row 2/);
  });

  it('freezes rows and list', () => {
    const rows = parseRows('name\na\n', 'list.csv', z.object({ name: requiredText }));
    expect(Object.isFrozen(rows) && Object.isFrozen(rows[0])).toBe(true);
  });
});

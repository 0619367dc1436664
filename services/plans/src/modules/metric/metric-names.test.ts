import { metricDefinitions } from '@lientinh/datasets';
import { metricNameEn } from './metric-names';

describe('the English names of metrics', () => {
  it('are there for every metric of the catalogue, all different', () => {
    const codes = metricDefinitions().map(({ code }) => code);
    expect(codes.filter((code) => metricNameEn(code) === code)).toEqual([]);
    expect(new Set(codes.map(metricNameEn)).size).toBe(codes.length);
  });
});

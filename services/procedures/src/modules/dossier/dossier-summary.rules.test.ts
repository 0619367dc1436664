import fc from 'fast-check';
import { metricDefinitions } from '@lientinh/datasets';
import { firstOfMonth } from './dossier-checks';
import { MEASURED_METRICS, metricPercent, monthsOf, NO_DOSSIERS, toSummary } from './dossier-summary.rules';

describe('a dossier summary', () => {
  it('has shares of the right denominators, and none where the denominator is 0', () => {
    const sums = {
      ...NO_DOSSIERS,
      received: 200,
      receivedOnline: 50,
      receivedPostal: 20,
      resolved: 100,
      onTime: 90,
      paidOnline: 10,
      resultsDigitised: 25,
    };
    expect(toSummary('62@2004-01-01', sums)).toMatchObject({
      onTimeShare: 0.9,
      onlineShare: 0.25,
      postalShare: 0.1,
      paidOnlineShare: 0.05,
      digitisedShare: 0.25,
    });
    expect(toSummary('62@2004-01-01', NO_DOSSIERS)).toMatchObject({
      onTimeShare: null,
      onlineShare: null,
      postalShare: null,
    });
  });

  it('measures metrics that the plans know, in percent as their targets are', () => {
    const percent = new Set(
      metricDefinitions()
        .filter(({ unit }) => unit === 'PERCENT')
        .map(({ code }) => code),
    );
    expect(Object.keys(MEASURED_METRICS).filter((code) => !percent.has(code))).toEqual([]);
    const summary = toSummary('62@2004-01-01', { ...NO_DOSSIERS, received: 4, receivedOnline: 1 });
    expect([
      metricPercent(summary, 'ONLINE_DOSSIER_SHARE'),
      metricPercent(summary, 'PAPI_RANK'),
      metricPercent(summary, 'constructor'),
    ]).toEqual([25, null, null]);
  });
});

describe('months', () => {
  it('belong to a period when their first day does', () => {
    expect(monthsOf('2021-01-01', '2021-03-01')).toEqual(['2021-01-01', '2021-02-01', '2021-03-01']);
    expect(monthsOf('2021-01-02', '2021-02-28')).toEqual(['2021-02-01']);
    expect(monthsOf('2021-12-31', '2022-01-01')).toEqual(['2022-01-01']);
  });

  it('of two adjoining periods are those of both together', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        const months = monthsOf(from, to);
        expect(months).toEqual([...new Set(months)].sort());
        expect(months.every((month) => month >= from && month <= to && month.endsWith('-01'))).toBe(true);
      }),
    );
  });

  it.each([
    ['2021-05-31', '2021-05-01'],
    ['2021-05', '2021-05-01'],
    ['2021-13', null],
    ['1999-12-31', null],
    ['31/05/2021', null],
    [null, null],
  ])('are read from %s', (printed, month) => expect(firstOfMonth(printed)).toBe(month));
});

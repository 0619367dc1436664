import fc from 'fast-check';
import { addDays, daysBetween } from '@lientinh/contracts';
import { calendarExceptions, calendarYears } from '@lientinh/datasets';
import { workingCalendar } from './working-days.rules';

const calendar = new Map(workingCalendar(calendarYears(), calendarExceptions()).map((day) => [day.day, day]));
const between = (from: string, to: string): number =>
  (calendar.get(to)?.workingNumber ?? NaN) - (calendar.get(from)?.workingNumber ?? NaN);
const day = fc.integer({ min: 0, max: 2_900 }).map((days) => addDays('2018-01-01', days));

describe('the working calendar', () => {
  it.each([
    ['over a weekend', '2019-03-01', '2019-03-04', 1],
    ['over Tết 2019 (off 4 to 8 February)', '2019-02-01', '2019-02-11', 1],
    ['over the death anniversary of the Hùng Kings on a Sunday, observed on Monday', '2019-04-12', '2019-04-16', 1],
    ['over the exchange of 29 April for Saturday 4 May 2019', '2019-04-26', '2019-05-06', 4],
    ['over National Day with its second day since 2021', '2021-09-01', '2021-09-06', 1],
    ['over 2 May 2025, exchanged for Saturday 26 April', '2025-04-25', '2025-05-05', 4],
  ])('counts working days %s', (_what, from, to, days) => {
    expect(between(from, to)).toBe(days);
  });

  it('adds up: the days from a to c are those from a to b and from b to c, never more than calendar days', () => {
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(Math.abs(between(a, c))).toBeLessThanOrEqual(Math.abs(daysBetween(a, c)));
      }),
    );
  });

  it('has every exception as a change of what the weekday says, with its source', () => {
    for (const { day: exception, working, source } of calendarExceptions()) {
      expect(calendar.get(exception)).toMatchObject({ working, source });
    }
  });

  it('knows no day of a year that is not complete, and refuses years with a gap', () => {
    expect(calendar.has('2017-12-31')).toBe(false);
    expect(() => workingCalendar([2018, 2020], [])).toThrow(RangeError);
    expect(workingCalendar([], [])).toEqual([]);
  });
});

import fc from 'fast-check';
import { addDays, daysBetween } from '@lientinh/contracts';
import { FIRST_CALENDAR } from './report-calendar.data';
import {
  calendarOn,
  dueReports,
  overdueDays,
  periodStart,
  REPORT_PERIODS,
  type ReportCalendar,
  type ReportDuty,
  reportsOfYear,
} from './report-calendar.rules';

const first: ReportCalendar = { ...FIRST_CALENDAR, id: 1 };
const shown = (calendars: readonly ReportCalendar[], from: string, to: string) =>
  dueReports(calendars, from, to).map(({ period, dueOn }) => `${period} ${dueOn}`);

const duties: fc.Arbitrary<ReportDuty> = fc.record({
  code: fc.constant('REPORT'),
  nameVi: fc.constant('Báo cáo'),
  nameEn: fc.constant('Report'),
  dataset: fc.constant('TASK_PROGRESS' as const),
  period: fc.constantFrom(...REPORT_PERIODS),
  dueMonth: fc.integer({ min: 1, max: 24 }),
  beforeDay: fc.integer({ min: 1, max: 28 }),
  windowMonths: fc.integer({ min: 1, max: 12 }),
});
const years = fc.integer({ min: 2000, max: 2100 });
const days = fc.integer({ min: 0, max: 20_000 }).map((offset) => addDays('2000-01-01', offset));

describe('the calendar of reports', () => {
  it('has the due days of 2021 that the plan of Tuyên Quang prints, the day before the 22nd being the last on time', () => {
    expect(shown([first], '2021-01-01', '2021-12-31')).toEqual([
      '2021-Q1 2021-03-21',
      '2021-H1 2021-06-21',
      '2021-Q2 2021-06-21',
      '2021-Q3 2021-09-21',
      '2021 2021-12-21',
      '2021-Q4 2021-12-21',
    ]);
  });

  it('owes nothing for periods before the calendar was in force', () => {
    expect(shown([first], '2019-01-01', '2020-12-31')).toEqual([]);
  });

  it('goes over to a later calendar with the first period that begins under it', () => {
    const monthly: ReportDuty = { ...(first.duties[0] as ReportDuty), period: 'MONTH', dueMonth: 2, beforeDay: 6 };
    const second: ReportCalendar = { ...first, id: 2, validFrom: '2021-10-01', duties: [monthly] };
    expect(shown([first, second], '2021-07-01', '2021-12-31')).toEqual([
      '2021-Q3 2021-09-21',
      '2021-10 2021-11-05',
      '2021-11 2021-12-05',
      '2021 2021-12-21',
    ]);
  });

  it('takes the one set last of two calendars in force from the same day', () => {
    const again: ReportCalendar = { ...first, id: 2, circular: 'again' };
    expect(calendarOn([again, first], '2022-05-01')?.circular).toBe('again');
    expect(calendarOn([first, again], '2020-12-31')).toBeNull();
  });

  it('gives each period one due day inside its window, and no two periods the same name', () => {
    fc.assert(
      fc.property(duties, years, (duty, year) => {
        const reports = reportsOfYear(duty, 'circular', year);
        expect(new Set(reports.map(({ period }) => period)).size).toBe(reports.length);
        for (const report of reports) {
          expect(report.opensOn <= addDays(report.dueOn, 1) && report.dueOn < report.closesOn).toBe(true);
          expect(periodStart(report).slice(0, 4)).toBe(String(year));
        }
      }),
    );
  });

  it('leaves no day to two reports of one duty while the window is no longer than the period', () => {
    const months = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, FIRST_HALF: 12, YEAR: 12 };
    fc.assert(
      fc.property(duties, years, (duty, year) => {
        fc.pre(duty.windowMonths <= months[duty.period]);
        const reports = [year, year + 1].flatMap((each) => reportsOfYear(duty, 'circular', each));
        reports
          .slice(1)
          .forEach((report, place) => expect(report.opensOn > (reports[place]?.closesOn ?? '')).toBe(true));
      }),
    );
  });

  it('finds the same reports whether a stretch of time is asked for at once or in two parts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(duties, days), { maxLength: 4 }),
        days,
        fc.nat(900),
        fc.nat(900),
        (drafts, from, a, b) => {
          const calendars = drafts.map(([duty, validFrom], place) => ({
            ...first,
            id: place,
            validFrom,
            duties: [duty],
          }));
          const middle = addDays(from, a);
          const to = addDays(middle, b);
          const whole = dueReports(calendars, from, to);
          expect([...dueReports(calendars, from, middle), ...dueReports(calendars, addDays(middle, 1), to)]).toEqual(
            whole,
          );
        },
      ),
    );
  });
});

describe('overdueDays', () => {
  it.each([
    ['2021-03-21', '2021-03-21', '2021-12-31', 0],
    ['2021-03-21', '2021-03-22', '2021-12-31', 1],
    ['2021-03-21', null, '2021-03-21', 0],
    ['2021-03-21', null, '2021-04-01', 11],
  ])('of a report due on %s, met on %s, seen on %s is %i', (dueOn, metOn, asOf, expected) => {
    expect(overdueDays(dueOn, metOn, asOf)).toBe(expected);
  });

  it('is never negative, grows by a day a day until the report is met, and then stays', () => {
    fc.assert(
      fc.property(days, days, days, (dueOn, metOn, asOf) => {
        expect(overdueDays(dueOn, metOn, asOf)).toBe(Math.max(0, daysBetween(dueOn, metOn)));
        const [today, tomorrow] = [overdueDays(dueOn, null, asOf), overdueDays(dueOn, null, addDays(asOf, 1))];
        expect(tomorrow - today).toBe(asOf < dueOn ? 0 : 1);
      }),
    );
  });
});

import { addDays, type Dataset, daysBetween, type IsoDate } from '@lientinh/contracts';

export const REPORT_PERIODS = ['MONTH', 'QUARTER', 'HALF_YEAR', 'FIRST_HALF', 'YEAR'] as const;
/** What a report is about, again and again. FIRST_HALF: January to June only, where the annual report stands for the second half. */
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/** A report that every province owes for every period. */
export interface ReportDuty {
  /** Upper-case, unique in its calendar. */
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Publications of this data set meet it. */
  readonly dataset: Dataset;
  readonly period: ReportPeriod;
  /** Month in which it is due, counted from the first of the period: 3 is the last of a quarter, 4 the month after. */
  readonly dueMonth: number;
  /** The first day of that month that is too late, as documents print it: "before the 22nd" is 22. */
  readonly beforeDay: number;
  /** A publication meets the duty when it reports on a day of these last months, the due month among them. */
  readonly windowMonths: number;
}

/** The duties of one circular. Of two calendars, the one with the later `validFrom` holds from then on; of equals, the one set last. */
export interface ReportCalendar {
  readonly id: number;
  readonly circular: string;
  readonly sourceDocument: string | null;
  readonly sourceUrl: string | null;
  readonly validFrom: IsoDate;
  readonly duties: readonly ReportDuty[];
}

/** One report that is owed. */
export interface DueReport {
  readonly duty: ReportDuty;
  readonly circular: string;
  /** `2021-03`, `2021-Q1`, `2021-H1` or `2021`. */
  readonly period: string;
  /** The last day on time. */
  readonly dueOn: IsoDate;
  /** First and last day that a publication may report on to meet it. */
  readonly opensOn: IsoDate;
  readonly closesOn: IsoDate;
}

/** Months of a period, and its names by their place in the year. */
const PERIODS: Readonly<Record<ReportPeriod, { readonly months: number; readonly names: readonly string[] }>> = {
  MONTH: { months: 1, names: Array.from({ length: 12 }, (_, place) => `-${String(place + 1).padStart(2, '0')}`) },
  QUARTER: { months: 3, names: ['-Q1', '-Q2', '-Q3', '-Q4'] },
  HALF_YEAR: { months: 6, names: ['-H1', '-H2'] },
  FIRST_HALF: { months: 6, names: ['-H1'] },
  YEAR: { months: 12, names: [''] },
};

/** Longest time from the beginning of a period to its due day, in years: `dueMonth` is 24 at most. */
const LONGEST_DELAY_YEARS = 3;

/** Day `day` of a month that is counted from January (1) of `year`; 13 is January of the next year. */
function dayOf(year: number, month: number, day: number): IsoDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** Every report of a duty whose period begins in `year`. */
export function reportsOfYear(duty: ReportDuty, circular: string, year: number): DueReport[] {
  const { months, names } = PERIODS[duty.period];
  return names.map((name, place) => {
    const dueMonth = place * months + duty.dueMonth;
    return {
      duty,
      circular,
      period: `${year}${name}`,
      dueOn: addDays(dayOf(year, dueMonth, duty.beforeDay), -1),
      opensOn: dayOf(year, dueMonth - duty.windowMonths + 1, 1),
      closesOn: addDays(dayOf(year, dueMonth + 1, 1), -1),
    };
  });
}

/** The first day of the period that a report is about. */
export function periodStart({ period, duty }: Pick<DueReport, 'period' | 'duty'>): IsoDate {
  const { months, names } = PERIODS[duty.period];
  const place = names.indexOf(period.slice(4));
  return dayOf(Number(period.slice(0, 4)), place * months + 1, 1);
}

/** The calendar that governs periods beginning on a day; null before the first. */
export function calendarOn(calendars: readonly ReportCalendar[], day: IsoDate): ReportCalendar | null {
  return calendars
    .filter(({ validFrom }) => validFrom <= day)
    .reduce<ReportCalendar | null>((best, next) => {
      if (best === null) return next;
      const later = next.validFrom > best.validFrom || (next.validFrom === best.validFrom && next.id > best.id);
      return later ? next : best;
    }, null);
}

/** The reports due from `from` to `to`, by due day. A period is governed by the calendar in force on its first day. */
export function dueReports(calendars: readonly ReportCalendar[], from: IsoDate, to: IsoDate): DueReport[] {
  const firstYear = Number(from.slice(0, 4)) - LONGEST_DELAY_YEARS;
  const years = Array.from({ length: Number(to.slice(0, 4)) - firstYear + 1 }, (_, place) => firstYear + place);
  return calendars
    .flatMap((calendar) =>
      calendar.duties
        .flatMap((duty) => years.flatMap((year) => reportsOfYear(duty, calendar.circular, year)))
        .filter((report) => calendarOn(calendars, periodStart(report))?.id === calendar.id),
    )
    .filter(({ dueOn }) => from <= dueOn && dueOn <= to)
    .sort((a, b) => compare(a.dueOn, b.dueOn) || compare(a.period, b.period) || compare(a.duty.code, b.duty.code));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** Days after the due day until the report came, or until `asOf` while it has not; 0 when it came in time or is not yet late. */
export function overdueDays(dueOn: IsoDate, metOn: IsoDate | null, asOf: IsoDate): number {
  return Math.max(0, daysBetween(dueOn, metOn ?? asOf));
}

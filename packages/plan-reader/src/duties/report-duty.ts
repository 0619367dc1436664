import type { IsoDate } from '@lientinh/contracts';
import { isoDay, lastDayOfMonth } from '../quantities/dates';
import type { LineSpan } from '../text/source-lines';
import type { Recurrence } from '../vocabulary';

/** When a report is due, as printed. `before`: the day printed is the first day too late. */
export interface ReportDueRule {
  readonly before: boolean;
  /** Day of the month; null: any day of it. */
  readonly day: number | null;
  readonly month: number | null;
  /** For quarterly reports: 3 is the last month of the quarter. */
  readonly monthOfQuarter: number | null;
  /** The first year, where a year is printed. */
  readonly firstYear: number | null;
}

/** A report owed again and again. */
export interface ReportDutyReading {
  readonly text: string;
  readonly reporter: string | null;
  readonly recipient: string | null;
  /** «qua Sở Nội vụ». */
  readonly via: string | null;
  readonly recurrence: Recurrence;
  /** Null where no day is printed. */
  readonly rule: ReportDueRule | null;
  readonly lines: LineSpan;
}

/** The dates of a duty in one calendar year, as printed; empty where the plan prints none. A month alone is due on its last day. */
export function dueOn(duty: Pick<ReportDutyReading, 'rule' | 'recurrence'>, year: number): IsoDate[] {
  const { rule, recurrence } = duty;
  if (rule === null || (rule.firstYear !== null && year < rule.firstYear)) return [];
  if (recurrence === 'ONCE' && rule.firstYear !== year) return [];
  const months = monthsOf(rule, recurrence);
  return months.flatMap((month) => {
    if (rule.day === null) return [lastDayOfMonth(year, month)];
    const date = isoDay(year, month, rule.day);
    return date === null ? [lastDayOfMonth(year, month)] : [date];
  });
}

function monthsOf(rule: ReportDueRule, recurrence: Recurrence): number[] {
  const { monthOfQuarter } = rule;
  if (monthOfQuarter !== null) return [0, 3, 6, 9].map((first) => first + monthOfQuarter);
  if (rule.month !== null) return [rule.month];
  return recurrence === 'MONTHLY' ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [];
}

import { addDays, type IsoDate } from '@lientinh/contracts';

/** A day that is not what its weekday says. */
export interface DayException {
  readonly day: IsoDate;
  readonly working: boolean;
  readonly nameVi: string;
  readonly source: string;
}

/** A day of the working calendar. */
export interface CalendarDay {
  readonly day: IsoDate;
  readonly working: boolean;
  /** Working days from the first day of the calendar to this one, both included: the difference of two counts the days between. */
  readonly workingNumber: number;
  readonly name: string | null;
  readonly source: string | null;
}

const SATURDAY = 6;
const SUNDAY = 0;

function isWeekend(day: IsoDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === SATURDAY || weekday === SUNDAY;
}

/**
 * Every day of the years from the first to the last, Monday to Friday working unless an exception says otherwise. Throws RangeError
 * when the years have a gap: numbers across it would be wrong.
 */
export function workingCalendar(years: readonly number[], exceptions: readonly DayException[]): CalendarDay[] {
  const sorted = [...years].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (sorted.length !== last - first + 1) throw new RangeError(`The calendar's years have a gap: ${sorted.join(', ')}`);
  const byDay = new Map(exceptions.map((exception) => [exception.day, exception]));
  const days: CalendarDay[] = [];
  let workingNumber = 0;
  for (let day = `${first}-01-01`; day <= `${last}-12-31`; day = addDays(day, 1)) {
    const exception = byDay.get(day);
    const working = exception?.working ?? !isWeekend(day);
    if (working) workingNumber += 1;
    days.push({ day, working, workingNumber, name: exception?.nameVi ?? null, source: exception?.source ?? null });
  }
  return days;
}

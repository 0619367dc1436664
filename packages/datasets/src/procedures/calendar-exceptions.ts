import type { IsoDate } from '@lientinh/contracts';
import { z } from 'zod';
import { isoDate, readDataRows, requiredText, year } from '../csv-rows';
import { parsedOnce } from '../parsed-once';

/** A day that is not what its weekday says: a holiday on a weekday, or a Saturday worked in exchange. */
export interface CalendarException {
  readonly day: IsoDate;
  /** Offices of the State work on it. */
  readonly working: boolean;
  readonly nameVi: string;
  readonly source: string;
}

const EXCEPTION_ROW = z
  .object({ day: isoDate, working: z.enum(['true', 'false']), name_vi: requiredText, source: requiredText })
  .transform((row): CalendarException => ({
    day: row.day,
    working: row.working === 'true',
    nameVi: row.name_vi,
    source: row.source,
  }));

/** Public holidays, observed days and exchanged working days of public offices, by day. */
export const calendarExceptions = parsedOnce(() => readDataRows('reference/calendar_exceptions.csv', EXCEPTION_ROW));

/** The years for which the exceptions are complete; working days of other years are not known. */
export const calendarYears = parsedOnce(() =>
  readDataRows('reference/calendar_years.csv', z.object({ year, source: requiredText })).map((row) => row.year),
);

import { z } from 'zod';
import type { IsoDate } from '@lientinh/contracts';
import { type Database, type Reader, statement, type Writer } from '@lientinh/postgres';
import { FIRST_CALENDAR } from './report-calendar.data';
import { calendarRow } from './report-calendar.row';
import type { DueReport, ReportCalendar } from './report-calendar.rules';

const listStatement = statement(
  'list-report-calendars',
  calendarRow,
  `select c.id, c.circular, c.source_document, c.source_url, c.valid_from::text as valid_from,
     coalesce(jsonb_agg(to_jsonb(d) order by d.code) filter (where d.code is not null), '[]') as duties
   from report_calendar c left join report_duty d on d.calendar = c.id
   group by c.id order by c.valid_from, c.id`,
);
const lockStatement = statement(
  'lock-report-calendars',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('report-calendars', 0))`,
);
const insertCalendarStatement = statement(
  'insert-report-calendar',
  z.object({ id: z.coerce.number().int() }),
  `insert into report_calendar (circular, source_document, source_url, valid_from, recorded_by, recorded_at)
   values ($1, $2, $3, $4, $5, clock_timestamp()) returning id`,
);
const insertDutiesStatement = statement(
  'insert-report-duties',
  z.unknown(),
  `insert into report_duty (calendar, code, name_vi, name_en, dataset, period, due_month, before_day, window_months)
   select $1, code, "nameVi", "nameEn", dataset, period, "dueMonth", "beforeDay", "windowMonths"
   from jsonb_to_recordset($2::jsonb) as d (code text, "nameVi" text, "nameEn" text, dataset text, period text, "dueMonth" integer,
     "beforeDay" integer, "windowMonths" integer)`,
);

/** All calendars with their duties, the earliest in force first. */
export function listCalendars(reader: Reader): Promise<ReportCalendar[]> {
  return reader.all(listStatement);
}

/** Adds a calendar; its id. */
export async function insertCalendar(
  writer: Writer,
  calendar: Omit<ReportCalendar, 'id'>,
  recordedBy: string,
): Promise<number> {
  const { circular, sourceDocument, sourceUrl, validFrom, duties } = calendar;
  const { id } = await writer.get(insertCalendarStatement, [
    circular,
    sourceDocument,
    sourceUrl,
    validFrom,
    recordedBy,
  ]);
  await writer.run(insertDutiesStatement, [id, JSON.stringify(duties)]);
  return id;
}

/** Adds the calendar that the plans print to a database that has none; whether it did. */
export async function seedCalendars(database: Database): Promise<boolean> {
  return database.write('seed-report-calendars', async (writer) => {
    await writer.all(lockStatement);
    if ((await listCalendars(writer)).length > 0) return false;
    await insertCalendar(writer, FIRST_CALENDAR, 'system');
    return true;
  });
}

const meetingRow = z
  .object({ place: z.number().int(), id: z.string(), received_on: z.string() })
  .transform(({ place, id, received_on }) => ({ place, publication: id, receivedOn: received_on }));

const meetingStatement = statement(
  'find-meeting-publications',
  meetingRow,
  `select w.place, p.id, p.received_on::text as received_on
   from unnest($1::integer[], $2::text[], $3::text[], $4::date[], $5::date[]) as w (place, dataset, province_code, opens_on, closes_on)
   cross join lateral (
     select p.id, p.received_on from followed_publication p
     where p.dataset = w.dataset and p.province_code = w.province_code and p.reports_on between w.opens_on and w.closes_on
       and p.received_on <= $6 and (p.retracted_on is null or p.retracted_on > $6)
     order by p.sequence limit 1) p`,
);

/** What met a report, and when it was received. */
export interface MeetingPublication {
  readonly publication: string;
  readonly receivedOn: IsoDate;
}

/** For each report of each province, by place in the list: the first publication received by `asOf` and not retracted then, if any. */
export async function findMeetingPublications(
  reader: Reader,
  reports: readonly (Pick<DueReport, 'duty' | 'opensOn' | 'closesOn'> & { readonly provinceCode: string })[],
  asOf: IsoDate,
): Promise<Map<number, MeetingPublication>> {
  const rows = await reader.all(meetingStatement, [
    reports.map((_, place) => place),
    reports.map(({ duty }) => duty.dataset),
    reports.map(({ provinceCode }) => provinceCode),
    reports.map(({ opensOn }) => opensOn),
    reports.map(({ closesOn }) => closesOn),
    asOf,
  ]);
  return new Map(rows.map(({ place, ...meeting }) => [place, meeting]));
}

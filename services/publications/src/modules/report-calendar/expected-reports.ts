import { type IsoDate, type ProvinceCode, type ProvinceId } from '@lientinh/contracts';
import { provinceCatalogue } from '@lientinh/datasets';
import type { Reader } from '@lientinh/postgres';
import { type DueReport, dueReports, overdueDays } from './report-calendar.rules';
import { findMeetingPublications, listCalendars } from './report-calendar.store';

/** A report that a unit owes, and what became of it by the day asked for. */
export interface OwedReport extends DueReport {
  readonly provinceId: ProvinceId;
  readonly provinceCode: ProvinceCode;
  /** Id of the publication that met it. */
  readonly metBy: string | null;
  readonly metOn: IsoDate | null;
  readonly overdueDays: number;
}

export interface ExpectedReportsQuestion {
  readonly codes: readonly ProvinceCode[];
  /** Only reports of this unit; null for whichever unit bears the code on the due day. */
  readonly provinceId: ProvinceId | null;
  readonly asOf: IsoDate;
  /** Only those that are late and not met. */
  readonly overdueOnly: boolean;
}

/** The reports due in the year of `asOf`, and those of the year before that were not met by then; by due day, then province. */
export async function findExpectedReports(
  reader: Reader,
  { codes, provinceId, asOf, overdueOnly }: ExpectedReportsQuestion,
): Promise<OwedReport[]> {
  const year = Number(asOf.slice(0, 4));
  const thisYear = `${asOf.slice(0, 4)}-01-01`;
  const due = dueReports(
    await listCalendars(reader),
    `${String(year - 1).padStart(4, '0')}-01-01`,
    `${asOf.slice(0, 4)}-12-31`,
  );
  const owed = due
    .flatMap((report) => codes.flatMap((code) => owedBy(report, code)))
    .filter((report) => provinceId === null || report.provinceId === provinceId);
  const met = await findMeetingPublications(reader, owed, asOf);
  return owed
    .map((report, place): OwedReport => {
      const meeting = met.get(place);
      const metOn = meeting?.receivedOn ?? null;
      const late = overdueDays(report.dueOn, metOn, asOf);
      return { ...report, metBy: meeting?.publication ?? null, metOn, overdueDays: late };
    })
    .filter(({ dueOn, metBy }) => dueOn >= thisYear || metBy === null)
    .filter((report) => !overdueOnly || (report.metBy === null && report.overdueDays > 0));
}

/** The unit that bears the code on the due day owes the report; nobody when none does. */
function owedBy(report: DueReport, provinceCode: ProvinceCode) {
  const unit = provinceCatalogue().find(provinceCode, report.dueOn);
  return unit === null ? [] : [{ ...report, provinceCode, provinceId: unit.id }];
}

import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { dayInVietnam, inLanguage, type Language } from '@lientinh/contracts';
import { mayAdminister, throwIfRefused } from '@lientinh/identity';
import { Access, CalendarDate, type RequestContext } from '@lientinh/subgraph';
import { Publication } from '@lientinh/publishing';
import type { Services } from '../../services';
import { AssignableLanguage } from '../language';
import { loadListedPublication, provinceCondition } from '../publications';
import { listPublishers } from '../publishers';
import { checkCalendar } from './check-calendar';
import { findExpectedReports, type OwedReport } from './expected-reports';
import type { ReportCalendar, ReportDuty } from './report-calendar.rules';
import { insertCalendar, listCalendars } from './report-calendar.store';
import { ExpectedReport, ReportCalendarDuty, ReportCalendarInput, ReportCalendarType } from './report-calendar.types';

type Context = RequestContext<Services>;
type ListedReport = ExpectedReport & { readonly metById: string | null; readonly duty: ReportDuty };

@Resolver(() => ExpectedReport)
export class ExpectedReportResolver {
  @Query(() => [ExpectedReport], {
    description:
      'What each province of the registry owes by the calendars of reports in the year of `asOf`, with what was still missing from the year before; what met it, and how late. | Báo cáo phải gửi, đã gửi và quá hạn.',
  })
  async expectedReports(
    @Arg('province', () => ID, {
      nullable: true,
      description: 'Code of a province or id of one unit; all provinces of the registry when absent.',
    })
    province: string | null | undefined,
    @Arg('asOf', () => CalendarDate, {
      nullable: true,
      description: 'Tells what was received by the end of this day in Việt Nam; today when absent.',
    })
    asOf: string | null | undefined,
    @Arg('overdueOnly', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Only what is late and not met.',
    })
    overdueOnly: boolean | null | undefined,
    @Ctx() context: Context,
  ): Promise<ListedReport[]> {
    const { reader } = context.database;
    const today = dayInVietnam(context.now);
    const { provinceCode, provinceId } = provinceCondition(province, today);
    await context.services.feeds.catchUp(context);
    const codes = provinceCode === null ? await registryProvinces(context) : [provinceCode];
    const reports = await findExpectedReports(reader, {
      codes,
      provinceId,
      asOf: asOf ?? today,
      overdueOnly: overdueOnly ?? false,
    });
    return reports.map(toExpectedReport);
  }

  @FieldResolver(() => Publication, { nullable: true })
  async metBy(@Root() { metById }: ListedReport, @Ctx() context: Context): Promise<Publication | null> {
    return metById === null ? null : ((await loadListedPublication(context).load(metById)) ?? null);
  }

  @FieldResolver(() => String, { description: 'Name of the report. | Tên báo cáo.' })
  name(
    @Root() { duty }: ListedReport,
    @Arg('language', () => AssignableLanguage, { nullable: true, defaultValue: 'VI' })
    language: Language | null | undefined,
  ): string {
    return inLanguage({ vi: duty.nameVi, en: duty.nameEn }, language ?? 'VI');
  }
}

@Resolver(() => ReportCalendarDuty)
export class ReportCalendarResolver {
  @Query(() => [ReportCalendarType], {
    description: 'The calendars of reports, the earliest in force first. | Các lịch báo cáo.',
  })
  async reportCalendars(@Ctx() { database }: Context): Promise<ReportCalendarType[]> {
    return (await listCalendars(database.reader)).map(toCalendar);
  }

  @Access('admin')
  @Mutation(() => ReportCalendarType, {
    description:
      "Adds a circular's calendar; it governs periods that begin on or after its day, until a later one does. | Thêm lịch báo cáo.",
  })
  async setReportCalendar(
    @Arg('input', () => ReportCalendarInput) input: ReportCalendarInput,
    @Ctx() { database, principal }: Context,
  ): Promise<ReportCalendarType> {
    throwIfRefused(mayAdminister(principal));
    const { circular, validFrom, sourceDocument = null, sourceUrl = null, duties } = input;
    const calendar = { circular, validFrom, sourceDocument, sourceUrl, duties };
    checkCalendar(calendar);
    const recordedBy = principal.role === 'viewer' ? '' : principal.client;
    const id = await database.write('set-report-calendar', (writer) => insertCalendar(writer, calendar, recordedBy));
    return toCalendar({ ...calendar, id });
  }

  @FieldResolver(() => String, { description: 'Name of the report. | Tên báo cáo.' })
  name(
    @Root() { nameVi, nameEn }: ReportDuty,
    @Arg('language', () => AssignableLanguage, { nullable: true, defaultValue: 'VI' })
    language: Language | null | undefined,
  ): string {
    return inLanguage({ vi: nameVi, en: nameEn }, language ?? 'VI');
  }
}

/** Codes of the provinces that have a publisher, in order. */
async function registryProvinces({ database }: Context): Promise<string[]> {
  const publishers = await listPublishers(database.reader);
  return [...new Set(publishers.flatMap(({ province }) => province ?? []))].sort();
}

function toExpectedReport({ provinceId, metBy, duty, ...report }: OwedReport): ListedReport {
  return { ...report, duty, province: { id: provinceId }, dataset: duty.dataset, metBy: null, metById: metBy };
}

function toCalendar({ circular, validFrom, sourceDocument, sourceUrl, duties }: ReportCalendar): ReportCalendarType {
  const isPrinted = sourceDocument !== null || sourceUrl !== null;
  const source = { document: sourceDocument, url: sourceUrl, lineFrom: null, lineTo: null };
  return { circular, validFrom, source: isPrinted ? source : null, duties };
}

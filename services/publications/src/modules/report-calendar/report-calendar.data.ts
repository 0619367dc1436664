import type { ReportCalendar } from './report-calendar.rules';

const REFORM_REPORT = { dataset: 'TASK_PROGRESS', beforeDay: 22, windowMonths: 3 } as const;

/**
 * The periodic reports on administrative reform under official letter 6459/BNV-CCHC of 2020-12-07 of the Ministry of Home Affairs, as plan
 * 136/KH-UBND of 2020-12-28 of Tuyên Quang prints them: quarterly before the 22nd of the quarter's last month, six-month before
 * 22 June, annual before 22 December. The letter guides the reports of 2021; it stands until an administrator sets another calendar.
 * Neither document names a data set: a province reports by publishing the progress of its tasks (docs/feed.md).
 */
export const FIRST_CALENDAR: Omit<ReportCalendar, 'id'> = {
  circular: '6459/BNV-CCHC',
  sourceDocument: '136/KH-UBND',
  sourceUrl: null,
  validFrom: '2021-01-01',
  duties: [
    {
      ...REFORM_REPORT,
      code: 'REFORM_REPORT_QUARTERLY',
      nameVi: 'Báo cáo cải cách hành chính quý',
      nameEn: 'Quarterly report on administrative reform',
      period: 'QUARTER',
      dueMonth: 3,
    },
    {
      ...REFORM_REPORT,
      code: 'REFORM_REPORT_SIX_MONTHS',
      nameVi: 'Báo cáo cải cách hành chính 6 tháng',
      nameEn: 'Six-month report on administrative reform',
      period: 'FIRST_HALF',
      dueMonth: 6,
    },
    {
      ...REFORM_REPORT,
      code: 'REFORM_REPORT_ANNUAL',
      nameVi: 'Báo cáo cải cách hành chính năm',
      nameEn: 'Annual report on administrative reform',
      period: 'YEAR',
      dueMonth: 12,
    },
  ],
};

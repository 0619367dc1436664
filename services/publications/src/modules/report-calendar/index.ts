export { ExpectedReportResolver, ReportCalendarResolver } from './report-calendar.resolver';
export { seedCalendars } from './report-calendar.store';

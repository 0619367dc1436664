import type { BilingualText } from '@lientinh/contracts';
import { reportCalendarInvalid } from './report-calendar.errors';
import type { ReportCalendar, ReportDuty } from './report-calendar.rules';

const CODE = /^[A-Z][A-Z0-9_]{0,63}$/;
const MOST_DUTIES = 50;
const LONGEST_TEXT = 500;

/** Checks a calendar that an administrator sets. Throws REPORT_CALENDAR_INVALID naming the first field that is not usable. */
export function checkCalendar(calendar: Omit<ReportCalendar, 'id'>): void {
  const { circular, sourceDocument, sourceUrl, duties } = calendar;
  checkText('circular', circular);
  if (sourceDocument !== null) checkText('sourceDocument', sourceDocument);
  if (sourceUrl !== null && !(URL.canParse(sourceUrl) && /^https?:/.test(sourceUrl)))
    refuse('sourceUrl', { vi: 'cần địa chỉ http hoặc https', en: 'an http or https address is needed' });
  if (duties.length === 0 || duties.length > MOST_DUTIES)
    refuse('duties', { vi: `cần 1 đến ${MOST_DUTIES} báo cáo`, en: `1 to ${MOST_DUTIES} reports are needed` });
  duties.forEach((duty, place) => checkDuty(duty, `duties[${place}]`));
  const repeated = duties.find(({ code }, place) => duties.findIndex((other) => other.code === code) !== place);
  if (repeated !== undefined)
    refuse('duties', { vi: `mã ${repeated.code} lặp lại`, en: `code ${repeated.code} is there twice` });
}

function checkDuty(duty: ReportDuty, place: string): void {
  if (!CODE.test(duty.code))
    refuse(`${place}.code`, {
      vi: 'dùng chữ hoa, chữ số và gạch dưới',
      en: 'use upper-case letters, digits and underscores',
    });
  checkText(`${place}.nameVi`, duty.nameVi);
  checkText(`${place}.nameEn`, duty.nameEn);
  checkRange(`${place}.dueMonth`, duty.dueMonth, 24);
  checkRange(`${place}.beforeDay`, duty.beforeDay, 28);
  checkRange(`${place}.windowMonths`, duty.windowMonths, 12);
}

function checkText(field: string, text: string): void {
  if (text.trim() === '' || text.length > LONGEST_TEXT)
    refuse(field, { vi: `cần 1 đến ${LONGEST_TEXT} ký tự`, en: `1 to ${LONGEST_TEXT} characters are needed` });
}

function checkRange(field: string, value: number, most: number): void {
  if (value < 1 || value > most)
    refuse(field, { vi: `${value} phải từ 1 đến ${most}`, en: `${value} must be 1 to ${most}` });
}

function refuse(field: string, reason: BilingualText): never {
  throw reportCalendarInvalid({ field, reason });
}

import { defineError } from '@lientinh/errors';

export const reportCalendarInvalid = defineError<{ field: string; reason: { vi: string; en: string } }>({
  code: 'REPORT_CALENDAR_INVALID',
  status: 422,
  meaning: 'A field of a calendar of reports is not usable; `field` names it.',
  message: ({ field, reason }) => ({ vi: `${field}: ${reason.vi}.`, en: `${field}: ${reason.en}.` }),
});

import { z } from 'zod';
import { DATASETS } from '@lientinh/contracts';
import { REPORT_PERIODS, type ReportCalendar, type ReportDuty } from './report-calendar.rules';

const duty = z
  .object({
    code: z.string(),
    name_vi: z.string(),
    name_en: z.string(),
    dataset: z.enum(DATASETS),
    period: z.enum(REPORT_PERIODS),
    due_month: z.number().int(),
    before_day: z.number().int(),
    window_months: z.number().int(),
  })
  .transform(({ code, name_vi, name_en, dataset, period, due_month, before_day, window_months }): ReportDuty => ({
    code,
    nameVi: name_vi,
    nameEn: name_en,
    dataset,
    period,
    dueMonth: due_month,
    beforeDay: before_day,
    windowMonths: window_months,
  }));

export const calendarRow = z
  .object({
    id: z.coerce.number().int(),
    circular: z.string(),
    source_document: z.string().nullable(),
    source_url: z.string().nullable(),
    valid_from: z.string(),
    duties: z.array(duty),
  })
  .transform(({ source_document, source_url, valid_from, ...calendar }): ReportCalendar => ({
    ...calendar,
    sourceDocument: source_document,
    sourceUrl: source_url,
    validFrom: valid_from,
  }));

import { z } from 'zod';
import { RECURRENCES } from '@lientinh/plan-reader';
import { statement, type Reader } from '@lientinh/postgres';
import { sourceColumns, sourceShape, toSource } from '../plan/fact-source';
import type { ReportDuty } from './report-duty.types';

const whole = z.number().int().nullable();

const dutyRow = z
  .object({
    publication: z.coerce.number().int(),
    text: z.string(),
    reporter: z.string().nullable(),
    recipient: z.string().nullable(),
    via: z.string().nullable(),
    recurrence: z.enum(RECURRENCES),
    rule_before: z.boolean().nullable(),
    rule_day: whole,
    rule_month: whole,
    rule_month_of_quarter: whole,
    rule_first_year: whole,
    ...sourceShape,
  })
  .transform((row): ReportDuty & { readonly publicationSequence: number } => ({
    publicationSequence: row.publication,
    text: row.text,
    reporter: row.reporter,
    recipient: row.recipient,
    via: row.via,
    recurrence: row.recurrence,
    beforeTheDay: row.rule_before,
    rule:
      row.rule_before === null
        ? null
        : {
            before: row.rule_before,
            day: row.rule_day,
            month: row.rule_month,
            monthOfQuarter: row.rule_month_of_quarter,
            firstYear: row.rule_first_year,
          },
    source: toSource(row),
  }));

const byPublications = statement(
  'list-report-duties',
  dutyRow,
  `select r.publication, r.text, r.reporter, r.recipient, r.via, r.recurrence, r.rule_before, r.rule_day, r.rule_month,
     r.rule_month_of_quarter, r.rule_first_year, ${sourceColumns('r')}
   from report_duty r where r.publication = any($1::bigint[]) order by r.publication, r.ordinal`,
);

/** The report duties of plans, by publication, in print order. */
export function listReportDuties(
  reader: Reader,
  publications: readonly number[],
): Promise<(ReportDuty & { readonly publicationSequence: number })[]> {
  return reader.all(byPublications, [publications]);
}

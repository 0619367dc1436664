import { z } from 'zod';
import { ADMINISTRATIVE_LEVELS } from '@lientinh/contracts';
import { FILING_MODES, INTERLINKED } from '../vocabulary/vocabulary.types';
import { levelOf, toOnlineServiceLevel } from './online-service.rules';
import type { DelayMissing, ProcedureOffering } from './offering.types';

/** An offering with its publication delay, as `OFFERING_COLUMNS` selects it. */
export const offeringRow = z.object({
  province: z.string(),
  as_of: z.string(),
  procedure_code: z.string(),
  offered_name: z.string(),
  offered_field: z.string(),
  offered_level: z.enum(ADMINISTRATIVE_LEVELS),
  offered_authority: z.string().nullable(),
  online_service: z.string(),
  interlinked: z.enum(INTERLINKED),
  one_stop: z.boolean(),
  online_payment: z.boolean(),
  ways: z.array(
    z.object({ mode: z.enum(FILING_MODES), processingDays: z.number().nullable(), feeVnd: z.number().nullable() }),
  ),
  decision: z.string().nullable(),
  decided_on: z.string().nullable(),
  published_on: z.string().nullable(),
  shortened: z.boolean(),
  delay_days: z.number().nullable(),
  late: z.boolean().nullable(),
});
export type OfferingRow = z.output<typeof offeringRow>;

/** SQL: offerings `o` with the working calendar and the limit that held on the day of the decision. */
export const WITH_DELAY = `
  left join calendar_day decided on decided.day = o.decided_on
  left join calendar_day published on published.day = o.published_on
  left join publication_limit deadline on deadline.shortened = o.shortened
    and coalesce(deadline.valid_from <= o.decided_on, true) and coalesce(o.decided_on <= deadline.valid_to, true)`;
export const DELAY_DAYS = '(published.working_number - decided.working_number)';
export const LATE = `(${DELAY_DAYS} > deadline.working_days)`;

export const OFFERING_COLUMNS = `o.province, o.as_of::text, o.procedure_code, o.name as offered_name, o.field as offered_field,
  o.level as offered_level, o.authority as offered_authority, o.online_service, o.interlinked, o.one_stop, o.online_payment, o.ways,
  o.decision, o.decided_on::text, o.published_on::text, o.shortened, ${DELAY_DAYS} as delay_days, ${LATE} as late`;

function delayMissing({ delay_days, decided_on, published_on }: OfferingRow): DelayMissing | null {
  if (delay_days !== null) return null;
  return decided_on === null || published_on === null ? 'NOT_STATED' : 'CALENDAR_UNKNOWN';
}

/** The row as the graph shows it. */
export function toOffering(row: OfferingRow): ProcedureOffering {
  return {
    province: { id: row.province },
    asOf: row.as_of,
    procedureCode: row.procedure_code,
    printedName: row.offered_name,
    printedField: row.offered_field,
    level: row.offered_level,
    printedAuthority: row.offered_authority,
    onlineService: toOnlineServiceLevel(levelOf(row.online_service)),
    interlinked: row.interlinked,
    oneStop: row.one_stop,
    onlinePayment: row.online_payment,
    ways: row.ways,
    decision: row.decision,
    decidedOn: row.decided_on,
    publishedOn: row.published_on,
    shortenedProcedure: row.shortened,
    publicationDelayDays: row.delay_days,
    publicationDelayMissing: delayMissing(row),
    publishedLate: row.late,
  };
}

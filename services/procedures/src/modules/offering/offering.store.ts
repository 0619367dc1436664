import { statement, type Reader } from '@lientinh/postgres';
import { OFFERING_COLUMNS, offeringRow, WITH_DELAY, type OfferingRow } from './offering.row';

const byProcedures = statement(
  'list-offerings',
  offeringRow,
  `select ${OFFERING_COLUMNS} from (
     select distinct on (c.province) c.province, c.as_of from catalogue c
     where ($2::text[] is null or c.province = any($2)) and c.as_of <= $3::date and c.recorded_to = 'infinity'
     order by c.province, c.as_of desc) latest
   join offering o on o.province = latest.province and o.as_of = latest.as_of and o.procedure_code = any($1::text[])
     and o.recorded_to = 'infinity'
   ${WITH_DELAY} order by o.province, o.procedure_code`,
);

/** What the catalogues in force on a day say of some procedures, by province; `provinces` null means every province. */
export function listOfferings(
  reader: Reader,
  codes: readonly string[],
  provinces: readonly string[] | null,
  asOf: string,
): Promise<OfferingRow[]> {
  return reader.all(byProcedures, [codes, provinces, asOf]);
}

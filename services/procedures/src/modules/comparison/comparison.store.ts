import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import {
  DELAY_DAYS,
  LATE,
  OFFERING_COLUMNS,
  offeringRow,
  WITH_DELAY,
  type OfferingRow,
} from '../offering/offering.row';
import { procedureColumns, procedureRow, type ProcedureRow } from '../procedure/procedure.row';
import { knownAt } from '../reference/instants';
import type { ComparisonScope } from './comparison.types';

/** The catalogue in force of each province asked for: $1 ids, $2 day, $3 folded field, $4 level, $5 instant. */
const OFFERED = `with latest as materialized (
    select asked.place, asked.province, c.as_of
    from unnest($1::text[]) with ordinality as asked(province, place)
    left join lateral (
      select c.as_of from catalogue c where c.province = asked.province and c.as_of <= $2::date and ${knownAt('c', '$5')}
      order by c.as_of desc limit 1) c on true)`;
const JOINED = `latest join offering o on o.province = latest.province and o.as_of = latest.as_of and ${knownAt('o', '$5')}`;
const CHOSEN = `($3::text is null and $4::text is null or exists (
    select 1 from procedure p where p.code = o.procedure_code
      and ($3::text is null or p.field_folded = fold_text($3)) and ($4::text is null or p.level = $4)))`;

const columnRow = z.object({
  province: z.string(),
  as_of: z.string().nullable(),
  total: z.coerce.number(),
  only_here: z.coerce.number(),
  fully_online: z.coerce.number(),
  online: z.coerce.number(),
  one_stop: z.coerce.number(),
  delay_known: z.coerce.number(),
  late: z.coerce.number(),
  levels: z.array(z.string()),
  common: z.coerce.number(),
  anywhere: z.coerce.number(),
});
/** One province's catalogue in numbers, with the numbers of the whole comparison. */
export type ColumnRow = z.output<typeof columnRow>;

const columns = statement(
  'compare-catalogues',
  columnRow,
  `${OFFERED},
   offered as materialized (
     select latest.place, o.procedure_code, o.online_service, level.online, level.fully_online, o.one_stop,
       ${DELAY_DAYS} is not null as delay_known, ${LATE} as late
     from ${JOINED} join online_service_level level on level.code = o.online_service ${WITH_DELAY} where ${CHOSEN}),
   spread as (select procedure_code, count(*) as provinces from offered group by procedure_code)
   select latest.province, latest.as_of::text, count(o.place) as total, count(*) filter (where s.provinces = 1) as only_here,
     count(*) filter (where o.fully_online) as fully_online, count(*) filter (where o.online) as online,
     count(*) filter (where o.one_stop) as one_stop, count(*) filter (where o.delay_known) as delay_known,
     count(*) filter (where o.late) as late, array_remove(array_agg(distinct o.online_service), null) as levels,
     (select count(*) from spread where provinces = cardinality($1)) as common, (select count(*) from spread) as anywhere
   from latest left join offered o on o.place = latest.place left join spread s on s.procedure_code = o.procedure_code
   group by latest.place, latest.province, latest.as_of order by latest.place`,
);

const rowsStatement = statement(
  'list-compared-procedures',
  z.intersection(procedureRow, offeringRow),
  `${OFFERED},
   codes as materialized (
     select distinct o.procedure_code from ${JOINED} where ($6::text is null or o.procedure_code > $6) and ${CHOSEN}
     order by o.procedure_code limit $7)
   select ${procedureColumns('p')}, ${OFFERING_COLUMNS}
   from codes cross join latest
   join offering o on o.province = latest.province and o.as_of = latest.as_of and o.procedure_code = codes.procedure_code
     and ${knownAt('o', '$5')}
   join procedure p on p.code = codes.procedure_code ${WITH_DELAY} order by p.code, latest.place`,
);

const parametersOf = ({ provinces, asOf, field, level, knownAt: instant }: ComparisonScope): unknown[] => [
  provinces,
  asOf,
  field,
  level,
  instant,
];

/** The numbers of each province's catalogue, in the order asked for. */
export function compareCatalogues(reader: Reader, scope: ComparisonScope): Promise<ColumnRow[]> {
  return reader.all(columns, parametersOf(scope));
}

/** The offerings of the first `limit` procedures after a code, by code and province. */
export function listCompared(
  reader: Reader,
  scope: ComparisonScope,
  after: string | null,
  limit: number,
): Promise<(ProcedureRow & OfferingRow)[]> {
  return reader.all(rowsStatement, [...parametersOf(scope), after, limit]);
}

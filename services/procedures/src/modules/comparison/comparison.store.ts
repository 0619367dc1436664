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
     select latest.place, o.procedure_code, o.online_service, o.one_stop, o.decided_on, o.published_on, o.shortened
     from ${JOINED} where ${CHOSEN}),
   kinds as (
     select place, online_service, one_stop, decided_on, published_on, shortened, count(*) as number
     from offered group by place, online_service, one_stop, decided_on, published_on, shortened),
   totals as (
     select o.place, sum(number) as total, sum(number) filter (where level.fully_online) as fully_online,
       sum(number) filter (where level.online) as online, sum(number) filter (where o.one_stop) as one_stop,
       sum(number) filter (where ${DELAY_DAYS} is not null) as delay_known, sum(number) filter (where ${LATE}) as late,
       array_agg(distinct o.online_service) as levels
     from kinds o join online_service_level level on level.code = o.online_service ${WITH_DELAY} group by o.place),
   spread as materialized (
     select procedure_code, count(*) as provinces, min(place) as place from offered group by procedure_code),
   alone as (select place, count(*) as only_here from spread where provinces = 1 group by place)
   select latest.province, latest.as_of::text, coalesce(total, 0) as total, coalesce(only_here, 0) as only_here,
     coalesce(fully_online, 0) as fully_online, coalesce(online, 0) as online, coalesce(one_stop, 0) as one_stop,
     coalesce(delay_known, 0) as delay_known, coalesce(late, 0) as late, coalesce(levels, '{}') as levels,
     (select count(*) from spread where provinces = cardinality($1)) as common, (select count(*) from spread) as anywhere
   from latest left join totals using (place) left join alone using (place) order by latest.place`,
);

const rowsStatement = statement(
  'list-compared-procedures',
  z.intersection(procedureRow, offeringRow),
  `${OFFERED},
   codes as materialized (
     select distinct first.procedure_code from latest cross join lateral (
       select o.procedure_code from offering o
       where o.province = latest.province and o.as_of = latest.as_of and ${knownAt('o', '$5')}
         and o.procedure_code > coalesce($6::text, '') and ${CHOSEN}
       order by o.procedure_code limit $7) first
     order by first.procedure_code limit $7)
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

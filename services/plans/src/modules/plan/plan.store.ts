import { z } from 'zod';
import { statement, type Reader } from '@lientinh/postgres';
import { groupedPage, readGroupedPages, WHOLE, type GroupPage } from '../paging/grouped-page';
import { knownAt } from './known-at';
import { planColumns, planRow, type PlanRow } from './plan.row';

/** Which plans, in ids and dates only. */
export interface PlanCriteria {
  readonly provinceIds: readonly string[] | null;
  readonly kind: string | null;
  /** A year of the period. */
  readonly year: number | null;
  /** As `searchQuery` makes it. */
  readonly search: string | null;
  readonly knownAt: string | null;
}

/** One more than a page holds, and the sort key of the row before it: rank, last day, id. */
export interface PlanPlace {
  readonly limit: number;
  readonly after: readonly (string | number)[] | null;
}

const matchedPlans = (group: string): string => `
  select ${group} as group_key, p.plan_id, p.period_to, p.recorded_from, coalesce(ts_rank_cd(p.search, q.query), 0)::float4 as rank
  from plan p cross join (select to_tsquery('simple', $5) as query) q
  where ${knownAt('p', '$1')}
    and ($2::text[] is null or p.province_id = any($2))
    and ($3::text is null or p.kind = $3)
    and ($4::int is null or $4 between extract(year from p.period_from) and extract(year from p.period_to))
    and ($5::text is null or p.search @@ q.query)`;

const pageOf = (name: string, group: string) =>
  groupedPage<PlanRow>(name, planRow, {
    matched: matchedPlans(group),
    order: 'rank desc, period_to desc, plan_id',
    after: `$7::float4 is null or m.rank < $7::float4
      or (m.rank = $7::float4 and (m.period_to < $8::date or (m.period_to = $8::date and m.plan_id > $9)))`,
    limit: '$6::int',
    source: 'left join plan p on p.plan_id = n.plan_id and p.recorded_from = n.recorded_from',
    columns: `${planColumns('p')}, n.rank`,
  });

const pagePlans = pageOf('page-plans', `'${WHOLE}'`);
const pagePlansByProvince = pageOf('page-plans-by-province', 'p.province_id');

function parametersOf(criteria: PlanCriteria, { limit, after }: PlanPlace): unknown[] {
  const { knownAt: at, provinceIds, kind, year, search } = criteria;
  return [at, provinceIds, kind, year, search, limit, ...(after ?? [null, null, null])];
}

/** A page of plans, best match first, then latest period first. */
export async function readPlanPage(
  reader: Reader,
  criteria: PlanCriteria,
  place: PlanPlace,
): Promise<GroupPage<PlanRow> | undefined> {
  return (await readGroupedPages(reader, pagePlans, parametersOf(criteria, place))).get(WHOLE);
}

/** The same page of each province in `criteria.provinceIds`, by province id. */
export function readPlanPagesByProvince(
  reader: Reader,
  criteria: PlanCriteria,
  place: PlanPlace,
): Promise<Map<string, GroupPage<PlanRow>>> {
  return readGroupedPages(reader, pagePlansByProvince, parametersOf(criteria, place));
}

const plansByIds = statement(
  'find-plans',
  planRow,
  `select ${planColumns('p')} from plan p where p.plan_id = any($2::text[]) and ${knownAt('p', '$1')}`,
);
const planVersions = statement(
  'find-plan-versions',
  planRow,
  `select distinct on (p.publication) ${planColumns('p')} from plan p where p.publication = any($1::bigint[])`,
);
const documentBodies = statement(
  'find-plan-documents',
  z.object({ publication: z.coerce.number().int(), body: z.string() }),
  'select publication, body from plan_document where publication = any($1::bigint[])',
);

/** Plans by id, current or as known at an instant. */
export function findPlans(reader: Reader, ids: readonly string[], at: string | null): Promise<PlanRow[]> {
  return reader.all(plansByIds, [at, ids]);
}

/** Versions of plans by the place of their publication in the ledger. */
export function findPlanVersions(reader: Reader, publications: readonly number[]): Promise<PlanRow[]> {
  return reader.all(planVersions, [publications]);
}

/** The texts that were sent, by publication; structured plans have none. */
export function findDocumentBodies(
  reader: Reader,
  publications: readonly number[],
): Promise<{ publication: number; body: string }[]> {
  return reader.all(documentBodies, [publications]);
}

import { z } from 'zod';
import { COMPARATORS, REFORM_AREAS, UNITS } from '@lientinh/plan-reader';
import { statement, type Reader } from '@lientinh/postgres';
import { groupedPage, readGroupedPages, type GroupPage } from '../paging/grouped-page';
import { sourceColumns, sourceShape, toSource } from '../plan/fact-source';
import { knownAt } from '../plan/known-at';
import type { Target } from './target.types';

const targetRow = z
  .object({
    target_id: z.string(),
    plan_id: z.string(),
    province_id: z.string(),
    publication: z.coerce.number().int(),
    ordinal: z.number().int(),
    area: z.enum(REFORM_AREAS),
    label: z.string(),
    metric: z.string().nullable(),
    comparator: z.enum(COMPARATORS),
    value: z.string().transform(Number),
    unit: z.enum(UNITS),
    deadline: z.string().nullable(),
    effective_deadline: z.string(),
    scope: z.string().nullable(),
    ...sourceShape,
  })
  .transform((row): Omit<Target, 'knownAt'> => ({
    id: row.target_id,
    planId: row.plan_id,
    provinceId: row.province_id,
    publicationSequence: row.publication,
    ordinal: row.ordinal,
    area: row.area,
    label: row.label,
    metricCode: row.metric,
    comparator: row.comparator,
    value: row.value,
    unit: row.unit,
    deadline: row.deadline,
    effectiveDeadline: row.effective_deadline,
    scope: row.scope,
    source: toSource(row),
  }));
export type TargetRow = z.output<typeof targetRow>;

const COLUMNS = `t.target_id, t.plan_id, t.province_id, t.publication, t.ordinal, t.area, t.label, t.metric, t.comparator, t.value, t.unit,
  t.deadline::text, t.effective_deadline::text, t.scope, ${sourceColumns('t')}`;
const CURRENT = 'from plan p join target t on t.publication = p.publication';

const byPublications = statement(
  'list-targets-of-plans',
  targetRow,
  `select ${COLUMNS} from target t where t.publication = any($1::bigint[]) order by t.publication, t.ordinal`,
);
const byIds = statement(
  'find-targets',
  targetRow,
  `select ${COLUMNS} ${CURRENT} where ${knownAt('p', '$2')} and t.target_id = any($1::text[])`,
);
const byProvinces = statement(
  'list-targets-of-provinces',
  targetRow,
  `select ${COLUMNS} ${CURRENT}
   where ${knownAt('p', '$4')} and t.province_id = any($1::text[]) and ($2::text is null or t.metric = $2)
     and ($3::int is null or $3 between extract(year from p.period_from) and extract(year from p.period_to))
   order by t.province_id, t.effective_deadline, t.plan_id, t.ordinal`,
);
const byMetric = statement(
  'list-targets-of-metric',
  targetRow,
  `select ${COLUMNS} ${CURRENT}
   where ${knownAt('p', '$5')} and t.metric = $1 and t.province_id = any($2::text[])
     and ($3::date is null or t.effective_deadline >= $3) and ($4::date is null or t.effective_deadline <= $4)
   order by t.effective_deadline, t.plan_id, t.ordinal`,
);
const pageByMetric = groupedPage<TargetRow>('page-targets-by-metric', targetRow, {
  matched: `select t.metric as group_key, t.target_id, t.effective_deadline, t.publication, t.ordinal ${CURRENT}
    where ${knownAt('p', '$1')} and t.metric = any($2::text[]) and ($3::text[] is null or t.province_id = any($3))`,
  order: 'effective_deadline, target_id',
  after: '$5::text is null or (m.effective_deadline, m.target_id) > ($5::date, $6::text)',
  limit: '$4::int',
  source: 'left join target t on t.publication = n.publication and t.ordinal = n.ordinal',
  columns: COLUMNS,
});

/** The targets of plans, by publication, in print order. */
export function listTargetsOfPlans(reader: Reader, publications: readonly number[]): Promise<TargetRow[]> {
  return reader.all(byPublications, [publications]);
}

/** Current targets by id. */
export function findTargets(reader: Reader, ids: readonly string[]): Promise<TargetRow[]> {
  return reader.all(byIds, [ids, null]);
}

/** Which targets of provinces: of a metric, of plans whose period has a year. */
export interface ProvinceTargetCriteria {
  readonly provinceIds: readonly string[];
  readonly metric: string | null;
  readonly year: number | null;
}

/** The current targets of provinces, by deadline. */
export function listTargetsOfProvinces(reader: Reader, criteria: ProvinceTargetCriteria): Promise<TargetRow[]> {
  return reader.all(byProvinces, [criteria.provinceIds, criteria.metric, criteria.year, null]);
}

/** What provinces promise for one metric inside a window of deadlines, closed on both ends. */
export interface MetricTargetCriteria {
  readonly metric: string;
  readonly provinceIds: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly knownAt: string | null;
}

/** The targets of provinces for one metric, by deadline. */
export function listTargetsOfMetric(reader: Reader, criteria: MetricTargetCriteria): Promise<TargetRow[]> {
  const { metric, provinceIds, from, to, knownAt: at } = criteria;
  return reader.all(byMetric, [metric, provinceIds, from, to, at]);
}

/** The same page of the targets of each metric, in all provinces or some. */
export function readTargetPagesByMetric(
  reader: Reader,
  metrics: readonly string[],
  provinceIds: readonly string[] | null,
  limit: number,
  after: readonly (string | number)[] | null,
): Promise<Map<string, GroupPage<TargetRow>>> {
  return readGroupedPages(reader, pageByMetric, [null, metrics, provinceIds, limit, ...(after ?? [null, null])]);
}

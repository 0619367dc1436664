import { statement, type Reader } from '@lientinh/postgres';
import { groupedPage, readGroupedPages, type GroupPage } from '../paging/grouped-page';
import { knownAt } from '../plan/known-at';
import { TASK_COLUMNS, taskRow, type TaskRow } from './task.row';

/** What tasks are grouped by where a field lists them for many parents at once. */
export type TaskGrouping = 'WHOLE' | 'PLAN' | 'PROVINCE' | 'LEAD';

/** Which tasks, in ids and dates only. */
export interface TaskCriteria {
  readonly provinceIds: readonly string[] | null;
  readonly planId: string | null;
  /** Ids of agencies of which one leads. */
  readonly leads: readonly string[] | null;
  readonly area: string | null;
  readonly status: string | null;
  readonly asOf: string;
  readonly dueBefore: string | null;
  /** As `searchQuery` makes it. */
  readonly search: string | null;
  readonly knownAt: string | null;
}

/** One more than a page holds, and the sort key of the row before it: rank, plan id, place in the plan. */
export interface TaskPlace {
  readonly limit: number;
  readonly after: readonly (string | number)[] | null;
}

/** SQL: status of `task t` on the day $8 as `taskStatus` computes it. */
const STATUS = `(
  select case
    when reported.status in ('DONE', 'CANCELLED') then reported.status
    when t.earliest_deadline < $8::date then 'OVERDUE'
    when reported.status = 'IN_PROGRESS' then reported.status
    else 'NOT_STARTED' end
  from (select (
    select r.status from task_progress r
    where r.task_id = t.task_id and r.reported_on <= $8::date and ${knownAt('r', '$1')}
    order by r.reported_on desc limit 1) as status) reported)`;

const leads = (agencies: string): string => `select 1 from task_agency a
  where a.publication = t.publication and a.task_id = t.task_id and a.product = 0 and a.role = 'LEAD' and a.agency = ${agencies}`;

const GROUPS: Readonly<
  Record<TaskGrouping, { readonly key: string; readonly join: string; readonly condition: string }>
> = {
  WHOLE: { key: `''`, join: '', condition: '$2::text[] is null' },
  PLAN: { key: 't.publication::text', join: '', condition: 't.publication = any($2::text[]::bigint[])' },
  PROVINCE: { key: 't.province_id', join: '', condition: 't.province_id = any($2::text[])' },
  LEAD: {
    key: 'l.agency',
    join: `join (select distinct a.publication, a.task_id, a.agency from task_agency a
      where a.product = 0 and a.role = 'LEAD' and a.agency = any($2::text[])) l
      on l.publication = t.publication and l.task_id = t.task_id`,
    condition: 'true',
  },
};

/** A version of a plan that was asked for by itself is read whether or not it is current. */
const planJoin = (grouping: TaskGrouping): string =>
  grouping === 'PLAN' ? 'task t' : `plan p join task t on t.publication = p.publication and ${knownAt('p', '$1')}`;

function pageOf(name: string, grouping: TaskGrouping) {
  const { key, join, condition } = GROUPS[grouping];
  return groupedPage<TaskRow>(name, taskRow, {
    matched: `
      select ${key} as group_key, t.publication, t.plan_id, t.ordinal, coalesce(ts_rank_cd(t.search, q.query), 0)::float4 as rank
      from ${planJoin(grouping)} ${join} cross join (select to_tsquery('simple', $10) as query) q
      where ${condition}
        and ($3::text[] is null or t.province_id = any($3))
        and ($4::text is null or t.plan_id = $4)
        and ($5::text[] is null or exists (${leads('any($5)')}))
        and ($6::text is null or t.area = $6)
        and ($7::text is distinct from 'OVERDUE' or t.earliest_deadline < $8::date)
        and ($7::text is null or ${STATUS} = $7)
        and ($9::date is null or t.earliest_deadline < $9)
        and ($10::text is null or t.search @@ q.query)`,
    order: 'rank desc, plan_id, ordinal',
    after: `$12::float4 is null or m.rank < $12::float4 or (m.rank = $12::float4 and (m.plan_id, m.ordinal) > ($13::text, $14::int))`,
    limit: '$11::int',
    source: 'left join task t on t.publication = n.publication and t.ordinal = n.ordinal',
    columns: `${TASK_COLUMNS}, n.rank`,
  });
}

const PAGES = {
  WHOLE: pageOf('page-tasks', 'WHOLE'),
  PLAN: pageOf('page-tasks-by-plan', 'PLAN'),
  PROVINCE: pageOf('page-tasks-by-province', 'PROVINCE'),
  LEAD: pageOf('page-tasks-by-lead', 'LEAD'),
} as const;

/**
 * The same page of the tasks of each parent (publication of a plan, province, leading agency; null for the whole), by parent: best
 * match first, then by plan and in print order.
 */
export function readTaskPages(
  reader: Reader,
  grouping: TaskGrouping,
  parents: readonly string[] | null,
  criteria: TaskCriteria,
  { limit, after }: TaskPlace,
): Promise<Map<string, GroupPage<TaskRow>>> {
  const { knownAt: at, provinceIds, planId, leads: agencies, area, status, asOf, dueBefore, search } = criteria;
  return readGroupedPages(reader, PAGES[grouping], [
    ...[at, parents, provinceIds, planId, agencies, area, status, asOf, dueBefore, search, limit],
    ...(after ?? [null, null, null]),
  ]);
}

const byIds = statement(
  'find-tasks',
  taskRow,
  `select ${TASK_COLUMNS} from plan p join task t on t.publication = p.publication
   where ${knownAt('p', '$2')} and t.task_id = any($1::text[])`,
);

/** Current tasks by id. */
export function findTasks(reader: Reader, ids: readonly string[]): Promise<TaskRow[]> {
  return reader.all(byIds, [ids, null]);
}

import { defineLoader } from '@lientinh/subgraph';
import { groupBy } from '../paging/group-by';
import type { GroupPage } from '../paging/grouped-page';
import type { Target } from './target.types';
import {
  findTargets,
  listTargetsOfPlans,
  listTargetsOfProvinces,
  readTargetPagesByMetric,
  type TargetRow,
} from './target.store';

/** Current targets by id. */
export const loadTarget = defineLoader<string, Target>('target', async (ids, { database }) => {
  const targets = await findTargets(database.reader, ids);
  return new Map(targets.map((target) => [target.id, { ...target, knownAt: null }]));
});

/** The targets of a plan's publication, in print order. */
export const loadTargetsOfPlan = defineLoader<number, readonly TargetRow[]>(
  'targets-of-plan',
  async (publications, { database }) => {
    const targets = await listTargetsOfPlans(database.reader, publications);
    return groupBy(targets, ({ publicationSequence }) => String(publicationSequence));
  },
);

export interface ProvinceTargetsKey {
  readonly provinceId: string;
  readonly metric: string | null;
  readonly year: number | null;
}

const provinceArguments = ({ metric, year }: ProvinceTargetsKey): string => JSON.stringify([metric, year]);
const provinceKey = (key: ProvinceTargetsKey): string => `${provinceArguments(key)}|${key.provinceId}`;

/** The current targets of a province; one statement for all provinces asked with the same arguments. */
export const loadTargetsOfProvince = defineLoader<ProvinceTargetsKey, readonly TargetRow[]>(
  'targets-of-province',
  async (keys, { database }) => {
    const found = new Map<string, readonly TargetRow[]>();
    for (const group of groupBy(keys, provinceArguments).values()) {
      const [{ metric, year }] = group as [ProvinceTargetsKey];
      const provinceIds = group.map(({ provinceId }) => provinceId);
      const targets = await listTargetsOfProvinces(database.reader, { provinceIds, metric, year });
      for (const [provinceId, own] of groupBy(targets, (target) => target.provinceId))
        found.set(provinceKey({ provinceId, metric, year }), own);
    }
    return found;
  },
  provinceKey,
);

export interface MetricTargetsKey {
  readonly metric: string;
  readonly provinceIds: readonly string[] | null;
  readonly limit: number;
  readonly after: readonly (string | number)[] | null;
}

const metricArguments = ({ provinceIds, limit, after }: MetricTargetsKey): string =>
  JSON.stringify([provinceIds, limit, after]);
const metricKey = (key: MetricTargetsKey): string => `${metricArguments(key)}|${key.metric}`;

/** A page of the targets of a metric. */
export const loadTargetPageOfMetric = defineLoader<MetricTargetsKey, GroupPage<TargetRow>>(
  'targets-of-metric',
  async (keys, { database }) => {
    const found = new Map<string, GroupPage<TargetRow>>();
    for (const group of groupBy(keys, metricArguments).values()) {
      const [{ provinceIds, limit, after }] = group as [MetricTargetsKey];
      const metrics = group.map(({ metric }) => metric);
      const pages = await readTargetPagesByMetric(database.reader, metrics, provinceIds, limit, after);
      for (const [metric, page] of pages) found.set(metricKey({ metric, provinceIds, limit, after }), page);
    }
    return found;
  },
  metricKey,
);

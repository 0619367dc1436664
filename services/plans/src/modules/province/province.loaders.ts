import { defineLoader } from '@lientinh/subgraph';
import { groupBy } from '../paging/group-by';
import type { GroupPage } from '../paging/grouped-page';
import type { PlanRow } from '../plan/plan.row';
import { readPlanPagesByProvince, type PlanCriteria, type PlanPlace } from '../plan/plan.store';

/** A page of the plans of one province. Provinces asked with the same arguments share a statement. */
export interface ProvincePlansKey {
  readonly provinceId: string;
  readonly criteria: PlanCriteria;
  readonly place: PlanPlace;
}

const argumentsText = ({ criteria, place }: ProvincePlansKey): string => JSON.stringify([criteria, place]);
const keyText = (key: ProvincePlansKey): string => `${argumentsText(key)}|${key.provinceId}`;

export const loadPlanPageOfProvince = defineLoader<ProvincePlansKey, GroupPage<PlanRow>>(
  'plans-of-province',
  async (keys, { database }) => {
    const found = new Map<string, GroupPage<PlanRow>>();
    for (const group of groupBy(keys, argumentsText).values()) {
      const [first] = group;
      if (first === undefined) continue;
      const { criteria, place } = first;
      const asked = group.map(({ provinceId }) => provinceId);
      const provinceIds = asked.filter((id) => criteria.provinceIds?.includes(id) ?? true);
      const pages = await readPlanPagesByProvince(database.reader, { ...criteria, provinceIds }, place);
      for (const [provinceId, page] of pages) found.set(keyText({ provinceId, criteria, place }), page);
    }
    return found;
  },
  keyText,
);

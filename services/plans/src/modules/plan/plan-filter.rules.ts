import { referenceDayOfYear } from '@lientinh/contracts';
import { pageSize } from '@lientinh/subgraph';
import type { PageArguments } from '../paging/grouped-page';
import { searchQuery } from '../paging/search-words';
import { sortKeyAfter } from '../paging/sort-key';
import { provinceIds } from '../province/province.rules';
import type { PlanCriteria, PlanPlace } from './plan.store';
import type { PlanFilter } from './plan.types';

/** A filter in ids and dates: a province code means the unit of 30 June of the year asked for, or every unit that bore it. */
export function planCriteria(filter: PlanFilter | null | undefined, knownAt: string | null): PlanCriteria {
  const year = filter?.year ?? null;
  return {
    provinceIds: provinceIds(filter?.provinces, year === null ? null : referenceDayOfYear(year)),
    kind: filter?.kind ?? null,
    year,
    search: searchQuery(filter?.search),
    knownAt,
  };
}

/** Where a page of plans begins and how many rows it asks for. */
export function planPlace({ first, after }: PageArguments): PlanPlace {
  return { limit: pageSize(first) + 1, after: sortKeyAfter(after, ['rank', 'date', 'text']) };
}

import { dayInVietnam } from '@lientinh/contracts';
import { pageSize } from '@lientinh/subgraph';
import type { PageArguments } from '../paging/grouped-page';
import { searchQuery } from '../paging/search-words';
import { sortKeyAfter } from '../paging/sort-key';
import { provinceIds } from '../province/province.rules';
import { agenciesNamed, isAgencyId } from '../publication/agency-resolver';
import { leadUnknown } from './task.errors';
import type { TaskCriteria, TaskPlace } from './task.store';
import type { TaskFilter } from './task.types';

/** A filter in ids and dates: provinces and leads resolved, the day filled in. Throws for codes and names that mean nothing. */
export function taskCriteria(filter: TaskFilter | null | undefined, now: Date, knownAt: string | null): TaskCriteria {
  const asOf = filter?.asOf ?? null;
  return {
    provinceIds: provinceIds(filter?.provinces, asOf),
    planId: filter?.plan ?? null,
    leads: leadIds(filter?.lead),
    area: filter?.area ?? null,
    status: filter?.status ?? null,
    asOf: asOf ?? dayInVietnam(now),
    dueBefore: filter?.dueBefore ?? null,
    search: searchQuery(filter?.search),
    knownAt,
  };
}

/** Where a page of tasks begins and how many rows it asks for. */
export function taskPlace({ first, after }: PageArguments): TaskPlace {
  return { limit: pageSize(first) + 1, after: sortKeyAfter(after, ['rank', 'text', 'place']) };
}

function leadIds(lead: string | null | undefined): readonly string[] | null {
  if (lead === null || lead === undefined) return null;
  if (isAgencyId(lead)) return [lead];
  const ids = agenciesNamed(lead);
  if (ids.length === 0) throw leadUnknown({ lead });
  return ids;
}

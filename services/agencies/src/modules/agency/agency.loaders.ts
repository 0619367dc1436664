import { defineLoader } from '@lientinh/subgraph';
import type { AgencyRecord } from './agency.row';
import type { AgencyCriteria, ScopePart } from './agency.rules';
import { findAgencies, listAgencies, type AgencyPage, type PageStart } from './agency.store';

/** Current agencies by id. */
export const loadAgency = defineLoader<string, AgencyRecord>('agency', (ids, { database }) =>
  findAgencies(database.reader, ids),
);

/** A page of agencies under a parent. */
export interface AgencyListKey {
  /** Tells one parent from another. */
  readonly scope: string;
  readonly parts: readonly ScopePart[];
  readonly criteria: AgencyCriteria;
  readonly start: PageStart | null;
  readonly limit: number;
}

const listText = ({ criteria, start, limit }: AgencyListKey): string => JSON.stringify([criteria, start, limit]);
const keyText = (key: AgencyListKey): string => `${key.scope} ${listText(key)}`;

/** Pages of agencies: all parents that ask with the same arguments are one statement. */
export const loadAgencyPage = defineLoader<AgencyListKey, AgencyPage>(
  'agency-page',
  async (keys, { database }) => {
    const pages = new Map<string, AgencyPage>();
    const groups = new Map<string, AgencyListKey[]>();
    for (const key of keys) groups.set(listText(key), [...(groups.get(listText(key)) ?? []), key]);
    for (const group of groups.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const scopes = new Map(group.map(({ scope, parts }) => [scope, parts]));
      const found = await listAgencies(database.reader, scopes, first.criteria, first.start, first.limit);
      for (const key of group) pages.set(keyText(key), found.get(key.scope) ?? { rows: [], totalCount: 0 });
    }
    return pages;
  },
  keyText,
);

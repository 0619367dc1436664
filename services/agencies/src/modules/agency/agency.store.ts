import { z } from 'zod';
import { foldName } from '@lientinh/agency-names';
import { statement, type Reader } from '@lientinh/postgres';
import { agencyColumns, agencyRow, type AgencyRecord } from './agency.row';
import type { AgencyCriteria, ScopePart } from './agency.rules';

/** Where a page starts: after the agency with this sort key. */
export interface PageStart {
  readonly rank: number;
  readonly name: string;
  readonly id: string;
}

/** An agency in a list; `rank` is 0 without a search, smaller is better. */
export type ListedAgency = AgencyRecord & { readonly rank: number };

/** A page of one scope: up to one row more than asked, and how many there are in all. */
export interface AgencyPage {
  readonly rows: readonly ListedAgency[];
  readonly totalCount: number;
}

const whole = z.coerce.number().int();
const listedRow = z
  .object({ scope: z.string(), total: whole, rank: whole.nullable() })
  .loose()
  .transform(({ scope, total, rank, ...columns }) => ({
    scope,
    total,
    agency: rank === null ? null : { ...agencyRow.parse(columns), rank },
  }));

/** A name in which every word begins a word is best when it is short; then come names that need the province's name for it. */
const RANK = `
  select min(length(n) + case when hit.by_name then 0 else 10000 end)::int as rank
  from unnest(a.search_names) as n
  cross join lateral (
    select bool_and(' ' || n like '% ' || word || '%') as by_name,
      bool_and(' ' || n || ' ' || coalesce(place.names, '') like '% ' || word || '%') as found
    from unnest($8::text[]) as word) hit
  where hit.found`;

const listStatement = statement(
  'list-agencies',
  listedRow,
  `with part as (
     select * from unnest($1::text[], $2::text[], $3::date[], $4::date[]) as p(scope, code, starts_on, ends_on)),
   matched as materialized (
     select part.scope, coalesce(search.rank, 0) as rank, a.province_code || '/' || a.key as id, a.*
     from part
     join agency a on a.recorded_to = 'infinity' and (part.code is null or a.province_code = part.code)
       and (part.starts_on is null or a.valid_to is null or a.valid_to >= part.starts_on)
       and (part.ends_on is null or a.valid_from is null or a.valid_from <= part.ends_on)
     left join lateral (
       select string_agg(distinct p.folded_name, ' ') as names from province p where p.code = a.province_code) place on $8::text[] is not null
     left join lateral (${RANK}) search on $8::text[] is not null
     where ($5::date is null or ((a.valid_from is null or a.valid_from <= $5) and (a.valid_to is null or a.valid_to >= $5)))
       and ($6::text is null or a.kind = $6) and ($7::text is null or a.level = $7)
       and ($8::text[] is null or search.rank is not null)),
   total as (select scope, count(*) as total from matched group by scope),
   page as (
     select *, row_number() over (partition by scope order by rank, name collate "vi-x-icu", id) as place from matched
     where $9::int is null or (rank, name collate "vi-x-icu", id) > ($9::int, $10::text collate "vi-x-icu", $11::text))
   select total.scope, total.total, page.rank, ${agencyColumns('page')}
   from total left join page on page.scope = total.scope and page.place <= $12
   order by total.scope, page.place`,
);

/** The words of a search as they are compared; null for no search at all, none for a text without letters and digits. */
function searchWords(search: string | null): readonly string[] | null {
  if (search === null || search.trim() === '') return null;
  return foldName(search)
    .split(' ')
    .filter((word) => word !== '');
}

/**
 * A page of each scope, all in one statement: best match first where there is a search, then by Vietnamese name. A scope without
 * agencies has no entry.
 */
export async function listAgencies(
  reader: Reader,
  scopes: ReadonlyMap<string, readonly ScopePart[]>,
  criteria: AgencyCriteria,
  start: PageStart | null,
  limit: number,
): Promise<Map<string, AgencyPage>> {
  const parts = [...scopes].flatMap(([scope, its]) => its.map((part) => ({ scope, ...part })));
  if (parts.length === 0) return new Map();
  const rows = await reader.all(listStatement, [
    parts.map(({ scope }) => scope),
    parts.map(({ code }) => code),
    parts.map(({ startsOn }) => startsOn),
    parts.map(({ endsOn }) => endsOn),
    criteria.asOf,
    criteria.kind,
    criteria.level,
    searchWords(criteria.search),
    start?.rank ?? null,
    start?.name ?? null,
    start?.id ?? null,
    limit,
  ]);
  const pages = new Map<string, { rows: ListedAgency[]; totalCount: number }>();
  for (const { scope, total, agency } of rows) {
    const page = pages.get(scope) ?? { rows: [], totalCount: total };
    if (agency !== null) page.rows.push(agency);
    pages.set(scope, page);
  }
  return pages;
}

const findStatement = statement(
  'find-agencies',
  agencyRow,
  `select ${agencyColumns('a')} from unnest($1::text[], $2::text[]) as wanted(code, key)
   join agency a on a.province_code = wanted.code and a.key = wanted.key and a.recorded_to = 'infinity'`,
);

/** The current agencies with these ids, by id. */
export async function findAgencies(reader: Reader, ids: readonly string[]): Promise<Map<string, AgencyRecord>> {
  const pairs = ids.flatMap((id) => {
    const [, code, key] = /^([a-z0-9]+)\/([a-z0-9-]+)$/.exec(id) ?? [];
    return code === undefined || key === undefined ? [] : [{ code, key }];
  });
  if (pairs.length === 0) return new Map();
  const rows = await reader.all(findStatement, [pairs.map(({ code }) => code), pairs.map(({ key }) => key)]);
  return new Map(rows.map((row) => [row.id, row]));
}

const directoryRow = z
  .object({ head: whole, key: z.string().nullable() })
  .loose()
  .transform(({ head, ...columns }) => ({ head, agency: columns.key === null ? null : agencyRow.parse(columns) }));
const directoryStatement = statement(
  'read-directory',
  directoryRow,
  `with ledger as (select coalesce(max(sequence), 0) as head from ledger_entry where dataset = 'AGENCIES')
   select ledger.head, ${agencyColumns('a')} from ledger left join agency a on a.recorded_to = 'infinity'`,
);
const headStatement = statement(
  'read-directory-head',
  z.object({ head: whole }),
  `select coalesce(max(sequence), 0) as head from ledger_entry where dataset = 'AGENCIES'`,
);

/** The sequence of the last entry of the agencies' ledger; 0 before the first. */
export async function readDirectoryHead(reader: Reader): Promise<number> {
  return (await reader.get(headStatement)).head;
}

/** The current agencies, and the ledger's head that they belong to: one statement, one snapshot. */
export async function readDirectory(
  reader: Reader,
): Promise<{ readonly head: number; readonly agencies: readonly AgencyRecord[] }> {
  const rows = await reader.all(directoryStatement);
  return { head: rows[0]?.head ?? 0, agencies: rows.flatMap(({ agency }) => agency ?? []) };
}

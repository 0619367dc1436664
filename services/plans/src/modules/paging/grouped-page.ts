import { z } from 'zod';
import { statement, type Reader, type Statement } from '@lientinh/postgres';
import { pageSize, type Connection, type Page, toConnection } from '@lientinh/subgraph';

/** Arguments of a connection field. */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page of one group (the tasks of one plan, of one agency …). */
export interface GroupPage<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

interface GroupedSql {
  /** A select of `group_key` (text), the keys of the row and what it is sorted by, for every match; nothing wide. */
  readonly matched: string;
  /** Order inside a group. */
  readonly order: string;
  /** Condition over the columns of `matched`: what comes after the cursor. */
  readonly after: string;
  /** Expression: how many rows of each group are wanted. */
  readonly limit: string;
  /** Join from the keys (`n`) of the rows on the page to the row itself. */
  readonly source: string;
  /** Columns that the row is made of. */
  readonly columns: string;
}

const counted = { group_key: z.string(), total: z.coerce.number().int(), place: z.coerce.number().int().nullable() };

/** A row of a grouped page, or only the group's total where the page is empty. */
export type GroupedRow<Item> = { readonly group: string; readonly total: number; readonly item: Item | null };

/**
 * One statement for the same page of many groups: the total of each, and its first rows after the cursor. A group without matches has
 * no row at all.
 */
export function groupedPage<Item>(
  name: string,
  item: z.ZodType<Item>,
  { matched, order, after, limit, source, columns }: GroupedSql,
): Statement<GroupedRow<Item>> {
  const row = z.unknown().transform((value): GroupedRow<Item> => {
    const { group_key: group, total, place } = z.object(counted).parse(value);
    return { group, total, item: place === null ? null : item.parse(value) };
  });
  return statement(
    name,
    row,
    `with matched as (${matched}),
       totals as (select group_key, count(*) as total from matched group by group_key),
       numbered as (
         select m.*, row_number() over (partition by group_key order by ${order}) as place from matched m where ${after})
     select totals.group_key, totals.total, n.place, ${columns}
     from totals left join numbered n on n.group_key = totals.group_key and n.place <= ${limit} ${source}
     order by totals.group_key, n.place`,
  );
}

/** The pages of all groups, by group. */
export async function readGroupedPages<Item>(
  reader: Reader,
  page: Statement<GroupedRow<Item>>,
  parameters: readonly unknown[],
): Promise<Map<string, GroupPage<Item>>> {
  const pages = new Map<string, { items: Item[]; total: number }>();
  for (const { group, total, item } of await reader.all(page, parameters)) {
    const known = pages.get(group) ?? { items: [], total };
    if (item !== null) known.items.push(item);
    pages.set(group, known);
  }
  return pages;
}

/** The key of the only group of a page that is not split by anything. */
export const WHOLE = '';

/** A group's page as a connection. */
export function groupConnection<Item>(
  page: GroupPage<Item> | undefined,
  { first, after }: PageArguments,
  key: (item: Item) => readonly (string | number)[],
): Connection<Item> {
  const rows: Page<Item> = {
    rows: page?.items ?? [],
    size: pageSize(first),
    totalCount: page?.total ?? 0,
    afterCursor: after !== null && after !== undefined,
  };
  return toConnection(rows, key);
}

import { BI_MINISTRY_ROLE, BI_ROLE } from '@lientinh/bi';
import type { Database } from '@lientinh/postgres';

/** A row of a view; every field as text of PostgreSQL in UTC. */
export type BiRow = Readonly<Record<string, string | null>>;

/** How views are read. */
export interface BiMoment {
  /** The instant as of which they are read; now when absent. */
  readonly at?: string | undefined;
  /** As somebody who may know what provinces claim for themselves. */
  readonly ministry?: boolean;
  /** More settings of the connection. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Rows of a query over the views, read as users of BI tools read them. */
export function biRows(
  database: Database,
  sql: string,
  values: readonly unknown[] = [],
  { at, ministry = false, settings = {} }: BiMoment = {},
): Promise<readonly BiRow[]> {
  const all = {
    timezone: 'UTC',
    role: ministry ? BI_MINISTRY_ROLE : BI_ROLE,
    jit: 'off',
    'bi.as_of_scores': at ?? '',
    ...settings,
  };
  return database.write('read-bi-views', async ({ connection }) => {
    for (const [name, value] of Object.entries(all))
      await connection.query('select set_config($1, $2, true)', [name, value]);
    const { rows } = await connection.query<BiRow>({
      text: sql,
      values: [...values],
      types: { getTypeParser: () => String },
    });
    return rows;
  });
}

/** A number of a view as GraphQL gives it. */
export const numberOf = (text: string | null | undefined): number | null =>
  text === null || text === undefined ? null : Number(text);

/** An instant of a view as ids and GraphQL write it, with six digits. */
export function instantOf(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const [whole = '', fraction = ''] = text.replace(' ', 'T').replace('+00', '').split('.');
  return `${whole}.${fraction.padEnd(6, '0')}Z`;
}

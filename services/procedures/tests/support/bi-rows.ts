import { BI_ROLE, biSets } from '@lientinh/bi';
import type { RunningProcedures } from './start-procedures';

/** A row of a view; every field as text of PostgreSQL in UTC. */
export type BiRow = Readonly<Record<string, string | null>>;

/** How views are read at an instant, null for now, and perhaps with the catalogues of a day. */
export interface Moment {
  readonly at: string | null;
  readonly day?: string;
}

const settingsOf = ({ at, day }: Moment): Record<string, string> => ({
  ...(at === null ? {} : { 'bi.as_of': at }),
  ...(day === undefined ? {} : { 'bi.catalogue_day': day }),
});

/** Rows of a query over the views at a moment, read as users of BI tools read them. */
export function biRows(
  { database }: RunningProcedures,
  sql: string,
  moment: Moment,
  values: readonly unknown[] = [],
): Promise<readonly BiRow[]> {
  return database.write('read-bi-views', async ({ connection }) => {
    for (const [name, value] of Object.entries({ timezone: 'UTC', role: BI_ROLE, ...settingsOf(moment) }))
      await connection.query('select set_config($1, $2, true)', [name, value]);
    const { rows } = await connection.query<BiRow>({
      text: sql,
      values: [...values],
      types: { getTypeParser: () => String },
    });
    return rows;
  });
}

const instant = (text: string | null | undefined): string => (text ?? '').replace(' ', 'T').replace('+00', 'Z');

/** An instant in one spelling, with six digits, so that texts compare as instants do. */
export function instantOf(text: string | null | undefined): string {
  const [whole = '', fraction = ''] = instant(text).replace('Z', '').split('.');
  return `${whole}.${fraction.padEnd(6, '0')}Z`;
}

/** The key of a set's row, as `deletions` writes it. */
export function entityKey(name: string, row: BiRow): string {
  const set = biSets.find((known) => known.name === name);
  const key = set?.key ?? [];
  const value = (column: string): string => {
    const text = row[column] ?? '';
    return set?.columns.find((known) => known.name === column)?.type === 'DATE'
      ? text
      : `'${text.replaceAll("'", "''")}'`;
  };
  const [only] = key;
  if (key.length === 1 && only !== undefined) return value(only);
  return key.map((column) => `${pascal(column)}=${value(column)}`).join(',');
}

const pascal = (name: string): string =>
  name
    .split('_')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');

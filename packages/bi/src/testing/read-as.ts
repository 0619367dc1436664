import { Client } from 'pg';

/** How to read the views: as which role, and with which settings of the connection. */
export interface BiReading {
  /** A role such as `lientinh_bi`; the owner of the database when absent. */
  readonly role?: string;
  /** Settings such as `bi.as_of_plan`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Rows of a statement read as somebody of the role would, with every field as text of PostgreSQL in UTC. For tests. */
export async function readAs<Row extends object>(
  url: string,
  sql: string,
  { role, settings = {} }: BiReading = {},
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url, options: '-c timezone=UTC' });
  await client.connect();
  try {
    await client.query('begin');
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, true)', [name, value]);
    if (role !== undefined) await client.query(`set local role ${client.escapeIdentifier(role)}`);
    const { rows } = await client.query<Row>({
      text: sql,
      values: [...values],
      types: { getTypeParser: () => String },
    });
    return rows;
  } finally {
    await client.end();
  }
}

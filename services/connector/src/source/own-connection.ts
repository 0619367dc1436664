import { Client, type Pool } from 'pg';

/** Work over a connection of its own to a pool's database: the pool may have none left. */
export async function withOwnConnection<Result>(
  pool: Pool,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(pool.options);
  // A connection that is lost fails what is asked of it; the event alone would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

import type { Database } from '@lientinh/postgres';

/** The names of the SQL statements that `work` sent through `database`, in order. */
export async function countStatements<T>(
  database: Database,
  work: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const statements: string[] = [];
  const stop = database.onStatement((name) => statements.push(name));
  try {
    return { result: await work(), statements };
  } finally {
    stop();
  }
}

import 'reflect-metadata';
import { DataSource, type MigrationInterface } from 'typeorm';

/** A TypeORM migration class; its name ends in the 13-digit time it was written (`CreateScores1795000000000`). */
export type Migration = new () => MigrationInterface;

/**
 * Applies the migrations that the database has not seen, in the order of their times, each in its own transaction. Safe to call from
 * several processes at once: an advisory lock lets one work while the others wait. Gives the names of those applied.
 */
export async function migrate(url: string, migrations: readonly Migration[]): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    migrationsTableName: 'migration',
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`select pg_advisory_lock(hashtextextended('lientinh:migrate', 0))`);
    const applied = await source.runMigrations({ transaction: 'each' });
    return applied.map(({ name }) => name);
  } finally {
    await lock.query(`select pg_advisory_unlock(hashtextextended('lientinh:migrate', 0))`).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { statement } from '@lientinh/postgres';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import { migrations } from '../src/migrations';

const FOLDER = join(__dirname, '../docs/tables');

const columns = statement(
  'list-columns',
  z.object({ table_name: z.string(), column_name: z.string() }),
  `select table_name, column_name from information_schema.columns where table_schema = 'public' and table_name <> 'migration'`,
);

describe("the connector's tables", () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(migrations);
  });
  afterAll(() => test.destroy());

  it('have documents that say meaning, unit and source of every column, and of nothing that is not there', async () => {
    const rows = await test.database.reader.all(columns);
    const there = rows.map(({ table_name, column_name }) => `${table_name}.${column_name}`);
    const documented = readdirSync(FOLDER).flatMap((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const entries = text.matchAll(/^ {2}(\w+):\n {4}meaning: .+\n {4}unit: .+\n {4}source: .+$/gm);
      return [...entries].map(([, column]) => `${file.replace('.yml', '')}.${column}`);
    });
    expect(documented.sort()).toEqual(there.sort());
  });

  it('keep the log of keys as it was written', async () => {
    const change = (sql: string): Promise<unknown> =>
      test.database.write('change-log', (writer) => writer.connection.query(sql));
    for (const sql of ['delete from key_event', "update key_event set actor = 'x'", 'truncate key_event'])
      await expect(change(sql)).rejects.toThrow('append-only');
  });
});

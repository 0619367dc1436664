import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { statement } from '@lientinh/postgres';
import { createTestDatabase, type TestDatabase } from '@lientinh/testkit';
import { migrations } from '../src';

const FOLDER = join(__dirname, '../docs/tables');
/** Tables that other parts of the product own and document. */
const OTHERS = ['migration', 'ledger_entry', 'publication'];

const columns = statement(
  'list-columns',
  z.object({ table_name: z.string(), column_name: z.string() }),
  `select table_name, column_name from information_schema.columns where table_schema = 'public' order by table_name, column_name`,
);

describe('the documents of the tables', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase(migrations);
  });
  afterAll(() => test.destroy());

  it('say meaning, unit and source of every column, and of nothing that is not there', async () => {
    const rows = await test.database.reader.all(columns);
    const there = rows
      .filter(({ table_name }) => !OTHERS.includes(table_name))
      .map(({ table_name, column_name }) => `${table_name}.${column_name}`);
    const documented = readdirSync(FOLDER).flatMap((file) => {
      const text = readFileSync(join(FOLDER, file), 'utf8');
      const entries = text.matchAll(/^ {2}(\w+):\n {4}meaning: .+\n {4}unit: .+\n {4}source: .+$/gm);
      return [...entries].map(([, column]) => `${file.replace('.yml', '')}.${column}`);
    });
    expect(documented.sort()).toEqual(there.sort());
  });
});

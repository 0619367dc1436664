import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { statement } from '@lientinh/postgres';
import { startProcedures, type RunningProcedures } from './support/start-procedures';

const FOLDER = join(__dirname, '../docs/tables');
const columns = statement(
  'list-columns',
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  `select c.relname as table, array_agg(a.attname::text order by a.attname) as columns
   from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     and c.relname not in ('migration', 'ledger_entry', 'publication')
   group by c.relname order by c.relname`,
);

/** Columns that a documentation file names: lines indented by two blanks. */
function documented(file: string): string[] {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return [...text.matchAll(/^ {2}([a-z_]+):$/gm)].map(([, column = '']) => column).sort();
}

describe('the documentation of the tables', () => {
  let running: RunningProcedures;
  beforeAll(async () => {
    running = await startProcedures();
  });
  afterAll(() => running.stop());

  it('names every column of every table, and no other', async () => {
    const tables = await running.database.reader.all(columns);
    const files = Object.fromEntries(readdirSync(FOLDER).map((file) => [file.replace('.yml', ''), documented(file)]));
    expect(files).toEqual(Object.fromEntries(tables.map((row) => [row.table, [...row.columns].sort()])));
  });
});

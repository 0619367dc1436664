import { z } from 'zod';
import { statement, type Database, type Reader } from '@lientinh/postgres';
import type { BiSet } from '../contract';
import { expectedColumns, forbiddenValues } from './expected-columns';

const viewColumns = statement(
  'list-view-columns',
  z.object({ named: z.string() }),
  `select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as named from pg_attribute a
   where a.attrelid = to_regclass('bi.' || $1) and a.attnum > 0 order by a.attnum`,
);
const viewCollations = statement(
  'list-view-collations',
  z.object({ name: z.string(), vietnamese: z.boolean() }),
  `select a.attname as name, a.attcollation = '"vi-x-icu"'::regcollation as vietnamese from pg_attribute a
   where a.attrelid = to_regclass('bi.' || $1) and a.attnum > 0 and a.attcollation <> 0 and a.attname <> 'search_text'`,
);
const counted = z.object({ rows: z.coerce.number().int(), keys: z.coerce.number().int() });
const broken = z.object({ rows: z.coerce.number().int() });

/**
 * Where the views of a database differ from the contract, with the rows that are there now: names, order, types and collations of columns, nulls,
 * lists of values, lengths and digits, keys that are not unique, navigations that lead nowhere. Empty when all is well. For tests.
 */
export async function viewProblems(database: Database, sets: readonly BiSet[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const set of sets)
    problems.push(...(await problemsOf(database.reader, set)).map((text) => `${set.name}: ${text}`));
  return problems;
}

async function problemsOf(reader: Reader, set: BiSet): Promise<readonly string[]> {
  const there = (await reader.all(viewColumns, [set.name])).map(({ named }) => named);
  const expected = expectedColumns(set);
  if (there.join() !== expected.join()) return [`columns are ${there.join()}, not ${expected.join()}`];
  const problems = [...(await collationProblems(reader, set))];
  const key = set.key.map((name) => `v.${name}`).join(', ');
  const keys = statement(
    'count-keys',
    counted,
    `select count(*) as rows, count(distinct (${key})) as keys from bi.${set.name} v`,
  );
  const count = await reader.get(keys);
  if (count.rows !== count.keys) problems.push(`${count.rows} rows have ${count.keys} keys`);
  for (const { problem, condition } of forbiddenValues(set)) {
    const check = statement('check-values', broken, `select count(*) as rows from bi.${set.name} v where ${condition}`);
    const { rows } = await reader.get(check);
    if (rows > 0) problems.push(`${problem} in ${rows} rows`);
  }
  return problems;
}

/** Names and sentences sort as Vietnamese is, codes do not. */
async function collationProblems(reader: Reader, { name, columns }: BiSet): Promise<readonly string[]> {
  const rows = await reader.all(viewCollations, [name]);
  return rows
    .filter(
      (row) => row.vietnamese !== (columns.find((column) => column.name === row.name)?.collation === 'VIETNAMESE'),
    )
    .map((row) => `${row.name} is ${row.vietnamese ? '' : 'not '}sorted as Vietnamese`);
}

import { z } from 'zod';
import { statement } from '@lientinh/postgres';
import type { RunningProcedures } from './start-procedures';

const makePartitions = statement('make-partitions', z.unknown(), 'select ensure_dossier_partitions(2021, 2023)');
const insertFacts = statement(
  'insert-many-facts',
  z.unknown(),
  `insert into dossier_statistic (province, month, procedure_code, agency, received, received_online, received_postal, resolved,
     on_time, overdue, paid_online, results_digitised, publication, recorded_from, recorded_to)
   select u.id, make_date(2021 + m / 12, m % 12 + 1, 1), '1.' || lpad(c::text, 6, '0'), 'Sở Tư pháp', c, 0, 0, c, c, 0, 0, 0, 1,
     timestamptz '2024-01-01 00:00Z', case when c % 50 = 0 then timestamptz '2024-06-01 00:00Z' else 'infinity' end
   from (select id from province where valid_from <= '2021-01-01' order by id limit 20) u, generate_series(0, 35) m,
     generate_series(1, 100) c`,
);
const insertChanges = statement(
  'insert-few-facts',
  z.unknown(),
  `insert into dossier_statistic (province, month, procedure_code, agency, received, received_online, received_postal, resolved,
     on_time, overdue, paid_online, results_digitised, publication, recorded_from, recorded_to)
   select province, month, procedure_code, agency, 7, 0, 0, 7, 7, 0, 0, 0, 2, recorded_to, 'infinity' from dossier_statistic
   where recorded_to <> 'infinity' and month = '2022-06-01'`,
);
const analyze = statement('analyze-facts', z.unknown(), 'analyze dossier_statistic');

/**
 * 72,000 statistics of 20 provinces over three years' partitions, written past the doors; every fiftieth has ended, and for a month those were
 * stated again. */
export async function fillStatistics({ database }: RunningProcedures): Promise<void> {
  await database.write('fill-statistics', async (writer) => {
    await writer.all(makePartitions);
    await writer.run(insertFacts);
    await writer.run(insertChanges);
    await writer.run(analyze);
  });
}

const planNode = z.looseObject({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Index Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().optional(),
  get Plans() {
    return z.array(planNode).optional();
  },
});
/** A step of a plan that was carried out. */
export type PlanNode = z.output<typeof planNode>;

const explained = z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: planNode })]) });

const set = statement('set-for-transaction', z.unknown(), 'select set_config($1, $2, true)');

/** The steps of a statement that was carried out, the outermost first; `settings` such as `bi.as_of`. */
export function planOf(
  { database }: RunningProcedures,
  sql: string,
  values: readonly unknown[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<readonly PlanNode[]> {
  const explain = statement('explain', explained, `explain (analyze, costs off, timing off, format json) ${sql}`);
  return database.read('explain', async (reader) => {
    for (const setting of Object.entries({ jit: 'off', ...settings })) await reader.all(set, setting);
    return flatten((await reader.get(explain, values))['QUERY PLAN'][0].Plan);
  });
}

const flatten = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flatten)];

/** Rows that the steps read from the tables whose names begin so, those left out by filters included. */
export const rowsRead = (plan: readonly PlanNode[], tables: string): number =>
  plan
    .filter((node) => node['Relation Name']?.startsWith(tables))
    .reduce(
      (sum, node) => sum + node['Actual Loops'] * (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)),
      0,
    );

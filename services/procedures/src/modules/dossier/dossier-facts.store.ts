import { z } from 'zod';
import { statement, type Writer } from '@lientinh/postgres';
import { COUNT_COLUMNS, eachCount } from './counts';
import { TYPED } from './dossier-staging.store';
import { addToDelta, applyDelta, CLASSIFIED, DELTA, takeRollups, withProcedure } from './rollup.store';

const counted = z.object({ publication: z.coerce.number().int(), rows: z.coerce.number().int() });
const KEYS = ['province', 'month', 'procedure_code', 'agency'];
const CLOSED_COLUMNS = `publication, ${KEYS.join(', ')}, ${COUNT_COLUMNS.join(', ')}`;
const returned = (alias: string): string =>
  CLOSED_COLUMNS.split(', ')
    .map((column) => `${alias}.${column}`)
    .join(', ');

const ensurePartitions = statement(
  'ensure-dossier-partitions',
  z.unknown(),
  `select ensure_dossier_partitions(extract(year from min(month))::int, extract(year from max(month))::int) from staged_month`,
);
const createClosed = statement(
  'create-closed-dossiers',
  z.unknown(),
  `create temp table closed_dossier (${CLOSED_COLUMNS.split(', ')
    .map((column) => `${column} ${columnType(column)}`)
    .join(', ')}) on commit drop`,
);
const anyCurrent = statement(
  'find-dossiers-to-supersede',
  z.object({ found: z.boolean() }),
  `select exists (
     select 1 from staged_month m join dossier_rollup r on r.province = m.province and r.month = m.month
       and r.field = '*' and r.level = '*' and r.recorded_to = 'infinity') as found`,
);
const supersede = statement(
  'supersede-dossiers',
  z.unknown(),
  `with closed as (
     update dossier_statistic f set recorded_to = $1
     from ${TYPED}
     where f.province = m.province and f.month = m.month and f.procedure_code = c.code and f.agency = a.agency
       and f.recorded_to = 'infinity'
     returning ${returned('f')})
   insert into closed_dossier select * from closed`,
);
const insertFacts = statement(
  'insert-dossiers',
  z.unknown(),
  `insert into dossier_statistic (${KEYS.join(', ')}, ${COUNT_COLUMNS.join(', ')}, publication, recorded_from, recorded_to)
   select m.province, m.month, c.code, a.agency, ${eachCount((column) => `t.${column}`)}, $1, $2, 'infinity' from ${TYPED}`,
);
const deltaOfStaged = statement(
  'collect-published-dossiers',
  z.unknown(),
  `insert into ${DELTA} (province, month, field, level, fact_rows, ${COUNT_COLUMNS.join(', ')})
   select m.province, m.month, ${CLASSIFIED.field}, ${CLASSIFIED.level}, sum(f.fact_rows), ${eachCount((column) => `sum(f.${column})`)}
   from (select t.code_id, t.month_id, count(*) as fact_rows, ${eachCount((column) => `sum(t.${column}) as ${column}`)}
     from typed_dossier t group by t.code_id, t.month_id) f
   join staged_code c on c.id = f.code_id and c.main join staged_month m on m.id = f.month_id and m.main
   ${withProcedure('c.code')} group by 1, 2, 3, 4`,
);
const deltaOfClosed = statement(
  'collect-closed-dossiers',
  z.unknown(),
  `${addToDelta(-1, CLASSIFIED)} from closed_dossier f ${withProcedure('f.procedure_code')} group by 1, 2, 3, 4`,
);
const closedByPublication = statement(
  'count-closed-dossiers',
  counted,
  'select publication, count(*) as rows from closed_dossier group by publication',
);
const closePublication = statement(
  'close-retracted-dossiers',
  z.unknown(),
  `with closed as (
     update dossier_statistic f set recorded_to = $2 where f.publication = $1 and f.recorded_to = 'infinity' returning ${returned('f')})
   insert into closed_dossier select * from closed`,
);
const createRestored = statement(
  'restore-dossiers',
  z.unknown(),
  `create temp table restored_dossier on commit drop as
   select distinct on (${KEYS.map((key) => `u.${key}`).join(', ')}) ${returned('f')}
   from closed_dossier u
   join dossier_statistic f on ${KEYS.map((key) => `f.${key} = u.${key}`).join(' and ')}
   where not exists (select 1 from withdrawn w where w.publication = f.publication)
   order by ${KEYS.map((key) => `u.${key}`).join(', ')}, f.publication desc`,
);
const createWithdrawn = statement(
  'create-withdrawn',
  z.unknown(),
  'create temp table withdrawn (publication bigint primary key) on commit drop',
);
const fillWithdrawn = statement('fill-withdrawn', z.unknown(), 'insert into withdrawn select unnest($1::bigint[])');
const insertRestored = statement(
  'insert-restored-dossiers',
  z.unknown(),
  `insert into dossier_statistic (${CLOSED_COLUMNS}, recorded_from, recorded_to)
   select ${CLOSED_COLUMNS}, $1, 'infinity' from restored_dossier`,
);
const deltaOfRestored = statement(
  'collect-restored-dossiers',
  z.unknown(),
  `${addToDelta(1, CLASSIFIED)} from restored_dossier f ${withProcedure('f.procedure_code')} group by 1, 2, 3, 4`,
);
const restoredByPublication = statement(
  'count-restored-dossiers',
  counted,
  'select publication, count(*) as rows from restored_dossier group by publication',
);

function columnType(column: string): string {
  if (column === 'publication') return 'bigint';
  if (column === 'month') return 'date';
  return KEYS.includes(column) ? 'text collate "C"' : 'integer';
}

const toMap = (rows: readonly z.output<typeof counted>[]): Map<number, number> =>
  new Map(rows.map(({ publication, rows: count }) => [publication, count]));

/** Writes the staged rows as current, ends those they replace, and brings the rollups along. */
export async function storeDossiers(
  writer: Writer,
  publication: number,
  recordedAt: string,
): Promise<{ readonly rowCount: number; readonly superseded: Map<number, number> }> {
  await writer.all(ensurePartitions);
  const instant = await takeRollups(writer, 'DOSSIER_STATISTICS', recordedAt);
  await writer.run(createClosed);
  // A month that nobody reported has nothing to replace: whole new months skip the search.
  if ((await writer.get(anyCurrent)).found) await writer.run(supersede, [recordedAt]);
  const rowCount = await writer.run(insertFacts, [publication, recordedAt]);
  await writer.run(deltaOfStaged);
  await writer.run(deltaOfClosed);
  await applyDelta(writer, instant);
  return { rowCount, superseded: toMap(await writer.all(closedByPublication)) };
}

/** Ends the current rows of a publication and brings back, row by row, the latest that was not retracted. */
export async function restoreDossiers(
  writer: Writer,
  publication: number,
  retracted: readonly number[],
  recordedAt: string,
): Promise<Map<number, number>> {
  const instant = await takeRollups(writer, 'DOSSIER_STATISTICS', recordedAt);
  await writer.run(createClosed);
  await writer.run(closePublication, [publication, recordedAt]);
  await writer.run(createWithdrawn);
  await writer.run(fillWithdrawn, [[...new Set([...retracted, publication])]]);
  await writer.run(createRestored);
  await writer.run(insertRestored, [recordedAt]);
  await writer.run(deltaOfRestored);
  await writer.run(deltaOfClosed);
  await applyDelta(writer, instant);
  return toMap(await writer.all(restoredByPublication));
}

import { z } from 'zod';
import type { Dataset } from '@lientinh/contracts';
import { statement, type Writer } from '@lientinh/postgres';
import { COUNT_COLUMNS, eachCount } from './counts';

/** Stands in the rollup for every field, and for every level. No field folds to it. */
export const EVERY = '*';

/** Changes of the rollups of one transaction: by province, month, folded field and level. */
export const DELTA = 'dossier_delta';

const createDelta = statement(
  'create-dossier-delta',
  z.unknown(),
  `create temp table ${DELTA} (province text collate "C", month date, field text collate "C", level text collate "C", fact_rows bigint,
     ${eachCount((column) => `${column} bigint`)}) on commit drop`,
);
const tick = statement(
  'tick-rollup-clock',
  z.object({ instant: z.string() }),
  `with ticked as (
     update rollup_clock set latest = greatest($2::timestamptz, latest + interval '1 microsecond') returning latest)
   insert into rollup_version (instant, dataset, recorded_at) select latest, $1, $2::timestamptz from ticked
   returning instant::text as instant`,
);
const KEYS = ['province', 'field', 'level', 'month'];
const MEASURES = ['fact_rows', ...COUNT_COLUMNS];

const apply = statement(
  'apply-dossier-delta',
  z.unknown(),
  `with changes as materialized (
     select province, month, case grouping(field) when 1 then '${EVERY}' else field end as field,
       case grouping(level) when 1 then '${EVERY}' else level end as level,
       ${MEASURES.map((measure) => `sum(${measure})::bigint as ${measure}`).join(', ')}
     from (select province, month, field, level, ${MEASURES.map((measure) => `sum(${measure}) as ${measure}`).join(', ')}
       from ${DELTA} group by province, month, field, level) d
     group by province, month, grouping sets ((field, level), (field), (level), ())
     having ${MEASURES.map((measure) => `sum(${measure}) <> 0`).join(' or ')}),
   closed as (
     update dossier_rollup r set recorded_to = $1 from changes c
     where ${KEYS.map((key) => `r.${key} = c.${key}`).join(' and ')} and r.recorded_to = 'infinity' returning r.*)
   insert into dossier_rollup (${[...KEYS, ...MEASURES].join(', ')}, recorded_from, recorded_to)
   select ${KEYS.map((key) => `c.${key}`).join(', ')},
     ${MEASURES.map((measure) => `c.${measure} + coalesce(r.${measure}, 0)`).join(', ')}, $1, 'infinity'
   from changes c left join closed r on ${KEYS.map((key) => `r.${key} = c.${key}`).join(' and ')}
   where c.fact_rows + coalesce(r.fact_rows, 0) > 0`,
);

/**
 * Takes the rollups for this transaction (whoever changes facts, or how procedures are classified, waits here) and gives the instant of
 * its version: that of the publication, or a microsecond after the last version when a publication of the other data set came between.
 * `rollup_version` keeps which version is whose, so that views can show the one that belongs to a position of both ledgers.
 */
export async function takeRollups(writer: Writer, dataset: Dataset, recordedAt: string): Promise<string> {
  await writer.run(createDelta);
  return (await writer.get(tick, [dataset, recordedAt])).instant;
}

/** Writes a new version of every cell that the collected changes touch. */
export async function applyDelta(writer: Writer, instant: string): Promise<void> {
  await writer.run(apply, [instant]);
}

/** SQL that adds facts, times a sign, to the changes: from rows `f` joined with their procedure `p`. */
export function addToDelta(sign: 1 | -1, classification: { readonly field: string; readonly level: string }): string {
  return `insert into ${DELTA} (province, month, field, level, fact_rows, ${COUNT_COLUMNS.join(', ')})
    select f.province, f.month, ${classification.field}, ${classification.level}, ${sign} * count(*),
      ${eachCount((column) => `${sign} * sum(f.${column})`)}`;
}

/** How a procedure is classified now; a procedure that nobody described has neither field nor level. */
export const CLASSIFIED = { field: `coalesce(p.field_folded, '')`, level: `coalesce(p.level, '')` };

/** SQL: facts `f` joined with what is known of their procedure now. */
export const withProcedure = (code: string): string => `left join procedure p on p.code = ${code} and not p.withdrawn`;

const collectMoved = statement(
  'move-reclassified-dossiers',
  z.unknown(),
  `with moved as (
     select t.code, t.old_field, t.old_level, coalesce(p.field_folded, '') as new_field, coalesce(p.level, '') as new_level
     from touched_procedure t left join procedure p on p.code = t.code and not p.withdrawn
     where (t.old_field, t.old_level) is distinct from (coalesce(p.field_folded, ''), coalesce(p.level, ''))),
   reported as (
     select distinct province, month from dossier_rollup
     where field = '${EVERY}' and level = '${EVERY}' and recorded_to = 'infinity' and exists (select 1 from moved)),
   sums as materialized (
     select f.province, f.month, m.old_field, m.old_level, m.new_field, m.new_level, count(*) as fact_rows,
       ${eachCount((column) => `sum(f.${column}) as ${column}`)}
     from reported r cross join moved m
     join dossier_statistic f on f.province = r.province and f.month = r.month and f.procedure_code = m.code
       and f.recorded_to = 'infinity'
     group by 1, 2, 3, 4, 5, 6)
   insert into ${DELTA} (province, month, field, level, fact_rows, ${COUNT_COLUMNS.join(', ')})
   select province, month, old_field, old_level, -fact_rows, ${eachCount((column) => `-${column}`)} from sums
   union all select province, month, new_field, new_level, fact_rows, ${COUNT_COLUMNS.join(', ')} from sums`,
);

/** Collects what moves in the rollups because procedures in `touched_procedure` changed their field or level. */
export async function collectReclassified(writer: Writer): Promise<number> {
  return writer.run(collectMoved);
}

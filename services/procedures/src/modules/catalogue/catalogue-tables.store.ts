import { z } from 'zod';
import { statement, type Writer } from '@lientinh/postgres';
import { VersionedTable } from '@lientinh/publishing';

const DESCRIBED = ['name', 'field', 'level', 'authority', 'audience', 'result', 'components', 'legal_references'];

/** Catalogues: one row for each province and day. */
export const catalogues = new VersionedTable({
  table: 'catalogue',
  unit: ['province', 'as_of'],
  key: ['province', 'as_of'],
  values: ['procedures'],
  staging: 'typed_catalogue',
});

/** Their procedures: a catalogue is replaced as a whole. */
export const offerings = new VersionedTable({
  table: 'offering',
  unit: ['province', 'as_of'],
  key: ['province', 'as_of', 'procedure_code'],
  values: [
    ...DESCRIBED,
    'online_service',
    'interlinked',
    'one_stop',
    'online_payment',
    'ways',
    'decision',
    'decided_on',
    'published_on',
    'shortened',
  ],
  staging: 'typed_offering',
});

/** The national register: code by code. */
export const nationalProcedures = new VersionedTable({
  table: 'national_procedure',
  unit: ['code'],
  key: ['code'],
  values: [...DESCRIBED, 'valid_from', 'valid_to'],
  staging: 'typed_national_procedure',
});

const createTouched = statement(
  'create-touched-procedures',
  z.unknown(),
  `create temp table touched_procedure (code text collate "C" primary key, old_field text not null, old_level text not null) on commit drop`,
);
const SOURCES = {
  offering: 'procedure_code',
  national_procedure: 'code',
} as const;
const fillTouched = Object.fromEntries(
  Object.entries(SOURCES).map(([table, code]) => [
    table,
    statement(
      `collect-touched-of-${table.replace('_', '-')}`,
      z.unknown(),
      `insert into touched_procedure (code, old_field, old_level)
       select t.code, coalesce(p.field_folded, ''), coalesce(p.level, '')
       from (select f.${code} as code from ${table} f where f.publication = $1
         union select f.${code} from ${table} f where f.recorded_to = $2::timestamptz and f.recorded_to <> 'infinity') t
       left join procedure p on p.code = t.code`,
    ),
  ]),
);

/**
 * Collects the codes that a publication states, or that lost their rows at the instant, with their classification before. Call it after
 * the rows were written and before `refreshProcedures`.
 */
export async function collectTouched(
  writer: Writer,
  table: keyof typeof SOURCES,
  publication: number,
  recordedAt: string,
): Promise<void> {
  await writer.run(createTouched);
  const fill = fillTouched[table];
  if (fill !== undefined) await writer.run(fill, [publication, recordedAt]);
}

const columns = (alias: string): string => DESCRIBED.map((column) => `${alias}.${column}`).join(', ');

const removeUnstated = statement(
  'remove-unstated-procedures',
  z.unknown(),
  `delete from procedure p using touched_procedure t where p.code = t.code
     and not exists (select 1 from national_procedure n where n.code = t.code and n.recorded_to = 'infinity')
     and not exists (select 1 from offering o where o.procedure_code = t.code and o.recorded_to = 'infinity')`,
);
const writeStated = statement(
  'write-stated-procedures',
  z.unknown(),
  `insert into procedure (code, ${DESCRIBED.join(', ')}, registered, name_folded, field_folded, search)
   select t.code, ${columns('stated')}, stated.registered, fold_text(stated.name), fold_text(stated.field),
     setweight(to_tsvector('simple', fold_text(stated.name)), 'A') || setweight(to_tsvector('simple', fold_text(stated.field)), 'C')
   from touched_procedure t
   cross join lateral (
     (select ${columns('n')}, true as registered from national_procedure n where n.code = t.code and n.recorded_to = 'infinity')
     union all
     (select ${columns('o')}, false from offering o
      where o.procedure_code = t.code and o.recorded_to = 'infinity'
        and not exists (select 1 from national_procedure n where n.code = t.code and n.recorded_to = 'infinity')
      order by o.as_of desc, o.province limit 1)) stated
   on conflict (code) do update set ${[...DESCRIBED, 'registered', 'name_folded', 'field_folded', 'search']
     .map((column) => `${column} = excluded.${column}`)
     .join(', ')}`,
);

/** Brings `procedure` along for the collected codes: what the register says, else the latest catalogue that lists the code. */
export async function refreshProcedures(writer: Writer): Promise<void> {
  await writer.run(removeUnstated);
  await writer.run(writeStated);
}

const registerRows = statement(
  'find-register-rows',
  z.object({ found: z.boolean() }),
  'select exists (select 1 from national_procedure where publication = $1) as found',
);

/** Whether a publication gave rows to the register (and not a catalogue). */
export async function hasRegisterRows(writer: Writer, publication: number): Promise<boolean> {
  return (await writer.get(registerRows, [publication])).found;
}

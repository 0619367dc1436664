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
const touchedBy = (table: string, code: string): string =>
  `select f.${code} as code from ${table} f where f.recorded_from = $1::timestamptz
   union select f.${code} from ${table} f where f.recorded_to = $1::timestamptz and f.recorded_to <> 'infinity'`;
const fillTouched = statement(
  'collect-touched-procedures',
  z.unknown(),
  `insert into touched_procedure (code, old_field, old_level)
   select t.code, coalesce(p.field_folded, ''), coalesce(p.level, '')
   from (${touchedBy('offering', 'procedure_code')} union ${touchedBy('national_procedure', 'code')}) t
   left join procedure p on p.code = t.code and not p.withdrawn`,
);

/**
 * Collects the codes whose rows begin or end at the instant, with their classification before. Call it after the rows were written and
 * before `refreshProcedures`.
 */
export async function collectTouched(writer: Writer, recordedAt: string): Promise<void> {
  await writer.run(createTouched);
  await writer.run(fillTouched, [recordedAt]);
}

const columns = (alias: string): string => DESCRIBED.map((column) => `${alias}.${column}`).join(', ');

const withdrawUnstated = statement(
  'withdraw-unstated-procedures',
  z.unknown(),
  `update procedure p set withdrawn = true from touched_procedure t where p.code = t.code
     and not exists (select 1 from national_procedure n where n.code = t.code and n.recorded_to = 'infinity')
     and not exists (select 1 from offering o where o.procedure_code = t.code and o.recorded_to = 'infinity')`,
);
const writeStated = statement(
  'write-stated-procedures',
  z.unknown(),
  `insert into procedure (code, ${DESCRIBED.join(', ')}, registered, withdrawn, name_folded, field_folded, search)
   select t.code, ${columns('stated')}, stated.registered, false, fold_text(stated.name), fold_text(stated.field),
     setweight(to_tsvector('simple', fold_text(stated.name)), 'A') || setweight(to_tsvector('simple', fold_text(stated.field)), 'C')
   from touched_procedure t
   cross join lateral (
     (select ${columns('n')}, true as registered from national_procedure n where n.code = t.code and n.recorded_to = 'infinity')
     union all
     (select ${columns('o')}, false from offering o
      where o.procedure_code = t.code and o.recorded_to = 'infinity'
        and not exists (select 1 from national_procedure n where n.code = t.code and n.recorded_to = 'infinity')
      order by o.as_of desc, o.province limit 1)) stated
   on conflict (code) do update set ${[...DESCRIBED, 'registered', 'withdrawn', 'name_folded', 'field_folded', 'search']
     .map((column) => `${column} = excluded.${column}`)
     .join(', ')}`,
);

/** A field keeps the name it was first seen with: names in views of the past do not change. */
const nameFields = statement(
  'name-new-procedure-fields',
  z.unknown(),
  `insert into field_name (folded, name)
   select distinct on (p.field_folded) p.field_folded, p.field from touched_procedure t join procedure p on p.code = t.code
   order by p.field_folded, p.code on conflict do nothing`,
);

/**
 * Brings `procedure` along for the collected codes: what the register says, else the latest catalogue that lists the code. A code that
 * nothing states any more keeps its last description for questions about the past, marked as withdrawn.
 */
export async function refreshProcedures(writer: Writer): Promise<void> {
  await writer.run(withdrawUnstated);
  await writer.run(writeStated);
  await writer.run(nameFields);
}

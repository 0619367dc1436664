import { z } from 'zod';
import { statement, type Reader, type Writer } from '@lientinh/postgres';

/** Columns that hold what was sent, as text; lists and ways are JSON. */
export const STAGED_COLUMNS = [
  'code',
  'name',
  'field',
  'level',
  'authority',
  'online_service',
  'interlinked',
  'one_stop',
  'online_payment',
  'ways',
  'audience',
  'result',
  'components',
  'legal_references',
  'decision',
  'decided_on',
  'published_on',
  'shortened',
  'valid_from',
  'valid_to',
] as const;

/** The staging table of catalogues and of the register: `row_number` is the 0-based place in what was sent. */
export const STAGED = 'staged_procedure';

const create = statement(
  'create-procedure-staging',
  z.unknown(),
  `create temp table ${STAGED} (row_number integer, ${STAGED_COLUMNS.map((column) => `${column} text`).join(', ')}) on commit drop`,
);
const fill = statement(
  'stage-procedures',
  z.unknown(),
  `insert into ${STAGED} (row_number, ${STAGED_COLUMNS.join(', ')})
   select place - 1, ${STAGED_COLUMNS.join(', ')}
   from rows from (jsonb_to_recordset($1::jsonb) as (${STAGED_COLUMNS.map((column) => `${column} text`).join(', ')}))
     with ordinality as r(${STAGED_COLUMNS.join(', ')}, place)`,
);

export async function createStaging(writer: Writer): Promise<void> {
  await writer.run(create);
}

export async function stageRows(writer: Writer, rows: readonly object[]): Promise<void> {
  await writer.run(fill, [JSON.stringify(rows)]);
}

const DATES = ['decided_on', 'published_on', 'valid_from', 'valid_to'];
const DATE_PATTERN = '^[0-9]{4}-[0-9]{2}-[0-9]{2}$';
const LISTS = ['audience', 'components', 'legal_references'];

/** True for a date that is absent or exists: days beyond the month's end are caught without a failing cast. */
const soundDate = (column: string): string =>
  `(${column} is null or (${column} ~ '${DATE_PATTERN}' and to_char(to_date(${column}, 'YYYY-MM-DD'), 'YYYY-MM-DD') = ${column}))`;

const wrongValues = statement(
  'list-wrong-procedure-values',
  z.object({ row_number: z.number(), path: z.string(), fault: z.string(), value: z.string().nullable() }),
  `select s.row_number, v.path, v.fault, v.value from ${STAGED} s cross join lateral (values
     ('name', 'TEXT', s.name, fold_text(coalesce(s.name, '')) <> ''),
     ('field', 'TEXT', s.field, fold_text(coalesce(s.field, '')) <> ''),
     ('level', 'LEVEL', s.level, s.level = any($2::text[])),
     ('onlineService', 'ONLINE', s.online_service, $3::text[] is null or s.online_service = any($3)),
     ('interlinked', 'INTERLINKED', s.interlinked, s.interlinked is null or s.interlinked = any($4::text[])),
     ('oneStop', 'BOOLEAN', s.one_stop, $3::text[] is null or s.one_stop in ('true', 'false')),
     ('onlinePayment', 'BOOLEAN', s.online_payment, s.online_payment is null or s.online_payment in ('true', 'false')),
     ('shortenedProcedure', 'BOOLEAN', s.shortened, s.shortened is null or s.shortened in ('true', 'false')),
     ${DATES.map((column) => `('${camel(column)}', 'DATE', s.${column}, ${soundDate(`s.${column}`)})`).join(', ')}
   ) as v(path, fault, value, sound) where v.sound is not true order by s.row_number limit $1`,
);

function camel(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Values that their fields do not take. `levels` null: the register, which says nothing of online service. */
export function listWrongValues(
  reader: Reader,
  limit: number,
  choices: {
    readonly levels: readonly string[];
    readonly online: readonly string[] | null;
    readonly interlinked: readonly string[];
  },
) {
  return reader.all(wrongValues, [limit, choices.levels, choices.online, choices.interlinked]);
}

const wrongWays = statement(
  'list-wrong-filing-ways',
  z.object({ row_number: z.number(), ways: z.string() }),
  `select s.row_number, s.ways from ${STAGED} s where s.ways is not null and exists (
     select 1 from jsonb_to_recordset(s.ways::jsonb) as w(mode text, "processingDays" integer, "feeVnd" integer)
     having count(*) <> count(distinct w.mode) or bool_or(w.mode is null or w.mode <> all($2::text[]))
       or bool_or(w."processingDays" < 0) or bool_or(w."feeVnd" < 0))
   order by s.row_number limit $1`,
);

export function listWrongWays(reader: Reader, limit: number, modes: readonly string[]) {
  return reader.all(wrongWays, [limit, modes]);
}

const reversedDates = statement(
  'list-reversed-procedure-dates',
  z.object({ row_number: z.number(), decided_on: z.string(), published_on: z.string() }),
  `select row_number, decided_on, published_on from ${STAGED} where published_on < decided_on order by row_number limit $1`,
);

/** Rows published before they were decided; ISO dates compare as text. */
export function listReversedDates(reader: Reader, limit: number) {
  return reader.all(reversedDates, [limit]);
}

const wrongCodes = statement(
  'list-wrong-procedure-codes',
  z.object({ row_number: z.number(), printed: z.string().nullable(), name: z.string().nullable() }),
  `select s.row_number, s.code as printed, s.name from ${STAGED} s
   where procedure_code(coalesce(s.code, '')) is null or ($2 and
     exists (select 1 from national_procedure where recorded_to = 'infinity')
     and not exists (select 1 from national_procedure n where n.code = procedure_code(s.code) and n.recorded_to = 'infinity'))
   order by s.row_number limit $1`,
);

/** Rows whose text is no code, or (if the register counts) names no procedure of it; an empty register knows no better. */
export function listWrongCodes(reader: Reader, limit: number, registerCounts: boolean) {
  return reader.all(wrongCodes, [limit, registerCounts]);
}

const repeated = statement(
  'list-repeated-procedures',
  z.object({ row_number: z.number(), code: z.string() }),
  `select max(row_number) as row_number, procedure_code(code) as code from ${STAGED} where procedure_code(code) is not null
   group by procedure_code(code) having count(*) > 1 order by 1 limit $1`,
);

export function listRepeated(reader: Reader, limit: number) {
  return reader.all(repeated, [limit]);
}

const text = (column: string): string => `nullif(trim(normalize(s.${column}, NFC)), '') as ${column}`;
const list = (column: string): string =>
  `coalesce((select array_agg(trim(normalize(e, NFC)) order by place) from jsonb_array_elements_text(s.${column}::jsonb)
     with ordinality as e(e, place)), '{}') as ${column}`;
const DESCRIBED = `${['name', 'field', 'level', 'authority', 'result'].map(text).join(', ')}, ${LISTS.map(list).join(', ')}`;

const typeOfferings = statement(
  'type-staged-offerings',
  z.unknown(),
  `create temp table typed_offering on commit drop as
   select $1::text collate "C" as province, $2::date as as_of, procedure_code(s.code) collate "C" as procedure_code, ${DESCRIBED},
     s.online_service collate "C" as online_service, coalesce(s.interlinked, 'NONE') as interlinked, s.one_stop::boolean as one_stop,
     coalesce(s.online_payment::boolean, false) as online_payment,
     coalesce((select jsonb_agg(jsonb_build_object('mode', w.mode, 'processingDays', w."processingDays", 'feeVnd', w."feeVnd") order by w.mode)
       from jsonb_to_recordset(s.ways::jsonb) as w(mode text, "processingDays" integer, "feeVnd" integer)), '[]') as ways,
     ${text('decision')}, s.decided_on::date as decided_on, s.published_on::date as published_on,
     coalesce(s.shortened::boolean, false) as shortened
   from ${STAGED} s`,
);
const typeCatalogue = statement(
  'type-staged-catalogue',
  z.unknown(),
  `create temp table typed_catalogue on commit drop as
   select $1::text collate "C" as province, $2::date as as_of, count(*)::integer as procedures from ${STAGED}`,
);
const typeRegister = statement(
  'type-staged-register',
  z.unknown(),
  `create temp table typed_national_procedure on commit drop as
   select procedure_code(s.code) collate "C" as code, ${DESCRIBED}, s.valid_from::date as valid_from, s.valid_to::date as valid_to
   from ${STAGED} s`,
);

/** Turns the checked text into the rows of a catalogue. */
export async function typeStagedCatalogue(writer: Writer, province: string, asOf: string): Promise<void> {
  await writer.run(typeOfferings, [province, asOf]);
  await writer.run(typeCatalogue, [province, asOf]);
}

/** Turns the checked text into rows of the register. */
export async function typeStagedRegister(writer: Writer): Promise<void> {
  await writer.run(typeRegister);
}

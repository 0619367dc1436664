import { z } from 'zod';
import { statement, type Reader, type Writer } from '@lientinh/postgres';
import { isDate, type StagingTable } from '@lientinh/publishing';

const NAMED = ['code', 'name', 'field', 'level', 'authority', 'result', 'audience', 'components', 'legal_references'];
const STAGED = 'staged_procedure';

/**
 * The staging table of catalogues, for both doors; all columns are text, beside them `row_number` is the 0-based place in what was sent.
 * Ways are JSON; lists are JSON arrays, or texts with semicolons between.
 */
export const CATALOGUE_STAGING: StagingTable = {
  name: STAGED,
  columns: [
    ...NAMED,
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
};

/** The same for the national register. */
export const REGISTER_STAGING: StagingTable = { name: STAGED, columns: [...NAMED, 'valid_from', 'valid_to'] };

/** A row's place as the graph shows it. */
const rowNumber = z.coerce.number().int();

const LISTS = ['audience', 'components', 'legal_references'];

/** True for a date that is absent or exists. */
const soundDate = (column: string): string => `(${column} is null or ${isDate(column)})`;

const wrongValue = z.object({
  row_number: rowNumber,
  path: z.string(),
  fault: z.enum(['TEXT', 'LEVEL', 'ONLINE', 'INTERLINKED', 'BOOLEAN', 'DATE']),
  value: z.string().nullable(),
});
const COMMON_VALUES = [
  `('name', 'TEXT', s.name, fold_text(coalesce(s.name, '')) <> '')`,
  `('field', 'TEXT', s.field, fold_text(coalesce(s.field, '')) <> '')`,
  `('level', 'LEVEL', s.level, s.level = any($2::text[]))`,
];
const isTruth = (column: string): string => `s.${column} in ('true', 'false')`;

const valuesStatement = (name: string, values: readonly string[]) =>
  statement(
    name,
    wrongValue,
    `select s.row_number, v.path, v.fault, v.value from ${STAGED} s cross join lateral (values ${[...COMMON_VALUES, ...values].join(', ')})
       as v(path, fault, value, sound) where v.sound is not true order by s.row_number limit $1`,
  );

const wrongCatalogueValues = valuesStatement('list-wrong-catalogue-values', [
  `('onlineService', 'ONLINE', s.online_service, s.online_service = any($3::text[]))`,
  `('interlinked', 'INTERLINKED', s.interlinked, s.interlinked is null or s.interlinked = any($4::text[]))`,
  `('oneStop', 'BOOLEAN', s.one_stop, ${isTruth('one_stop')})`,
  `('onlinePayment', 'BOOLEAN', s.online_payment, s.online_payment is null or ${isTruth('online_payment')})`,
  `('shortenedProcedure', 'BOOLEAN', s.shortened, s.shortened is null or ${isTruth('shortened')})`,
  `('decidedOn', 'DATE', s.decided_on, ${soundDate('s.decided_on')})`,
  `('publishedOn', 'DATE', s.published_on, ${soundDate('s.published_on')})`,
]);
const wrongRegisterValues = valuesStatement('list-wrong-register-values', [
  `('validFrom', 'DATE', s.valid_from, ${soundDate('s.valid_from')})`,
  `('validTo', 'DATE', s.valid_to, ${soundDate('s.valid_to')})`,
]);

/** The closed lists that values of a catalogue come from. */
export interface Choices {
  readonly levels: readonly string[];
  readonly online: readonly string[];
  readonly interlinked: readonly string[];
}

/** Values of a catalogue that their fields do not take. */
export function listWrongCatalogueValues(reader: Reader, limit: number, { levels, online, interlinked }: Choices) {
  return reader.all(wrongCatalogueValues, [limit, levels, online, interlinked]);
}

/** Values of the register that their fields do not take. */
export function listWrongRegisterValues(reader: Reader, limit: number, levels: readonly string[]) {
  return reader.all(wrongRegisterValues, [limit, levels]);
}

const wrongWays = statement(
  'list-wrong-filing-ways',
  z.object({ row_number: rowNumber, ways: z.string() }),
  `select s.row_number, s.ways from ${STAGED} s where s.ways is not null and case
     when not pg_input_is_valid(s.ways, 'jsonb') then true
     when jsonb_typeof(s.ways::jsonb) <> 'array' then true
     when exists (select 1 from jsonb_array_elements(s.ways::jsonb) w where jsonb_typeof(w) <> 'object'
       or not coalesce(w ->> 'mode' = any($2::text[]), false)
       or (coalesce(w ->> 'processingDays', '0') !~ '^[0-9]{1,9}$') or (coalesce(w ->> 'feeVnd', '0') !~ '^[0-9]{1,9}$')) then true
     else (select count(*) <> count(distinct w ->> 'mode') from jsonb_array_elements(s.ways::jsonb) w) end
   order by s.row_number limit $1`,
);

export function listWrongWays(reader: Reader, limit: number, modes: readonly string[]) {
  return reader.all(wrongWays, [limit, modes]);
}

const reversedDates = statement(
  'list-reversed-procedure-dates',
  z.object({ row_number: rowNumber, decided_on: z.string(), published_on: z.string() }),
  `select row_number, decided_on, published_on from ${STAGED} where published_on < decided_on order by row_number limit $1`,
);

/** Rows published before they were decided; ISO dates compare as text. */
export function listReversedDates(reader: Reader, limit: number) {
  return reader.all(reversedDates, [limit]);
}

const wrongCodes = statement(
  'list-wrong-procedure-codes',
  z.object({ row_number: rowNumber, printed: z.string().nullable(), name: z.string().nullable() }),
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
  z.object({ row_number: rowNumber, code: z.string() }),
  `select max(row_number) as row_number, procedure_code(code) as code from ${STAGED} where procedure_code(code) is not null
   group by procedure_code(code) having count(*) > 1 order by 1 limit $1`,
);

export function listRepeated(reader: Reader, limit: number) {
  return reader.all(repeated, [limit]);
}

const text = (column: string): string => `nullif(trim(normalize(s.${column}, NFC)), '') as ${column}`;
/** A JSON array of texts, or texts with semicolons between. */
const list = (column: string): string =>
  `coalesce((select array_agg(trim(normalize(e, NFC)) order by place)
     from rows from (unnest(case when left(s.${column}, 1) = '[' and pg_input_is_valid(s.${column}, 'jsonb')
       then array(select jsonb_array_elements_text(s.${column}::jsonb)) else string_to_array(s.${column}, ';') end)) with ordinality
     as e(e, place) where trim(e) <> ''), '{}') as ${column}`;
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

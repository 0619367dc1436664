import { z } from 'zod';
import { statement, type Reader, type Writer } from '@lientinh/postgres';
import type { StagingTable } from '@lientinh/publishing';
import { COUNT_COLUMNS, eachCount } from './counts';

/** The staging table of both doors; all columns are text, beside them `row_number` is the 0-based place in what was sent. */
export const STAGING: StagingTable = {
  name: 'staged_dossier',
  columns: ['procedure', 'agency', 'month', ...COUNT_COLUMNS],
};
const STAGED = STAGING.name;

/** A row's place as the graph shows it. */
const rowNumber = z.coerce.number().int();

const grantMemory = statement('grant-memory-for-dossiers', z.unknown(), `set local work_mem = '128MB'`);

const createValues = statement(
  'create-staged-values',
  z.unknown(),
  `create temp table staged_value on commit drop as
   select grouping(procedure, agency, month) as kind, coalesce(procedure, agency, month) as printed, min(row_number) as row_number
   from ${STAGED} group by grouping sets ((procedure), (agency), (month))`,
);
/** What `grouping` of the three columns says of each: the one that is not grouped over has a 0. */
const KIND = { procedure: 3, agency: 5, month: 6 } as const;
const monthsStatement = statement(
  'list-staged-months',
  z.object({ printed: z.string().nullable(), row_number: rowNumber }),
  `select printed, row_number from staged_value where kind = ${KIND.month} order by printed`,
);
const createMonths = statement(
  'create-staged-months',
  z.unknown(),
  `create temp table staged_month (id integer not null, main boolean not null, printed text primary key, month date not null,
     province text collate "C" not null) on commit drop`,
);
const fillMonths = statement(
  'fill-staged-months',
  z.unknown(),
  `insert into staged_month (id, main, printed, month, province)
   select dense_rank() over (order by month), row_number() over (partition by month order by printed) = 1, printed, month, province from jsonb_to_recordset($1::jsonb) as m(printed text, month date, province text)`,
);

/** Collects the different codes, agencies and months as written, and lists the months, each with the first row that has it. */
export async function listStagedMonths(writer: Writer) {
  await writer.run(grantMemory);
  await writer.run(createValues);
  return writer.all(monthsStatement);
}

/** A month as written, what it means, and the id of the province that bore the code then. */
export interface StagedMonth {
  readonly printed: string;
  readonly month: string;
  readonly province: string;
}

export async function keepMonths(writer: Writer, months: readonly StagedMonth[]): Promise<void> {
  await writer.run(createMonths);
  await writer.run(fillMonths, [JSON.stringify(months)]);
}

const numbered = (table: string, column: string, kind: number, meaning: string): string =>
  `create temp table ${table} on commit drop as
   select printed, ${column}, dense_rank() over (order by ${column})::integer as id,
     row_number() over (partition by ${column} order by printed) = 1 as main
   from (select printed, ${meaning} collate "C" as ${column} from staged_value where kind = ${kind}) v`;
const createCodes = statement(
  'create-staged-codes',
  z.unknown(),
  numbered('staged_code', 'code', KIND.procedure, 'procedure_code(printed)'),
);
const createAgencies = statement(
  'create-staged-agencies',
  z.unknown(),
  numbered('staged_agency', 'agency', KIND.agency, `coalesce(trim(printed), '')`),
);
const analyzeKeys = statement('analyze-dossier-keys', z.unknown(), 'analyze staged_code, staged_agency, staged_month');

/**
 * Reads each different spelling of a code and of an agency once. Spellings that mean the same share an id, and one of them is `main`.
 * Blanks around an agency do not count; no agency is the empty name.
 */
export async function keepCodesAndAgencies(writer: Writer): Promise<void> {
  await writer.run(createCodes);
  await writer.run(createAgencies);
  await writer.run(analyzeKeys);
}

const wrongCodes = statement(
  'list-wrong-dossier-codes',
  z.object({ row_number: rowNumber, printed: z.string().nullable() }),
  `with wrong as materialized (
     select c.printed from staged_code c where c.code is null or (
       exists (select 1 from national_procedure where recorded_to = 'infinity')
       and not exists (select 1 from national_procedure n where n.code = c.code and n.recorded_to = 'infinity')))
   select s.row_number, s.procedure as printed from ${STAGED} s
   where exists (select 1 from wrong) and exists (select 1 from wrong where wrong.printed is not distinct from s.procedure)
   order by s.row_number limit $1`,
);

/** Rows whose code is none, or is not in the register when there is one. */
export function listWrongCodes(reader: Reader, limit: number) {
  return reader.all(wrongCodes, [limit]);
}

const isCount = (value: string): string => `pg_input_is_valid(${value}, 'int4') and ${value} is not null`;
const wrongCounts = statement(
  'list-wrong-dossier-counts',
  z.object({ row_number: rowNumber, column: z.string(), value: z.string().nullable() }),
  `select s.row_number, v.column, v.value
   from (select * from ${STAGED} s where (${COUNT_COLUMNS.map((column) => isCount(`s.${column}`)).join(' and ')}) is not true
     order by s.row_number limit $1) s
   cross join lateral (values ${COUNT_COLUMNS.map((column) => `('${column}', s.${column})`).join(', ')}) as v("column", value)
   where (${isCount('v.value')}) is not true order by s.row_number`,
);

/** Counts that are no whole number of 32 bits. */
export function listWrongCounts(reader: Reader, limit: number) {
  return reader.all(wrongCounts, [limit]);
}

const longAgencies = statement(
  'list-long-agencies',
  z.object({ row_number: rowNumber, agency: z.string() }),
  `select s.row_number, s.agency from staged_agency a join ${STAGED} s on s.agency = a.printed
   where char_length(a.agency) > $2 order by s.row_number limit $1`,
);

export function listLongAgencies(reader: Reader, limit: number, characters: number) {
  return reader.all(longAgencies, [limit, characters]);
}

const createTyped = statement(
  'type-staged-dossiers',
  z.unknown(),
  `create temp table typed_dossier on commit drop as
   select s.row_number, c.id as code_id, m.id as month_id, a.id as agency_id, ${eachCount((column) => `s.${column}::integer as ${column}`)}
   from ${STAGED} s join staged_code c on c.printed = s.procedure and c.code is not null join staged_month m on m.printed = s.month
   join staged_agency a on a.printed is not distinct from s.agency`,
);
const createTypedNamed = statement(
  'type-staged-dossiers-of-named-agencies',
  z.unknown(),
  createTyped.text.replace('a.printed is not distinct from s.agency', 'a.printed = s.agency'),
);
const unnamed = statement(
  'find-unnamed-agency',
  z.object({ found: z.boolean() }),
  'select exists (select 1 from staged_agency where printed is null) as found',
);

const attempt = statement('attempt-to-type', z.unknown(), 'savepoint before_typing');
const giveUp = statement('give-up-typing', z.unknown(), 'rollback to savepoint before_typing');
/** SQLSTATE of text that is no number, and of a number beyond 32 bits. */
const NO_NUMBER = new Set(['22P02', '22003']);

/**
 * Turns the text into numbers, and months, codes and agencies into the ids of their tables. False when some text is no number: then
 * nothing was made, and `listWrongCounts` says where.
 */
export async function typeStaged(writer: Writer): Promise<boolean> {
  const { found } = await writer.get(unnamed);
  await writer.run(attempt);
  try {
    await writer.run(found ? createTyped : createTypedNamed);
    return true;
  } catch (error) {
    if (!NO_NUMBER.has((error as { code?: string }).code ?? '')) throw error;
    await writer.run(giveUp);
    return false;
  }
}

/** SQL: typed rows `t` with what their ids stand for. */
export const TYPED = `typed_dossier t join staged_code c on c.id = t.code_id and c.main
  join staged_month m on m.id = t.month_id and m.main join staged_agency a on a.id = t.agency_id and a.main`;

const KEY = '((t.code_id::bigint * 65536 + t.month_id) * 16777216 + t.agency_id)';
const CONTRADICTS = `least(${eachCount((column) => `t.${column}`)}) < 0 or t.resolved < t.on_time::bigint + t.overdue
  or t.received < greatest(t.received_online, t.received_postal)`;
const overview = statement(
  'survey-typed-dossiers',
  z.object({ repeated: z.boolean(), contradicting: z.boolean(), incomplete: z.boolean() }),
  `select count(*) <> count(distinct ${KEY}) as repeated, coalesce(bool_or(${CONTRADICTS}), false) as contradicting,
     coalesce(bool_or(num_nulls(${eachCount((column) => `t.${column}`)}) > 0), false) as incomplete
   from typed_dossier t`,
);

/** Whether there are keys stated twice, rows whose numbers contradict each other, and rows without a number: one look at all rows. */
export function surveyTyped(reader: Reader) {
  return reader.get(overview);
}

const contradictions = statement(
  'list-wrong-dossier-sums',
  z.object({
    row_number: rowNumber,
    ...(Object.fromEntries(COUNT_COLUMNS.map((column) => [column, z.number()])) as Record<
      (typeof COUNT_COLUMNS)[number],
      z.ZodNumber
    >),
  }),
  `select t.row_number, ${eachCount((column) => `t.${column}`)} from typed_dossier t where ${CONTRADICTS} order by t.row_number limit $1`,
);

/** Rows with a negative number, or whose numbers contradict each other. */
export function listContradictions(reader: Reader, limit: number) {
  return reader.all(contradictions, [limit]);
}

const repeated = statement(
  'list-repeated-dossiers',
  z.object({ row_number: rowNumber, code: z.string(), month: z.string(), agency: z.string() }),
  `select max(t.row_number) as row_number, min(c.code) as code, min(m.month)::text as month, min(a.agency) as agency
   from ${TYPED}
   group by t.code_id, t.month_id, t.agency_id having count(*) > 1 order by 1 limit $1`,
);

/** Keys that two rows state; the later row. */
export function listRepeated(reader: Reader, limit: number) {
  return reader.all(repeated, [limit]);
}

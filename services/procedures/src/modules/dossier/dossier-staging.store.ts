import { z } from 'zod';
import { statement, type Reader, type Writer } from '@lientinh/postgres';
import type { StagingTable } from '@lientinh/publishing';
import { COUNT_COLUMNS } from './counts';

/** The staging table of both doors; all columns are text, beside them `row_number` is the 0-based place in what was sent. */
export const STAGING: StagingTable = {
  name: 'staged_dossier',
  columns: ['procedure', 'agency', 'month', ...COUNT_COLUMNS],
};
export const STAGED = STAGING.name;

/** A row's place as the graph shows it. */
const rowNumber = z.coerce.number().int();

const monthsStatement = statement(
  'list-staged-months',
  z.object({ printed: z.string().nullable(), row_number: rowNumber }),
  `select month as printed, min(row_number) as row_number from ${STAGED} group by month order by month`,
);
const createMonths = statement(
  'create-staged-months',
  z.unknown(),
  'create temp table staged_month (printed text primary key, month date not null, province text collate "C" not null) on commit drop',
);
const fillMonths = statement(
  'fill-staged-months',
  z.unknown(),
  `insert into staged_month select printed, month, province from jsonb_to_recordset($1::jsonb) as m(printed text, month date, province text)`,
);

/** The different months as written, each with the first row that has it. */
export function listStagedMonths(reader: Reader) {
  return reader.all(monthsStatement);
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

const createCodes = statement(
  'create-staged-codes',
  z.unknown(),
  `create temp table staged_code on commit drop as
   select printed, procedure_code(printed) collate "C" as code from (select distinct procedure as printed from ${STAGED}) s`,
);
const analyze = statement('analyze-dossier-keys', z.unknown(), 'analyze staged_code, staged_month');

/** Reads each different spelling of a code once. */
export async function keepCodes(writer: Writer): Promise<void> {
  await writer.run(createCodes);
  await writer.run(analyze);
}

const wrongCodes = statement(
  'list-wrong-dossier-codes',
  z.object({ row_number: rowNumber, printed: z.string().nullable() }),
  `select s.row_number, s.procedure as printed from staged_code c join ${STAGED} s on s.procedure is not distinct from c.printed
   where c.code is null or (
     exists (select 1 from national_procedure where recorded_to = 'infinity')
     and not exists (select 1 from national_procedure n where n.code = c.code and n.recorded_to = 'infinity'))
   order by s.row_number limit $1`,
);

/** Rows whose code is none, or is not in the register when there is one. */
export function listWrongCodes(reader: Reader, limit: number) {
  return reader.all(wrongCodes, [limit]);
}

const WHOLE = '(0|[1-9][0-9]{0,8})';
const ALL_WHOLE = `^${WHOLE}${`\\|${WHOLE}`.repeat(COUNT_COLUMNS.length - 1)}$`;
const BAD_COUNTS = `(${COUNT_COLUMNS.map((column) => `coalesce(${column}, '')`).join(` || '|' || `)}) !~ '${ALL_WHOLE}'`;

const wrongCounts = statement(
  'list-wrong-dossier-counts',
  z.object({ row_number: rowNumber, column: z.string(), value: z.string().nullable() }),
  `select s.row_number, v.column, v.value from ${STAGED} s
   cross join lateral (values ${COUNT_COLUMNS.map((column) => `('${column}', s.${column})`).join(', ')}) as v("column", value)
   where ${BAD_COUNTS} and coalesce(v.value, '') !~ '^${WHOLE}$' order by s.row_number limit $1`,
);

/** Counts that are no whole number from 0 to 999,999,999. */
export function listWrongCounts(reader: Reader, limit: number) {
  return reader.all(wrongCounts, [limit]);
}

const number = (column: string): string => `${column}::integer`;
const wrongSums = statement(
  'list-wrong-dossier-sums',
  z.object({
    row_number: rowNumber,
    received: z.number(),
    received_online: z.number(),
    received_postal: z.number(),
    resolved: z.number(),
    on_time: z.number(),
    overdue: z.number(),
  }),
  `select row_number, ${['received', 'received_online', 'received_postal', 'resolved', 'on_time', 'overdue'].map((column) => `${number(column)} as ${column}`).join(', ')}
   from ${STAGED}
   where ${number('resolved')} < ${number('on_time')} + ${number('overdue')}
     or ${number('received')} < greatest(${number('received_online')}, ${number('received_postal')})
   order by row_number limit $1`,
);

/** Rows whose numbers contradict each other. Only after the counts were found to be numbers. */
export function listWrongSums(reader: Reader, limit: number) {
  return reader.all(wrongSums, [limit]);
}

/** Blanks at the ends of an agency's name do not count; no agency is the empty name. */
export const AGENCY = `coalesce(trim(s.agency), '') collate "C"`;

const longAgencies = statement(
  'list-long-agencies',
  z.object({ row_number: rowNumber, agency: z.string() }),
  `select row_number, agency from ${STAGED} where char_length(agency) > $2 order by row_number limit $1`,
);

export function listLongAgencies(reader: Reader, limit: number, characters: number) {
  return reader.all(longAgencies, [limit, characters]);
}

const repeated = statement(
  'list-repeated-dossiers',
  z.object({ row_number: rowNumber, code: z.string(), month: z.string(), agency: z.string() }),
  `select max(s.row_number) as row_number, c.code, m.month::text, ${AGENCY} as agency
   from ${STAGED} s join staged_code c on c.printed = s.procedure join staged_month m on m.printed = s.month
   where c.code is not null
   group by c.code, m.month, ${AGENCY} having count(*) > 1 order by 1 limit $1`,
);

/** Keys that two rows state; the later row. */
export function listRepeated(reader: Reader, limit: number) {
  return reader.all(repeated, [limit]);
}

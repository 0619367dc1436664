import { isIsoDate, type IsoDate } from '@lientinh/contracts';
import { provinceCatalogue } from '@lientinh/datasets';
import type { Writer } from '@lientinh/postgres';
import { ProblemReport, rowProblem } from '@lientinh/publishing';
import { addCodeProblems } from '../register/code-problems';
import { COUNTS } from './counts';
import {
  agencyTooLong,
  countInvalid,
  monthInFuture,
  monthInvalid,
  provinceNotInForce,
  receivedTooFew,
  resolvedTooFew,
  statisticTwice,
} from './dossier.errors';
import {
  keepCodesAndAgencies,
  keepMonths,
  listContradictions,
  listLongAgencies,
  listRepeated,
  listStagedMonths,
  listWrongCodes,
  listWrongCounts,
  surveyTyped,
  typeStaged,
  type StagedMonth,
} from './dossier-staging.store';

const LIMIT = ProblemReport.LIMIT;
const LONGEST_AGENCY = 300;
const EARLIEST_MONTH = '2000-01-01';

/** Of whom the statistics are, and the day they were sent. */
export interface DossierScope {
  /** GSO code. Which unit it means is settled month by month. */
  readonly province: string;
  readonly today: IsoDate;
}

const fieldOf = (column: string): string => COUNTS.find(([name]) => name === column)?.[1] ?? column;

/** First day of a month written as a day or as `YYYY-MM`; null when it is neither. */
export function firstOfMonth(printed: string | null): IsoDate | null {
  const day = printed !== null && /^\d{4}-\d{2}$/.test(printed) ? `${printed}-01` : (printed ?? '');
  return isIsoDate(day) && day >= EARLIEST_MONTH ? `${day.slice(0, 7)}-01` : null;
}

/** Checks the staged rows in sets, whichever door they came through. The temporary tables it makes are what the insertion reads. */
export async function checkDossiers(writer: Writer, scope: DossierScope, problems: ProblemReport): Promise<void> {
  await checkMonths(writer, scope, problems);
  await keepCodesAndAgencies(writer);
  const wrong = await listWrongCodes(writer, LIMIT);
  const rows = wrong.map(({ row_number, printed }) => ({ row: row_number, path: 'procedure', printed, name: null }));
  await addCodeProblems(writer, problems, rows);
  for (const { row_number, agency } of await listLongAgencies(writer, LIMIT, LONGEST_AGENCY)) {
    problems.add(rowProblem(row_number, 'agency', agencyTooLong({ limit: LONGEST_AGENCY }), agency));
  }
  await checkNumbers(writer, problems);
}

async function checkMonths(writer: Writer, { province, today }: DossierScope, problems: ProblemReport): Promise<void> {
  const months: StagedMonth[] = [];
  for (const { printed, row_number } of await listStagedMonths(writer)) {
    const month = firstOfMonth(printed);
    if (month === null || printed === null) {
      problems.add(rowProblem(row_number, 'month', monthInvalid({ value: printed }), printed));
      continue;
    }
    const unit = provinceCatalogue().find(province, month);
    if (month > today) problems.add(rowProblem(row_number, 'month', monthInFuture({ value: printed, today }), printed));
    else if (unit === null)
      problems.add(rowProblem(row_number, 'month', provinceNotInForce({ province, month }), printed));
    else months.push({ printed, month, province: unit.id });
  }
  await keepMonths(writer, months);
}

/** Typing the rows is the check that their counts are numbers; only when it fails are the faults looked for. */
async function checkNumbers(writer: Writer, problems: ProblemReport): Promise<void> {
  if (!(await typeStaged(writer))) return addWrongCounts(writer, problems);
  const { repeated, contradicting, incomplete } = await surveyTyped(writer);
  if (incomplete) await addWrongCounts(writer, problems);
  if (contradicting) for (const row of await listContradictions(writer, LIMIT)) addContradictions(problems, row);
  if (!repeated) return;
  for (const { row_number, ...key } of await listRepeated(writer, LIMIT)) {
    problems.add(rowProblem(row_number, 'procedure', statisticTwice(key), key.code));
  }
}

async function addWrongCounts(writer: Writer, problems: ProblemReport): Promise<void> {
  for (const { row_number, column, value } of await listWrongCounts(writer, LIMIT)) {
    const field = fieldOf(column);
    problems.add(rowProblem(row_number, field, countInvalid({ field, value }), value));
  }
}

type Contradiction = Awaited<ReturnType<typeof listContradictions>>[number];

function addContradictions(problems: ProblemReport, row: Contradiction): void {
  const { row_number, received, resolved, overdue, on_time: onTime } = row;
  for (const [column, field] of COUNTS) {
    const value = String(row[column]);
    if (row[column] < 0) problems.add(rowProblem(row_number, field, countInvalid({ field, value }), value));
  }
  if (resolved < onTime + overdue) {
    problems.add(rowProblem(row_number, 'resolved', resolvedTooFew({ resolved, onTime, overdue }), resolved));
  }
  for (const [field, part] of [
    ['receivedOnline', row.received_online],
    ['receivedPostal', row.received_postal],
  ] as const) {
    if (part > received) problems.add(rowProblem(row_number, field, receivedTooFew({ received, part, field }), part));
  }
}

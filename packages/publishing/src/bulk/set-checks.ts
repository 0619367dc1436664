import { escapeIdentifier } from 'pg';
import { z } from 'zod';
import type { CodedError } from '@lientinh/errors';
import { statement, type Writer } from '@lientinh/postgres';
import { ProblemReport, rowProblem } from '../problems';
import { rowTwice } from './row.errors';

/** What a check found at one row. */
export interface Finding {
  readonly row: number;
  /** Column of the staging table. */
  readonly path: string;
  readonly code: string;
  readonly value: string | null;
  readonly details: unknown;
}

/** A check of all staged rows at once. */
export interface SetCheck {
  /** Kebab-case, of the statement. */
  readonly name: string;
  /** Gives row_number, path, code, value (text) and details (jsonb) for every fault. */
  readonly sql: string;
  readonly parameters?: readonly unknown[];
  /** The coded error of a finding; its code is the finding's. */
  readonly error: (finding: Finding) => CodedError;
}

const findingRow = z
  .object({
    row_number: z.coerce.number().int().nullable(),
    path: z.string(),
    code: z.string(),
    value: z.string().nullable(),
    details: z.unknown(),
    number: z.coerce.number().int(),
  })
  .transform(({ row_number, ...finding }) => ({ ...finding, row: row_number }));

/** Runs checks one after another and reports what they find: the first thousand of each code in full, all of them counted. */
export async function runChecks(writer: Writer, checks: readonly SetCheck[], problems: ProblemReport): Promise<void> {
  for (const check of checks) {
    const found = await writer.all(
      statement(
        check.name,
        findingRow,
        `select row_number, path, code, left(value, 400) as value, details, number from (
           select f.*, row_number() over (partition by f.code order by f.row_number, f.path) as place, count(*) over (partition by f.code) as number
           from (${check.sql}) f) ranked
         where place <= ${ProblemReport.LIMIT} order by row_number, path`,
      ),
      check.parameters ?? [],
    );
    const listed = new Map<string, { listed: number; all: number }>();
    for (const { row, path, code, value, details, number } of found) {
      const finding: Finding = { row: row ?? 0, path, code, value, details };
      problems.add(rowProblem(row, path, check.error(finding), value));
      listed.set(code, { listed: (listed.get(code)?.listed ?? 0) + 1, all: number });
    }
    for (const [code, numbers] of listed) problems.count(code, numbers.all - numbers.listed);
  }
}

const firstRow = z.object({ first: z.number() });

/** Finds rows whose key stood on an earlier row already. */
export function uniqueCheck(staging: string, key: readonly string[]): SetCheck {
  const columns = key.map((column) => escapeIdentifier(column));
  const table = escapeIdentifier(staging);
  const same = columns.map((column) => `s.${column} is not distinct from d.${column}`).join(' and ');
  return {
    name: 'check-unique',
    sql: `select s.row_number, '${key.at(-1) ?? ''}' as path, 'ROW_TWICE' as code,
        concat_ws(', ', ${columns.map((column) => `s.${column}`).join(', ')}) as value, jsonb_build_object('first', d.first) as details
      from (select ${columns.join(', ')}, min(row_number) as first from ${table} group by ${columns.join(', ')} having count(*) > 1) d
      join ${table} s on ${same} and s.row_number > d.first`,
    error: ({ value, details }) => rowTwice({ key: value ?? '', firstRow: firstRow.parse(details).first }),
  };
}

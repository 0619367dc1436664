import type { z } from 'zod';

/** The columns of a result row after parsing. */
export type Row<S> = S extends Statement<infer R> ? R : never;

/** SQL with a name and the shape of its rows. */
export interface Statement<R> {
  /** Opens the SQL text as a comment, so that logs and `pg_stat_statements` show it. Kebab-case, unique in a service. */
  readonly name: string;
  readonly text: string;
  readonly parse: (row: unknown) => R;
}

/**
 * Declares a statement. Parameters are `$1`, `$2` … only; a value never becomes part of the text.
 * `row` checks what the database returns, so that a changed column fails here and not in a report.
 */
export function statement<S extends z.ZodType>(name: string, row: S, text: string): Statement<z.output<S>> {
  return { name, text: `/* ${name} */ ${text}`, parse: (value) => row.parse(value) };
}

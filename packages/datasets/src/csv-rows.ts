import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { findDataDirectory } from './data-directory';

/** Text that may be missing: an empty cell is null. */
export const optionalText = z.string().transform((text) => (text === '' ? null : text));
/** Text that must be there. */
export const requiredText = z.string().min(1);
/** A calendar year. */
export const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number);
export const optionalYear = z.union([z.literal('').transform(() => null), year]);
/** A decimal number with a point; an empty cell is null. */
export const optionalNumber = z.union([
  z.literal('').transform(() => null),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);
/** A calendar day, `YYYY-MM-DD`. */
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const optionalIsoDate = z.union([z.literal('').transform(() => null), isoDate]);

/**
 * The rows of CSV text with a header row, checked against a schema and frozen. Throws RangeError naming the file and the
 * 1-based data row that does not fit.
 */
export function parseRows<Row>(text: string, name: string, schema: z.ZodType<Row>): readonly Row[] {
  const records: unknown[] = parse(text, { columns: true, skip_empty_lines: true });
  return Object.freeze(
    records.map((record, index) => {
      const result = schema.safeParse(record);
      if (!result.success) throw new RangeError(`${name}, row ${index + 1}: ${z.prettifyError(result.error)}`);
      return Object.freeze(result.data);
    }),
  );
}

/** The rows of a file under the package's `data` folder, for example `reference/provinces.csv`. */
export function readDataRows<Row>(file: string, schema: z.ZodType<Row>): readonly Row[] {
  return parseRows(readFileSync(join(findDataDirectory(), file), 'utf8'), file, schema);
}

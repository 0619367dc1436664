import type { BilingualText } from '@lientinh/contracts';
import type { BiColumn, BiNavigation } from './bi-contract';

/** What differs from column to column of one kind. */
export type ColumnFacets = Partial<
  Pick<BiColumn, 'nullable' | 'maxLength' | 'values' | 'precision' | 'scale' | 'repeats'>
>;

type ColumnMaker = (name: string, label: BilingualText, description: BilingualText, facets?: ColumnFacets) => BiColumn;

const columnOf =
  (kind: Pick<BiColumn, 'type' | 'collation'>): ColumnMaker =>
  (name, label, description, facets = {}) => ({ name, ...kind, nullable: false, ...facets, label, description });

/** A code or key: sorted by bytes. Not null unless said otherwise, as all of them. */
export const codeColumn = columnOf({ type: 'TEXT' });
/** A name or sentence: sorted as Vietnamese is. */
export const wordsColumn = columnOf({ type: 'TEXT', collation: 'VIETNAMESE' });
/** A calendar day. */
export const dayColumn = columnOf({ type: 'DATE' });
/** A point of time. */
export const instantColumn = columnOf({ type: 'INSTANT' });
/** A whole number of 32 bits. */
export const wholeColumn = columnOf({ type: 'INTEGER' });
/** Yes or no. */
export const flagColumn = columnOf({ type: 'BOOLEAN' });
/** An exact number; `precision` and `scale` go with it. */
export const decimalColumn = columnOf({ type: 'DECIMAL' });

/** A navigation to one row by one column. */
export function oneRow(
  name: string,
  target: string,
  [from, to]: readonly [from: string, to: string],
  label: BilingualText,
  facets: Partial<Pick<BiNavigation, 'nullable' | 'partner'>> = {},
): BiNavigation {
  return { name, target, many: false, nullable: false, on: [{ from, to }], ...facets, label };
}

/** A navigation to the rows of another set that name this one; `partner` leads back. */
export function manyRows(
  name: string,
  target: string,
  [from, to]: readonly [from: string, to: string],
  label: BilingualText,
  partner: string,
): BiNavigation {
  return { name, target, many: true, nullable: false, on: [{ from, to }], partner, label };
}

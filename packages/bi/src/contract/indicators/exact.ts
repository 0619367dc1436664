import type { BilingualText } from '@lientinh/contracts';
import type { BiColumn } from '../bi-contract';
import { decimalColumn, wholeColumn, type ColumnFacets } from '../column-kinds';

/** Digits of exact numbers: what a publication can send (30 decimals), one more for a median, and the 38 digits that BI tools know. */
const EXACT = { precision: 38, scale: 31 } as const;

/** An exact number with every digit that was published. Not null unless `facets` says so, as all columns. */
export function exactColumn(
  name: string,
  label: BilingualText,
  description: BilingualText,
  facets: ColumnFacets = {},
): BiColumn {
  return decimalColumn(name, label, description, { ...EXACT, ...facets });
}

/** An exact number that may be missing. */
export function optionalExact(name: string, label: BilingualText, description: BilingualText): BiColumn {
  return exactColumn(name, label, description, { nullable: true });
}

/** A whole number that may be missing. */
export function optionalInteger(name: string, label: BilingualText, description: BilingualText): BiColumn {
  return wholeColumn(name, label, description, { nullable: true });
}

import type { BiColumn, BiSet } from '@lientinh/bi';
import type { ColumnGroup } from './browser/page-data';

const NAMES = /(?:^|_)(?:names?|title|label|content)(?:_vi|_en)?$/;
const NUMBERS: ReadonlySet<BiColumn['type']> = new Set(['INTEGER', 'BIGINT', 'DECIMAL']);
/** Numbers that say where something stands, not how much it is. */
const PLACES = /(?:^|_)(?:depth|order|place|decimals|sequence)$|^source_line_/;
const IDENTIFIERS = /(?:^|_)(?:ids?|key|hash)$|^slug$/;

/** What a person looks for in each column of a set, in the order of the contract. */
export const columnGroupsOf = ({ columns, key }: BiSet): readonly ColumnGroup[] =>
  columns.map((column) => groupOf(column, key));

function groupOf({ name, type }: BiColumn, key: readonly string[]): ColumnGroup {
  if (NAMES.test(name)) return 'NAME';
  if (NUMBERS.has(type) && !PLACES.test(name)) return 'NUMBER';
  return IDENTIFIERS.test(name) || (type === 'TEXT' && key.includes(name)) ? 'KEY' : 'OTHER';
}

import type { ColumnGroup } from './page-data.js';

const GROUPS: readonly ColumnGroup[] = ['NAME', 'NUMBER', 'OTHER', 'KEY'];

/** Columns of an answer, what a person looks for first: names, numbers, the rest, keys; as they were within each group. */
export const ordered = (columns: readonly string[], groups: readonly ColumnGroup[]): readonly string[] =>
  GROUPS.flatMap((group) => columns.filter((_, place) => (groups[place] ?? 'OTHER') === group));

import type { BiSet } from '../contract/bi-contract';

/** The SQL of a set's view, owned by the subgraph whose tables it reads. */
export interface BiView {
  readonly set: BiSet;
  /**
   * A SELECT with the columns of the set by name, and `search_text` where the set is searchable. Rows are those that were current at
   * `(select bi.as_of('<DATA SET>'))`; what only some may know is hidden by `bi.sees_unpublished(province_code)`,
   * inside an inner view that is a security barrier: conditions that tell of a row by failing on it are not asked of hidden rows.
   */
  readonly sql: string;
  /**
   * Where changes are tracked: a SELECT of `entity_key` (key predicate as in an address: `'id'` in quotes, or `Name=value,…`),
   * `province_code`, `deleted_at` and `publication_id` of every row that ended without another of its key.
   */
  readonly deletionsSql?: string;
}

/** Other SQL that a subgraph's views need (functions, inner views), in order. Names begin with `bi.`; inner views end in `_inner`. */
export interface BiViews {
  readonly before?: readonly string[];
  readonly views: readonly BiView[];
}

import type { Dataset } from '@lientinh/contracts';
import type { BiOwner } from '@lientinh/bi';
import type { EdmType, EntitySet, Property } from '../model/edm';
import type { PrintedStatement } from '../source/statement';

/** Which rows a caller may see: from the rights of the token, or of the workbook key. */
export interface RowScope {
  /** Rows about one province only (GSO code); null: every province. Sets without a province column are not narrowed. */
  readonly provinceCode: string | null;
  /** Sets of these data sets only (and reference data); null: all. */
  readonly datasets: readonly Dataset[] | null;
  /** Whose unpublished rows (self-assessed scores) are seen. */
  readonly unpublished: 'NONE' | 'EVERY_PROVINCE' | readonly string[];
}

/**
 * A page: how many rows, and after which. Behind the first page `$top` says how many rows are wanted still, and `$skip` is past. Without a
 * size, `$orderby`, `$top` or `$skip` the rows come in no particular order.
 */
export interface PageRequest {
  /** Rows at most; null: no limit. */
  readonly size: number | null;
  /** Values of the order of the last row of the page before, as text; null: the first page. */
  readonly after: readonly (string | null)[] | null;
  /**
   * Rows changed since these positions of the ledgers only (delta): instants, as PostgreSQL writes them; null: all. Rows that do not match
   * the filter (any more) come too and say so in the REMOVED column.
   */
  readonly changedSince: ReadonlyMap<Dataset, string> | null;
  /** False: without KEY columns, for answers without addresses (CSV, spreadsheets). True when absent. */
  readonly addresses?: boolean;
  /** Fields as CSV shows them, instead of as `columns` says: for rows that PostgreSQL writes as CSV and nobody looks at. */
  readonly csv?: CsvFields;
}

/** What fields of CSV have. */
export interface CsvFields {
  /** An apostrophe before texts that spreadsheets take for formulas. */
  readonly guard: boolean;
}

/** One field of each row that the source gives, in order. */
export interface OutputColumn {
  /** As it stands in the answer; for a PAGING column its place in the order. */
  readonly name: string;
  /** `JSON`: text that is JSON already (an expansion). Everything else is text of PostgreSQL's output of that type, in UTC. */
  readonly type: EdmType | 'JSON';
  /**
   * PROPERTY, COMPUTED (an alias of `$compute` or `$apply`), EXPANSION (`name` is the navigation property), EXPANSION_COUNT
   * (`name@odata.count`), KEY (needed for addresses and ETags, not selected: not shown), PAGING (not shown), REMOVED (of a delta with a
   * filter; not shown; true when the changed row does not match the filter: to be told as removed).
   */
  readonly role: 'PROPERTY' | 'COMPUTED' | 'EXPANSION' | 'EXPANSION_COUNT' | 'KEY' | 'PAGING' | 'REMOVED';
  readonly property: Property | null;
}

/** What a request means, ready to run: one statement on one database for the rows, one for the count. */
export interface RowsPlan {
  /** COLLECTION: rows. ENTITY: one row, or none (404; 204 at the end of a nullable navigation). PROPERTY and VALUE: one field of one row. */
  readonly kind: 'COLLECTION' | 'ENTITY' | 'PROPERTY' | 'VALUE' | 'COUNT';
  /** The set of the rows; for `$apply` the set it began with. */
  readonly set: EntitySet;
  readonly owner: BiOwner;
  /** The data sets of every set that the statement reads: their positions bind pages, ETags and delta links. */
  readonly datasets: readonly Dataset[];
  readonly columns: readonly OutputColumn[];
  /** Rows one by one, in `columns`' order; a COUNT gives one row with one field. */
  readonly rows: PrintedStatement;
  /** For `$count=true`: one row, one field; null when it was not asked. */
  readonly count: PrintedStatement | null;
  /** Fragment of `@odata.context`, for example `Scores(ProvinceCode,Value)`, `Scores(Province())`, `Scores/$entity`. */
  readonly contextFragment: string;
  /** False when the rows are groups or computed rows without an address: no `@odata.id`, no delta. */
  readonly addressable: boolean;
  /** The rows have one row more than the page asked for when there is a next page. */
  readonly pageSize: number | null;
  /**
   * `Deletions` are asked of several databases: the plans to run one after another, in the order of EntitySet, instead of `rows` and
   * `count` (counts add up); each keeps to `$top` by itself, so the reader stops when it has enough. Empty for everything else.
   */
  readonly parts: readonly RowsPlan[];
}

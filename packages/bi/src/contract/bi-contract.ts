import type { BilingualText, Dataset } from '@lientinh/contracts';

/** The subgraph whose database holds a set's view. */
export type BiOwner = 'agencies' | 'indicators' | 'plans' | 'procedures' | 'publications';

/**
 * What a column holds. TEXT sorts as Vietnamese does when `collation` says so. DECIMAL is exact. DATE is a calendar day. INSTANT is a
 * point of time in UTC, to the microsecond.
 */
export type BiType = 'TEXT' | 'BOOLEAN' | 'INTEGER' | 'BIGINT' | 'DECIMAL' | 'DATE' | 'INSTANT';

/** A column of a view, and the property that BI tools see. */
export interface BiColumn {
  /** snake_case, as in the view; the property's name is made from it: `name_vi` is `NameVi`. Stable for ever. */
  readonly name: string;
  readonly type: BiType;
  readonly nullable: boolean;
  /** DECIMAL: digits in all. */
  readonly precision?: number;
  /** DECIMAL: digits after the point. */
  readonly scale?: number;
  /** TEXT: longest value, in characters, where there is a limit. */
  readonly maxLength?: number;
  /** TEXT: `VIETNAMESE` for names and sentences (`vi-x-icu`); `BINARY` for codes. BINARY when absent. */
  readonly collation?: 'VIETNAMESE' | 'BINARY';
  /**
   * The column of the row at the end of a navigation that this one repeats, where that set is a short list of reference data: conditions on
   * it are asked of the list, and the rows are found by the navigation's column, which indexes are of.
   */
  readonly repeats?: { readonly navigation: string; readonly column: string };
  /** TEXT: the values there are, when they are a fixed list (the enum values of the GraphQL schema). */
  readonly values?: readonly string[];
  /** The head of the column for a person; the Vietnamese address of the connector makes its names from `vi`. Unique in the set. */
  readonly label: BilingualText;
  /** What it means, unit included, and when it is null. */
  readonly description: BilingualText;
}

/** Rows of another set of the same database that belong to a row. */
export interface BiNavigation {
  /** snake_case; the property is PascalCase of it. */
  readonly name: string;
  /** Name of the set that it leads to. */
  readonly target: string;
  /** True: a collection; false: one row at most. */
  readonly many: boolean;
  /** For a single row: whether there may be none. */
  readonly nullable: boolean;
  /** Columns that are equal on both sides. */
  readonly on: readonly { readonly from: string; readonly to: string }[];
  /** The navigation of the target that leads back, when it has one. */
  readonly partner?: string;
  /**
   * For a collection: the target's rows that belong to one row cost as much as those of many, for the view works rows out together, or no
   * index is on these columns. Those of many rows are then read once for all. Absent: an index leads to the rows of one row.
   */
  readonly together?: {
    /** Columns that are equal on both sides too and have few values: the view takes conditions on them to its tables. */
    readonly narrowedBy: readonly { readonly from: string; readonly to: string }[];
  };
  readonly label: BilingualText;
}

/** One view, and the entity set that BI tools see: flat, named, keyed, documented; as stable as the GraphQL schema. */
export interface BiSet {
  /** snake_case, plural; the view is `bi.<name>`, the entity set PascalCase of it. */
  readonly name: string;
  /** snake_case, one row; the entity type is PascalCase of it. */
  readonly singular: string;
  readonly owner: BiOwner;
  /** The data sets whose ledgers its rows come from; empty: reference data of the platform. Workbook keys are limited by them. */
  readonly datasets: readonly Dataset[];
  readonly columns: readonly BiColumn[];
  /** Columns that name a row; never null. */
  readonly key: readonly string[];
  /** Order of pages when nothing else is asked: unique, never null, and served by an index. The key when absent. */
  readonly pagingOrder?: readonly string[];
  readonly navigations: readonly BiNavigation[];
  /** True when the view has a column `search_text` (folded by `bi.fold_text`), which is no property, for `$search`. */
  readonly searchable: boolean;
  /** Column with the GSO code of the province that a row is about, by which rights are limited; null: rows about no one province. */
  readonly provinceColumn: string | null;
  /**
   * True when the row has `recorded_at` (INSTANT: since when it reads as it does) and rows that ended are listed in `bi.deletions`:
   * what changed since a position of the ledger can be told.
   */
  readonly changeTracking: boolean;
  /**
   * True when the view works its rows out of many others (ranks, sums, differences). PostgreSQL then guesses far too few rows of it, and
   * a join carried out as a loop over them, which that guess invites, takes minutes; readers forbid it (`enable_nestloop`).
   */
  readonly workedOut?: true;
  readonly label: BilingualText;
  readonly description: BilingualText;
}

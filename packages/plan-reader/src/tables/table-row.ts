/** A row of a table as printed: one line, cells in order. */
export interface TableRow {
  readonly line: number;
  /** Last line, where a page break cut the row. */
  readonly lastLine: number;
  /** Plain text of the cells, blanks collapsed; empty for a blank cell. */
  readonly cells: readonly string[];
  /** The cells' paragraphs, where the OCR kept them (`<p>`). */
  readonly paragraphs: readonly (readonly string[])[];
  /** True for the first row after a page break. */
  readonly afterBreak: boolean;
}

export type ColumnRole = 'NUMBER' | 'GROUP' | 'CONTENT' | 'PRODUCT' | 'LEAD' | 'COORDINATOR' | 'DUE' | 'NOTE';

/** A table: what its columns hold, and its rows without the header (and its repetitions on later pages). */
export interface DocumentTable {
  readonly line: number;
  /** Null when no header could be recognised. */
  readonly columns: readonly (ColumnRole | null)[] | null;
  readonly kind: TableKind;
  readonly rows: readonly TableRow[];
}

export type TableKind = 'TASKS' | 'SHORTCOMINGS' | 'LAYOUT' | 'UNKNOWN';

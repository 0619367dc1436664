/** The language of a page, and of the names of sets and columns. */
export type PageLanguage = 'vi' | 'en';

/** A short filter of the tables. */
export type FilterName = 'index' | 'year' | 'provinces' | 'criteria';

/** Where the values come from that a field proposes: rows of a set of the service itself. */
export interface ProposalSource {
  /** Below the English service root, encoded. */
  readonly path: string;
  /** Property with the value; property with what it means, null when the value says all. */
  readonly value: string;
  readonly label: string | null;
  /** Whether the set takes the short filter `index`, which narrows the values to those of the chosen indices. */
  readonly byIndex: boolean;
}

/** What a column is to a person: the name of something; how much; a key of the data; else what is left. */
export type ColumnGroup = 'NAME' | 'NUMBER' | 'OTHER' | 'KEY';

/** A set as the form of the page knows it. */
export interface PageSet {
  /** English name: also the id of its part of the page. */
  readonly id: string;
  readonly names: Readonly<Record<PageLanguage, string>>;
  readonly filters: readonly FilterName[];
  /** Of every column, in the order of the contract, which is that of a row of an answer. */
  readonly groups: readonly ColumnGroup[];
}

/** Words of the connect page in its language; `{n}`, `{address}`, `{text}` and `{proposals}` stand for what the script puts in. */
export interface ConnectWords {
  readonly copied: string;
  readonly copyFailed: string;
  readonly copy: string;
  readonly filters: Readonly<Record<FilterName, { readonly label: string; readonly hint: string }>>;
  readonly add: string;
  readonly remove: string;
  readonly fitsNone: string;
  readonly fitsSeveral: string;
  readonly noFilters: string;
  readonly names: string;
  readonly address: string;
  readonly files: string;
  readonly file: Readonly<Record<'pbids' | 'odc' | 'iqy' | 'xlsx' | 'csv' | 'parquet', string>>;
  readonly preview: string;
  readonly reading: string;
  readonly rows: string;
  readonly noRows: string;
  readonly noRowsYet: string;
  readonly previewOf: string;
  readonly same: string;
  readonly empty: string;
  readonly failed: string;
}

/** What the server tells the script of the connect page. */
export interface ConnectPageData {
  readonly language: PageLanguage;
  /** Path of the server as the browser sees it: empty, or `/prefix`. */
  readonly base: string;
  /** Address of the server for other programs, without a slash at the end. */
  readonly server: string;
  /** Paths of the service roots below `base`. */
  readonly roots: Readonly<Record<PageLanguage, string>>;
  readonly sets: readonly PageSet[];
  readonly proposals: Readonly<Partial<Record<FilterName, ProposalSource>>>;
  readonly words: ConnectWords;
}

/** Words of the key page in its language. */
export interface KeysWords {
  readonly copied: string;
  readonly copyFailed: string;
  readonly reading: string;
  readonly failed: string;
  readonly tokenMissing: string;
  readonly signedIn: string;
  readonly signedOut: string;
  readonly made: string;
  readonly revoked: string;
  readonly none: string;
  readonly standing: Readonly<Record<string, string>>;
  readonly everyProvince: string;
  readonly everyDataset: string;
  readonly datasets: Readonly<Record<string, string>>;
  readonly never: string;
  readonly revoke: string;
  readonly revokeSurely: string;
  readonly columns: readonly string[];
}

/** What the server tells the script of the key page. */
export interface KeysPageData {
  readonly language: PageLanguage;
  readonly base: string;
  /** Where provinces are read for the choice of one. */
  readonly provinces: ProposalSource | null;
  readonly words: KeysWords;
}

import type { Readable } from 'node:stream';
import type { EntitySet, Model } from '../model/edm';
import type { CsvFields, RowScope, RowsPlan } from '../plan/plan';
import type { RequestOptions } from '../query/ast';
import type { LedgerPosition, RowBatches } from '../source/source';

/** The rows of one request, and what a file of them says about itself. */
export interface TableAnswer {
  readonly model: Model;
  /** Made of the options as `prepare` gave them back. */
  readonly plan: RowsPlan;
  /** The rows of `plan.rows`; nothing was read of them yet. */
  readonly rows: RowBatches;
  /** The same rows as lines of CSV that PostgreSQL writes, where the format asked for them; they are read instead of `rows`. */
  readonly csv: AsyncIterable<Buffer> | null;
  /** The options as they were asked, before `prepare`: which columns are shown, and the format's own options in `others`. */
  readonly options: RequestOptions;
  /** The address that was asked, absolute and decoded for reading; without credentials. */
  readonly address: string;
  readonly answeredAt: Date;
  /** Where the ledgers stood at which the rows were read. */
  readonly positions: readonly LedgerPosition[];
  readonly scope: RowScope;
  /** Aborted when nobody waits for the answer any more: formats that gather all rows before the first byte then give up. */
  readonly signal?: AbortSignal;
}

/** A way to hand out rows as a file: CSV, an Excel workbook, Parquet. */
export interface TableFormat {
  /** What `$format=` takes. */
  readonly shortName: string;
  /** Media type without parameters, as it stands in an Accept header. */
  readonly mediaType: string;
  /** Value of Content-Type. */
  readonly contentType: string;
  /** Without a point. */
  readonly extension: string;
  /** Names of the custom query options it understands (`headers`, `decimal` …). */
  readonly optionNames: readonly string[];
  /**
   * The options to plan with: what was asked, without paging, and with the properties that the file's notes are made of. Throws
   * ODATA_FORMAT_OPTION_INVALID when an option of the format has a wrong value: before any row is read.
   */
  prepare(options: RequestOptions, set: EntitySet): RequestOptions;
  /** The fields of rows that PostgreSQL writes as CSV, when that is what the file has; null or absent: rows are read field by field. */
  readonly csvFields?: (options: RequestOptions) => CsvFields | null;
  /**
   * The bytes of the file, by back-pressure, in constant memory. The rows are always read to their end or given back. A failure
   * before the first byte rejects; a later one destroys the stream.
   */
  respond(answer: TableAnswer): Promise<Readable>;
}

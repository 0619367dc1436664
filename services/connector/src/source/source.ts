import type { Readable } from 'node:stream';
import type { BiOwner } from '@lientinh/bi';
import type { Dataset } from '@lientinh/contracts';
import type { PrintedStatement } from './statement';

/** How a statement is to read. */
export interface ReadSettings {
  /** Whose unpublished rows the views show: decides the database role and its narrowing. */
  readonly unpublished: 'NONE' | 'EVERY_PROVINCE' | readonly string[];
  /** Instant (PostgreSQL text, microseconds) at which each data set is read; what is absent is read as it is now. */
  readonly asOf: ReadonlyMap<Dataset, string>;
  /** Aborted when nobody waits any more: PostgreSQL is told to stop, and the call fails with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Where the ledger of a data set stands. */
export interface LedgerPosition {
  readonly dataset: Dataset;
  readonly sequence: number;
  /** Instant of its last entry, as text with microseconds: what `asOf` takes. */
  readonly recordedAt: string;
}

/** Rows as they come: batches of rows, each row its fields as text or null, in the order of the plan's columns. */
export type RowBatches = AsyncIterable<readonly (readonly (string | null)[])[]>;

/**
 * The `bi` views of the five databases, by a login that may only read them. Every call is one read-only transaction on one snapshot; a
 * stream holds a connection until it ends or is returned, and back-pressure reaches PostgreSQL. SOURCE_UNAVAILABLE when the database is
 * lost, SOURCE_TIMEOUT when the statement takes too long.
 */
export interface BiSource {
  /** Fails when the owner's database cannot be reached or has no views. Not kept waiting by the statements that run. */
  ping(owner: BiOwner): Promise<void>;
  /** Where the ledgers of the owner's data sets stand now. */
  positions(owner: BiOwner): Promise<readonly LedgerPosition[]>;
  rows(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<RowBatches>;
  /** The rows as CSV that PostgreSQL writes (RFC 4180 with CR LF, UTF-8 without BOM), without a head line: null is nothing, an empty text `""`. */
  csv(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<Readable>;
  /** The only field of the only row. */
  value(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<string | null>;
  close(): Promise<void>;
}

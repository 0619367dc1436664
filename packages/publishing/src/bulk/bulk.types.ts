import type { Dataset } from '@lientinh/contracts';
import type { Publisher, PublishRequest } from '@lientinh/identity';
import type { Writer } from '@lientinh/postgres';
import type { JsonValue } from '../canonical-json';
import type { Confidentiality } from '../confidential';
import type { ProblemReport } from '../problems';
import type { PublishSteps, StoredRows } from '../publish';
import type { BulkColumn } from './columns';

/** Who sends, and what the address says beside the rows. */
export interface BulkRequest {
  readonly publisher: Publisher;
  /** Query parameters of the address; only those that the data set names. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** One publication on its way through the bulk door. */
export interface BulkPublication {
  /** Id of the province it speaks for; null for the whole country. */
  readonly province: string | null;
  /** What is published beside the rows; goes into the ledger. */
  readonly scope: JsonValue;
  /** As in a `Submission`: null when everybody may see the rows. */
  readonly confidential: Confidentiality | null;
  /** The rights that it takes; the door holds them against the publishers' registry before it reads the rows. */
  readonly rights: readonly PublishRequest[];
  /** Checks the staged rows in sets and reports what is wrong; writes nothing. */
  check(writer: Writer, problems: ProblemReport): Promise<void>;
  /** Moves the staged rows into the tables of facts. */
  store(writer: Writer, place: Parameters<PublishSteps['store']>[1]): Promise<StoredRows>;
}

/** A data set that can be sent in bulk. */
export interface BulkDataset {
  /** Last part of the address: `scores` is `/publish/scores`. */
  readonly name: string;
  readonly dataset: Dataset;
  /** Name of the temporary table in which `check` and `store` find the rows, as text, with `row_number` (0-based). */
  readonly staging: string;
  readonly columns: readonly BulkColumn[];
  /** Query parameters that it knows. */
  readonly parameters: readonly string[];
  /** Reads the parameters and checks the token's right to publish just this; throws coded errors. Called before the body is read. */
  open(request: BulkRequest): BulkPublication | Promise<BulkPublication>;
}

import type { IncomingHttpHeaders } from 'node:http';

/** One request of a batch, as it was written. */
export interface BatchRequest {
  /** Content-ID, or `id`; in multipart without Content-ID its place, from 1. */
  readonly id: string;
  /** Whether the caller gave the id: it is repeated in the answer then. */
  readonly named: boolean;
  /** Upper case. */
  readonly method: string;
  /** Relative to the service root, or absolute, or a reference (`$1/Province`). */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer | null;
  /** Ids of requests that must have succeeded before. */
  readonly dependsOn: readonly string[];
  /** A change set or a member of an atomicity group: for writing. */
  readonly inChangeSet: boolean;
}

/** Requests of one batch at most. */
export const MAXIMUM_BATCH_REQUESTS = 100;
/** Requests are addresses and query options: this is plenty. */
export const MAXIMUM_BATCH_BYTES = 1_048_576;

import type { Dataset } from '@lientinh/contracts';

/**
 * One entry of a ledger as its subgraph tells it: which data set, its place there, and whatever else the subgraph says of the
 * publication. The gateway passes the rest on as it is.
 */
export interface Change {
  readonly dataset: Dataset;
  readonly sequence: number;
  readonly [rest: string]: unknown;
}

/** Reads one line of a subgraph's feed. Throws when it is no entry of that data set. */
export function parseChange(line: string, dataset: Dataset): Change {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null) throw new Error('a line of the change feed is no object');
  const { sequence, dataset: named } = value as Record<string, unknown>;
  if (!Number.isSafeInteger(sequence) || named !== dataset)
    throw new Error(`a line of the change feed is no entry of ${dataset}`);
  return value as Change;
}

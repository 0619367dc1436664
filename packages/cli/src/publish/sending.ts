import { createHash } from 'node:crypto';

/** One publication to be sent through the bulk door. */
export interface Sending {
  /** What it is called while it is sent. */
  readonly label: string;
  readonly idempotencyKey: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly contentType: 'text/csv' | 'application/x-ndjson';
  /** Bytes of the body if they are known, for the progress bar. */
  readonly bytes: number | null;
  body(): AsyncIterable<Buffer>;
  /** Line of the user's own file for a line of what was sent. */
  lineOf(line: number): number;
}

/** The key of a command: the same file with the same parameters has the same key, so that repeating a command publishes nothing twice. */
export function commandKey(dataset: string, fileHash: string, parameters: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return `cli-${createHash('sha256')
    .update(JSON.stringify([dataset, fileHash, sorted]))
    .digest('hex')
    .slice(0, 40)}`;
}

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What the answer to a request must be; what is absent is not looked at. */
export interface Expectation {
  readonly status: number;
  /** How the media type begins. */
  readonly contentType?: string;
  /** `@odata.context`, without the service root. */
  readonly context?: string;
  /** Rows of the first page. */
  readonly rows?: number;
  /** Rows of all pages, by following every next link; `key` must differ in each. */
  readonly allRows?: number;
  readonly key?: string;
  /** The rows themselves: each has at least these properties. */
  readonly values?: readonly Readonly<Record<string, unknown>>[];
  readonly entity?: Readonly<Record<string, unknown>>;
  readonly text?: string;
  /** Whether there is a next page. */
  readonly nextLink?: boolean;
}
/** One request. `path` and `query` as they are sent, encoded, after the service root. */
export interface Step {
  readonly does: string;
  readonly path: string;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly expect: Expectation;
}
/** Requests as Power Query sends them, with its headers. */
export interface Sequence {
  readonly note: string;
  readonly sources: readonly string[];
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** Every sequence of this folder. */
export function readSequences(): readonly Sequence[] {
  return readdirSync(__dirname)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as Sequence);
}

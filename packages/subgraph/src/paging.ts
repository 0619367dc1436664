import type { Connection } from './connection-types';
import { cursorInvalid, pageSizeInvalid } from './subgraph.errors';

const DEFAULT_SIZE = 50;
const MAXIMUM_SIZE = 500;

/** How many rows a page has: 50 unless asked, 500 at most; throws PAGE_SIZE_INVALID for a negative number. */
export function pageSize(first: number | null | undefined): number {
  if (first === null || first === undefined) return DEFAULT_SIZE;
  if (first < 0) throw pageSizeInvalid({ first });
  return Math.min(first, MAXIMUM_SIZE);
}

/** A cursor holds the sort key of its row, so that a page starts right after it whatever was added meanwhile. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor of `length` parts, or null without a cursor; throws CURSOR_INVALID. */
export function decodeCursor(after: string | null | undefined, length: number): (string | number)[] | null {
  if (after === null || after === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    const whole =
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => typeof part === 'string' || typeof part === 'number');
    if (whole) return key;
  } catch {
    // told below
  }
  throw cursorInvalid({});
}

/** What a store gives for a page: one row more than asked tells that there is a next page. */
export interface Page<T> {
  /** At most `size` + 1 rows, in order. */
  readonly rows: readonly T[];
  readonly size: number;
  readonly totalCount: number;
  /** Whether the page was asked for with a cursor. */
  readonly afterCursor: boolean;
}

/** Shapes a page as a Relay connection. */
export function toConnection<T>(page: Page<T>, key: (row: T) => readonly (string | number)[]): Connection<T> {
  const nodes = page.rows.slice(0, page.size);
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(key(node)) }));
  return {
    nodes,
    edges,
    totalCount: page.totalCount,
    pageInfo: {
      hasNextPage: page.rows.length > page.size,
      hasPreviousPage: page.afterCursor,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

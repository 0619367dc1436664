import type { RowBatches } from '../source/source';
import type { Row, RowEncoder } from './row-encoder';
import type { OrderValues } from './tokens';

/** One statement of an answer. Most answers have one; the changes of a delta link have several, read one after another. */
export interface Segment {
  readonly open: () => Promise<RowBatches>;
  readonly encode: RowEncoder;
  /** Where a row stands in the order of its statement: what a `$skiptoken` needs of the last row. */
  readonly orderOf: (row: Row) => OrderValues;
}

/** Where a page ended: before which row (null: there is none behind it). */
export interface PageEnd {
  readonly rows: number;
  readonly next: { readonly segment: number; readonly after: OrderValues } | null;
}

/** How far a page goes. */
export interface PageLimits {
  /** The first segment of this page; those before it are done. */
  readonly from: number;
  /** Rows at most, whatever comes behind them: the rest of `$top`; null: no limit. */
  readonly total: number | null;
  /** Rows on this page at most; when there are more, there is a next page. Null: no limit. */
  readonly pageSize: number | null;
}

/** About what goes to the socket at once. */
const CHUNK_CHARACTERS = 65_536;

/** The rows of a page as JSON objects with commas between, in chunks; returns where it ended. Reads no row more than it must. */
export async function* writeRows(segments: readonly Segment[], limits: PageLimits): AsyncGenerator<string, PageEnd> {
  const { total, pageSize } = limits;
  let text = '';
  let rows = 0;
  let last: { readonly segment: number; readonly row: Row } | null = null;
  for (let index = limits.from; index < segments.length && rows !== total; index += 1) {
    const { open, encode } = segments[index] as Segment;
    for await (const batch of await open()) {
      for (const row of batch) {
        if (rows === pageSize && last !== null) {
          if (text !== '') yield text;
          const { segment, row: shown } = last;
          return { rows, next: { segment, after: (segments[segment] as Segment).orderOf(shown) } };
        }
        text += rows === 0 ? encode(row) : `,${encode(row)}`;
        rows += 1;
        last = { segment: index, row };
        if (text.length >= CHUNK_CHARACTERS) {
          yield text;
          text = '';
        }
        if (rows === total) break;
      }
      if (rows === total) break;
    }
  }
  if (text !== '') yield text;
  return { rows, next: null };
}

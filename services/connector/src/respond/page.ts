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

/** About what goes to the socket at once, in characters. */
export const CHUNK_CHARACTERS = 65_536;

/**
 * The rows of a page as JSON objects with commas between, in chunks; returns where it ended. A statement that was begun is read to its
 * end, one row behind the page: stopping it would cost its connection.
 */
export async function* writeRows(segments: readonly Segment[], limits: PageLimits): AsyncGenerator<string, PageEnd> {
  const page = new PageWriter(limits);
  for (const [index, segment] of segments.entries()) {
    if (index < limits.from) continue;
    if (page.isFull()) break;
    for await (const batch of await segment.open()) {
      for (const row of batch) {
        page.take(index, segment, row);
        if (page.text.length >= CHUNK_CHARACTERS) yield page.flush();
      }
    }
  }
  if (page.text !== '') yield page.flush();
  return page.end();
}

class PageWriter {
  text = '';
  #full: boolean;
  readonly #limits: PageLimits;
  #rows = 0;
  #next: PageEnd['next'] = null;
  #segmentIndex = 0;
  #segment: Segment | null = null;
  #lastRow: Row = [];

  constructor(limits: PageLimits) {
    this.#limits = limits;
    this.#full = limits.total === 0;
  }

  /** Writes the row when the page has a place for it. */
  take(index: number, segment: Segment, row: Row): void {
    if (this.#full) return;
    if (this.#rows === this.#limits.pageSize) {
      const after = this.#segment?.orderOf(this.#lastRow) ?? [];
      this.#next = { segment: this.#segmentIndex, after };
      this.#full = true;
      return;
    }
    this.text += this.#rows === 0 ? segment.encode(row) : `,${segment.encode(row)}`;
    this.#rows += 1;
    this.#segment = segment;
    this.#segmentIndex = index;
    this.#lastRow = row;
    this.#full = this.#rows === this.#limits.total;
  }

  isFull(): boolean {
    return this.#full;
  }

  flush(): string {
    const { text } = this;
    this.text = '';
    return text;
  }

  end(): PageEnd {
    return { rows: this.#rows, next: this.#next };
  }
}

import { DATASETS, type Dataset } from '@lientinh/contracts';

/**
 * A place in the joined change feed: for each data set the ledger sequence up to which (inclusive) everything was read. As text
 * `SCORES:12,PLAN:4`; a data set that is absent was read up to 0, and `0` is the very beginning.
 */
export type ChangeCursor = Readonly<Partial<Record<Dataset, number>>>;

/** The cursor as text; data sets in a fixed order, those at the beginning left out. */
export function formatCursor(cursor: ChangeCursor): string {
  const parts = DATASETS.filter((dataset) => (cursor[dataset] ?? 0) > 0).map(
    (dataset) => `${dataset}:${cursor[dataset]}`,
  );
  return parts.length === 0 ? '0' : parts.join(',');
}

/** Reads a cursor; undefined when the text is none. Empty text and `0` are the beginning. */
export function parseCursor(text: string): ChangeCursor | undefined {
  if (text === '' || text === '0') return {};
  const cursor: Partial<Record<Dataset, number>> = {};
  for (const part of text.split(',')) {
    const [, name = '', digits = ''] = /^([A-Z_]{1,32}):(\d{1,15})$/.exec(part) ?? [];
    const dataset = DATASETS.find((candidate) => candidate === name);
    if (dataset === undefined || cursor[dataset] !== undefined) return undefined;
    cursor[dataset] = Number(digits);
  }
  return cursor;
}

/** The cursor after the entry `sequence` of `dataset` was read; never moves back. */
export function advanceCursor(cursor: ChangeCursor, dataset: Dataset, sequence: number): ChangeCursor {
  return { ...cursor, [dataset]: Math.max(cursor[dataset] ?? 0, sequence) };
}

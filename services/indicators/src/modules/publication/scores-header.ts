import type { Standing, StatedStatus } from '../score/stated-score';

/** What all rows of one publication of scores have in common. */
export interface ScoresHeader {
  readonly index: string;
  readonly year: number;
  /** DERIVED can be asked for and is refused as a problem. */
  readonly status: StatedStatus | 'DERIVED';
  readonly coverage: 'COMPLETE' | 'PARTIAL';
  readonly standing: Standing;
  readonly source: { readonly document: string | null; readonly url: string | null } | null;
}

/** Names the lane of a third source in a cell: its url, else its document; empty for the index owner's own figures. */
export function sourceKeyOf({ standing, source }: ScoresHeader): string {
  return standing === 'OFFICIAL' ? '' : (source?.url ?? source?.document ?? '');
}

/** A row as it was sent; everything is text, for both doors. */
export interface ScoreText {
  readonly province: string;
  readonly criterion: string;
  readonly value: string;
  readonly maxScore: string | null;
  readonly method: string | null;
  readonly publishedRank: string | null;
  readonly publishedRankedAmong: string | null;
}

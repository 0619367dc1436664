import type { Confidentiality } from '@lientinh/publishing';
import { isClaim, type Standing, type StatedStatus } from '../score/stated-score';

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

/** Null for scores that everybody may see. Of claims the ledger tells index, year and status; not the source, which viewers do not see either. */
export function confidentialityOf(header: ScoresHeader): Confidentiality | null {
  const { index, year, status, coverage, standing } = header;
  return isClaim(status) ? { ledgerScope: { index, year, status, coverage, standing } } : null;
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

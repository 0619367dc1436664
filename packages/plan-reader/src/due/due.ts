import type { IsoDate } from '@lientinh/contracts';
import type { DueKind } from '../vocabulary';

/** A stretch of days, closed on both ends. */
export interface DuePeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * When something is due, as printed and as dates. `from` and `to` span all `periods`; recurring, continuous and carried-over
 * work has no dates. «trước ngày X» is recorded as X.
 */
export interface Due {
  readonly kind: DueKind;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly text: string;
  readonly periods: readonly DuePeriod[];
  /** A second manner printed beside the first: «Quý I/2018 …; thường xuyên». */
  readonly secondaryKind: DueKind | null;
}

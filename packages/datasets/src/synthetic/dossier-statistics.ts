import type { IsoDate } from '@lientinh/contracts';
import { seededRandom } from './random';

/** One row of made-up dossier statistics. No real dossier stands behind any number. */
export interface SyntheticDossierRow {
  readonly procedure: string;
  /** Says itself that it is made up. */
  readonly agency: string;
  readonly month: IsoDate;
  readonly received: number;
  readonly receivedOnline: number;
  readonly receivedPostal: number;
  readonly resolved: number;
  readonly onTime: number;
  readonly overdue: number;
  readonly paidOnline: number;
  readonly resultsDigitised: number;
}

/** What to make: every procedure at every agency in every month. */
export interface SyntheticDossiers {
  readonly seed: number;
  readonly procedures: readonly string[];
  readonly months: readonly IsoDate[];
  readonly agencies: number;
}

/** `count` months from a first one, as their first days. */
export function monthsFrom(firstYear: number, count: number): IsoDate[] {
  return Array.from({ length: count }, (_, place) => {
    const month = String((place % 12) + 1).padStart(2, '0');
    return `${firstYear + Math.floor(place / 12)}-${month}-01`;
  });
}

/**
 * Synthetic statistics of one province, month by month: sound in their arithmetic, the share filed online growing over the months.
 * The same seed gives the same rows.
 */
export function* syntheticDossiers({
  seed,
  procedures,
  months,
  agencies,
}: SyntheticDossiers): Generator<SyntheticDossierRow> {
  const random = seededRandom(seed);
  const part = (whole: number, share: number): number => Math.floor(whole * Math.min(1, share * (0.5 + random())));
  for (const [place, month] of months.entries()) {
    const online = 0.1 + (0.7 * place) / Math.max(1, months.length - 1);
    for (const procedure of procedures) {
      for (let agency = 1; agency <= agencies; agency += 1) {
        const received = Math.floor(random() ** 3 * 400);
        const receivedOnline = part(received, online);
        const resolved = part(received, 0.9);
        const overdue = part(resolved, 0.03);
        yield {
          procedure,
          agency: `Đơn vị giả lập ${agency}`,
          month,
          received,
          receivedOnline,
          receivedPostal: part(received - receivedOnline, 0.1),
          resolved,
          onTime: resolved - overdue,
          overdue,
          paidOnline: part(receivedOnline, 0.4),
          resultsDigitised: part(resolved, 0.6),
        };
      }
    }
  }
}

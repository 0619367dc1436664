import { isIsoDate, daysBetween, type IsoDate } from '@lientinh/contracts';
import type { CountField } from './counts';
import { periodReversed } from './dossier.errors';
import type { DossierSummary } from './dossier.types';

const LONGEST_PERIOD_DAYS = 36_600;

/** The sums of a province over a period. */
export type DossierSums = Readonly<Record<CountField, number>> & { readonly months: number };

/** Nothing published. */
export const NO_DOSSIERS: DossierSums = {
  months: 0,
  received: 0,
  receivedOnline: 0,
  receivedPostal: 0,
  resolved: 0,
  onTime: 0,
  overdue: 0,
  paidOnline: 0,
  resultsDigitised: 0,
};

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The summary of a province with the shares that plans set targets for. */
export function toSummary(province: string, sums: DossierSums): DossierSummary {
  return {
    province: { id: province },
    ...sums,
    onTimeShare: share(sums.onTime, sums.resolved),
    onlineShare: share(sums.receivedOnline, sums.received),
    postalShare: share(sums.receivedPostal, sums.received),
    paidOnlineShare: share(sums.paidOnline, sums.received),
    digitisedShare: share(sums.resultsDigitised, sums.resolved),
  };
}

type ShareField = 'onTimeShare' | 'onlineShare' | 'postalShare' | 'paidOnlineShare' | 'digitisedShare';

/** The metrics of reform plans that dossier statistics measure. */
export const MEASURED_METRICS: Readonly<Record<string, ShareField>> = {
  ON_TIME_DOSSIER_SHARE: 'onTimeShare',
  ONLINE_DOSSIER_SHARE: 'onlineShare',
  POSTAL_DOSSIER_SHARE: 'postalShare',
  E_PAYMENT_SHARE: 'paidOnlineShare',
  RESULT_DIGITISATION_SHARE: 'digitisedShare',
};

/** A metric in percent, as targets are set; null for a metric that the statistics do not measure, or without a denominator. */
export function metricPercent(summary: DossierSummary, metric: string): number | null {
  const field = Object.hasOwn(MEASURED_METRICS, metric) ? MEASURED_METRICS[metric] : undefined;
  const value = field === undefined ? null : summary[field];
  return value === null ? null : value * 100;
}

/** Throws DOSSIER_PERIOD_REVERSED for a period that ends before it begins or is longer than a century. */
export function checkPeriod(from: IsoDate, to: IsoDate): void {
  const days = isIsoDate(from) && isIsoDate(to) ? daysBetween(from, to) : -1;
  if (days < 0 || days > LONGEST_PERIOD_DAYS) throw periodReversed({ from, to });
}

/** First days of months that lie in the period: such a month belongs to it. */
export function monthsOf(from: IsoDate, to: IsoDate): IsoDate[] {
  const months: IsoDate[] = [];
  let [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))];
  for (;;) {
    const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
    if (first > to) return months;
    if (first >= from) months.push(first);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** A calendar day as `YYYY-MM-DD` (ISO 8601), without time or zone. Comparable as text. */
export type IsoDate = string;
/** An instant as ISO 8601 text with zone, for example `2019-06-30T00:00:00.000Z`. */
export type IsoInstant = string;

const ISO_DATE = /^(?!0000)\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists in the years 0001 to 9999: `2019-02-28` yes, `2019-02-30` and the year 0000 no. */
export function isIsoDate(text: string): boolean {
  if (!ISO_DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The day a year's figures belong to: a score of year Y is the score of the unit in force on 30 June of Y. */
export function referenceDayOfYear(year: number): IsoDate {
  return `${String(year).padStart(4, '0')}-06-30`;
}

/** The platform's clock reads Hanoi time: the calendar day in Asia/Ho_Chi_Minh at an instant. */
export function dayInVietnam(instant: Date): IsoDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(instant);
}

/** `date` moved by a number of calendar days. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

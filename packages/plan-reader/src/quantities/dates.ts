import { type IsoDate, isIsoDate } from '@lientinh/contracts';
import { isDigit, skipBlanks } from '../text/characters';
import { phraseAt } from '../text/phrases';

/** A date as printed: a day, or only its month or year where the rest was left blank. */
export interface PrintedDate {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  readonly end: number;
}

interface Digits {
  readonly value: number;
  readonly end: number;
}

/** Up to four digits at `at`. */
export function readDigits(text: string, at: number): Digits | null {
  let end = at;
  while (end - at < 4 && isDigit(text.charAt(end))) end += 1;
  if (end === at || isDigit(text.charAt(end))) return null;
  return { value: Number(text.slice(at, end)), end };
}

/** Reads `ngày 16 tháng 5 năm 2016`, `ngày 07/12/2020`, `16/5/2016`, `ngày tháng 6 năm 2019` at `at` of a folded text. */
export function readDate(folded: string, at: number): PrintedDate | null {
  const start = phraseAt(folded, 'ngay', at) ? skipBlanks(folded, at + 4) : at;
  return readSlashDate(folded, start) ?? (start > at ? readWordDate(folded, start) : null);
}

function readSlashDate(folded: string, at: number): PrintedDate | null {
  const day = readDigits(folded, at);
  if (day === null || folded.charAt(day.end) !== '/') return null;
  const month = readDigits(folded, skipBlanks(folded, day.end + 1));
  if (month === null) return null;
  if (folded.charAt(month.end) !== '/') return null;
  const year = readDigits(folded, skipBlanks(folded, month.end + 1));
  if (year === null || year.value < 1900) return null;
  return { day: day.value, month: month.value, year: year.value, end: year.end };
}

function readWordDate(folded: string, at: number): PrintedDate | null {
  const day = readDigits(folded, at);
  const monthWord = skipBlanks(folded, day?.end ?? at);
  if (!phraseAt(folded, 'thang', monthWord)) return null;
  const monthAt = skipBlanks(folded, monthWord + 5);
  const month = readDigits(folded, monthAt);
  const yearWord = skipBlanks(folded, month?.end ?? monthAt);
  if (!phraseAt(folded, 'nam', yearWord)) return null;
  const yearAt = skipBlanks(folded, yearWord + 3);
  const year = readDigits(folded, yearAt);
  return { day: day?.value ?? null, month: month?.value ?? null, year: year?.value ?? null, end: year?.end ?? yearAt };
}

/** The calendar day, when day, month and year are printed and exist together. */
export function toIsoDate(date: PrintedDate | null): IsoDate | null {
  if (date === null || date.day === null || date.month === null || date.year === null) return null;
  return isoDay(date.year, date.month, date.day);
}

export function isoDay(year: number, month: number, day: number): IsoDate | null {
  const text = `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
  return isIsoDate(text) ? text : null;
}

/** `2019-06` when only month and year are printed. */
export function toIsoMonth(date: PrintedDate | null): string | null {
  if (date === null || date.month === null || date.year === null || date.month < 1 || date.month > 12) return null;
  return `${date.year}-${pad(date.month)}`;
}

export function lastDayOfMonth(year: number, month: number): IsoDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

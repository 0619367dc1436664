import type { IsoDate } from '@lientinh/contracts';
import { isoDay, lastDayOfMonth, readDate, readDigits, toIsoDate } from '../quantities/dates';
import { scanNumbers } from '../quantities/numbers';
import { skipBlanks, skipBlanksBack } from '../text/characters';
import { findPhrase, findPhraseBack, phraseAt, phraseEndsAt } from '../text/phrases';
import type { Stretch } from './clauses';

/** Words that open a deadline, the longest first. */
const OPENINGS = ['den het', 'den cuoi', 'den', 'truoc', 'cham nhat', 'het'];
const NOT_DEADLINES = ['dinh huong', 'tam nhin', 'tu cap tinh', 'tu tinh'];

/**
 * The day by which a figure is promised, where its sentence prints one: `đến năm 2021`, `đến hết ngày 30 tháng 11 năm 2019`,
 * `trước ngày 30/6/2019`, `Năm 2022, …`. Null otherwise: a plan's own period is no printed deadline.
 */
export function deadlineOf(
  folded: string,
  mention: Stretch,
  clause: Stretch,
  segment: Stretch,
  sentence: Stretch,
): IsoDate | null {
  return (
    openedDeadline(folded, mention.start, sentence, segment) ??
    yearOfClause(folded, mention.start, segment) ??
    deadlineAfter(folded, mention.end, clause.end)
  );
}

/** `… được xử lý trên mạng đến cuối năm 2023`: a deadline that closes the clause of the figure. */
function deadlineAfter(folded: string, from: number, to: number): IsoDate | null {
  for (const opening of ['den het', 'den cuoi', 'den', 'truoc']) {
    const at = findPhrase(folded.slice(0, to), opening, from);
    if (at === -1 || opensOtherThing(folded, at)) continue;
    const read = dayAfter(folded, skipBlanks(folded, at + opening.length));
    if (read !== null && read.end <= to) return read.day;
  }
  return null;
}

function opensOtherThing(folded: string, at: number): boolean {
  return NOT_DEADLINES.some((words) => phraseEndsAt(folded, words, skipBlanksBack(folded, at)));
}

function openedDeadline(folded: string, to: number, sentence: Stretch, segment: Stretch): IsoDate | null {
  for (const opening of OPENINGS) {
    const at = findPhraseBack(folded, opening, to);
    if (at === -1 || at < sentence.start) continue;
    if (opensOtherThing(folded, at)) continue;
    const read = dayAfter(folded, skipBlanks(folded, at + opening.length));
    if (read === null) continue;
    const coversList = folded.charAt(skipBlanks(folded, read.end)) === ':';
    if (at >= segment.start || coversList) return read.day;
  }
  return null;
}

interface ReadDay {
  readonly day: IsoDate;
  readonly end: number;
}

/** Reads `năm 2021`, `ngày 30 tháng 11 năm 2019`, `30/6/2019`, `tháng 6 năm 2019`, `quý II/2019` as its last day. */
function dayAfter(folded: string, at: number): ReadDay | null {
  const date = readDate(folded, at);
  const day = toIsoDate(date);
  if (date !== null && day !== null) return { day, end: date.end };
  if (phraseAt(folded, 'nam', at)) return lastDayOfYear(folded, skipBlanks(folded, at + 3));
  if (phraseAt(folded, 'thang', at)) return lastDayOfPrintedMonth(folded, skipBlanks(folded, at + 5));
  return null;
}

function lastDayOfYear(folded: string, at: number): ReadDay | null {
  const year = readDigits(folded, at);
  if (year === null || year.value < 1990) return null;
  return { day: `${year.value}-12-31`, end: year.end };
}

function lastDayOfPrintedMonth(folded: string, at: number): ReadDay | null {
  const month = readDigits(folded, at);
  if (month === null) return null;
  const slash = folded.charAt(month.end) === '/';
  const word = skipBlanks(folded, month.end);
  const yearAt = slash ? month.end + 1 : phraseAt(folded, 'nam', word) ? skipBlanks(folded, word + 3) : -1;
  const year = yearAt === -1 ? null : readDigits(folded, yearAt);
  if (year === null || isoDay(year.value, month.value, 1) === null) return null;
  return { day: lastDayOfMonth(year.value, month.value), end: year.end };
}

/** Words before «năm Y» that make it a base year or a part of a stretch, not the year of the promise. */
const BASE_WORDS = [
  'so voi',
  'voi',
  'tu',
  'giai doan',
  'va',
  'ke hoach',
  'tu dau',
  'cuoi',
  'trong cac',
  'cac',
  'chi so',
];

function yearOfClause(folded: string, to: number, segment: Stretch): IsoDate | null {
  const at = findPhraseBack(folded, 'nam', to);
  if (at === -1 || at < segment.start) return null;
  const before = skipBlanksBack(folded, at);
  if (BASE_WORDS.some((words) => phraseEndsAt(folded, words, before))) return null;
  const [year] = scanNumbers(folded.slice(at, at + 12));
  if (year === undefined || year.value < 1990 || year.value > 2100 || at + year.end > to) return null;
  return `${year.value}-12-31`;
}

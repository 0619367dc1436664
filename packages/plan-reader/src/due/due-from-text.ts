import { collapseBlanks } from '../text/characters';
import { foldKeepingLength } from '../text/fold';
import { hasAnyPhrase } from '../text/phrases';
import type { DueKind } from '../vocabulary';
import { isoDay, lastDayOfMonth } from '../quantities/dates';
import type { Due, DuePeriod } from './due';
import { type DueWord, monthOf, quarterOf, splitDueWords, yearOf } from './due-words';

export interface DueContext {
  /** The year of the plan: what a quarter or month printed without a year belongs to. */
  readonly periodYear: number | null;
}

/** Longest due text that is read; anything longer is prose in the wrong cell. */
const LONGEST_DUE_TEXT = 300;

const RECURRING = ['hang thang', 'hang quy', 'hang nam', 'hang tuan', 'hang ngay', 'dinh ky', 'moi thang', 'moi quy'];
const CONTINUOUS = ['thuong xuyen', 'lien tuc', 'trong suot'];
const CARRIED_OVER = ['chuyen tiep'];
const WHOLE_YEAR = ['ca nam', 'trong nam'];

/** Reads a due text: `Quý IV/2018`, `01/2019`, `Quý II, IV/2018`, `Tháng 12/2018`, `Năm 2019`, `Thường xuyên`, `Hàng quý` … */
export function dueFromText(text: string, context: DueContext): Due {
  const printed = collapseBlanks(text.normalize('NFC'));
  if (printed.length > LONGEST_DUE_TEXT) return dueWithoutDates('NONE', printed);
  const folded = foldKeepingLength(printed);
  if (hasAnyPhrase(folded, CARRIED_OVER)) return dueWithoutDates('CARRIED_OVER', printed);
  const manner = mannerOf(folded);
  const found = readPeriods(splitDueWords(folded), context.periodYear);
  const dated = datedDue(found, printed, manner);
  if (dated !== null && !(dated.kind === 'YEAR' && manner !== null)) return dated;
  if (manner !== null) return dueWithoutDates(manner, printed);
  if (hasAnyPhrase(folded, WHOLE_YEAR) && context.periodYear !== null) {
    return spanning('YEAR', [yearPeriod(context.periodYear)], printed, null);
  }
  return dueWithoutDates('NONE', printed);
}

export function dueWithoutDates(kind: DueKind, text: string): Due {
  return { kind, from: null, to: null, text, periods: [], secondaryKind: null };
}

function mannerOf(folded: string): DueKind | null {
  if (hasAnyPhrase(folded, CONTINUOUS)) return 'CONTINUOUS';
  return hasAnyPhrase(folded, RECURRING) ? 'RECURRING' : null;
}

interface FoundPeriods {
  readonly days: readonly DuePeriod[];
  readonly months: readonly DuePeriod[];
  readonly quarters: readonly DuePeriod[];
  readonly years: readonly DuePeriod[];
}

function datedDue(found: FoundPeriods, printed: string, manner: DueKind | null): Due | null {
  if (found.days.length > 0) return spanning('DATE', found.days, printed, manner);
  if (found.quarters.length > 0) return spanning('QUARTER', found.quarters, printed, manner);
  if (found.months.length > 0) return spanning('MONTH', found.months, printed, manner);
  return found.years.length > 0 ? spanning('YEAR', found.years, printed, manner) : null;
}

function spanning(kind: DueKind, periods: readonly DuePeriod[], text: string, secondaryKind: DueKind | null): Due {
  const from = periods.map((period) => period.from).reduce((first, day) => (day < first ? day : first));
  const to = periods.map((period) => period.to).reduce((last, day) => (day > last ? day : last));
  return { kind, from, to, text, periods, secondaryKind };
}

function readPeriods(words: readonly DueWord[], periodYear: number | null): FoundPeriods {
  const days: DuePeriod[] = [];
  const months: DuePeriod[] = [];
  const quarters: DuePeriod[] = [];
  const years: DuePeriod[] = [];
  let index = 0;
  while (index < words.length) {
    const day = dayAt(words, index);
    const quarter = quartersAt(words, index, periodYear);
    const month = monthsAt(words, index, periodYear);
    const step = day ?? quarter ?? month ?? yearAt(words, index);
    if (day !== null) days.push(...day.periods);
    else if (quarter !== null) quarters.push(...quarter.periods);
    else if (month !== null) months.push(...month.periods);
    else if (step !== null) years.push(...step.periods);
    index = step?.next ?? index + 1;
  }
  return { days, months, quarters, years };
}

interface Step {
  readonly periods: readonly DuePeriod[];
  readonly next: number;
}

/** `30/6/2018` or `30 tháng 6 năm 2018`. */
function dayAt(words: readonly DueWord[], index: number): Step | null {
  const [first, second, third, fourth, fifth] = words.slice(index, index + 5);
  if (second?.before === '/' && third?.before === '/') return dayStep(first, second, third, index + 3);
  if (second?.text === 'thang' && fourth?.text === 'nam') return dayStep(first, third, fifth, index + 5);
  return null;
}

function dayStep(day?: DueWord, month?: DueWord, year?: DueWord, next = 0): Step | null {
  const yearValue = yearOf(year?.text);
  const monthValue = monthOf(month?.text);
  const dayValue = Number(day?.text);
  if (yearValue === null || monthValue === null || !Number.isInteger(dayValue)) return null;
  const date = isoDay(yearValue, monthValue, dayValue);
  return date === null ? null : { periods: [{ from: date, to: date }], next };
}

/** `Quý I/2018`, `Quý II, IV/2018`, `Quý III hoặc Quý IV năm 2018`, `6 tháng đầu năm 2018`. */
function quartersAt(words: readonly DueWord[], index: number, periodYear: number | null): Step | null {
  const half = halfYearAt(words, index);
  const labels = half ?? quarterLabelsAt(words, index);
  if (labels === null) return null;
  const year = yearFrom(words, labels.next) ?? yearBefore(words, index) ?? periodYear;
  if (year === null) return null;
  return { periods: labels.quarters.map((quarter) => quarterPeriod(year, quarter)), next: labels.next };
}

interface QuarterLabels {
  readonly quarters: readonly number[];
  readonly next: number;
}

function halfYearAt(words: readonly DueWord[], index: number): QuarterLabels | null {
  const [six, months, part] = words.slice(index, index + 3);
  if ((six?.text !== '6' && six?.text !== '06') || months?.text !== 'thang') return null;
  if (part?.text === 'dau') return { quarters: [1, 2], next: index + 3 };
  return part?.text === 'cuoi' ? { quarters: [3, 4], next: index + 3 } : null;
}

function quarterLabelsAt(words: readonly DueWord[], index: number): QuarterLabels | null {
  if (words[index]?.text !== 'quy') return null;
  const quarters: number[] = [];
  let next = index + 1;
  while (next < words.length) {
    const word = words[next];
    const quarter = word === undefined ? null : quarterOf(word.text);
    const printedYearNext = word?.before === '/' && quarters.length > 0;
    if (quarter !== null && !printedYearNext) quarters.push(quarter);
    else if (!joinsQuarters(words, next)) break;
    next += 1;
  }
  return quarters.length === 0 ? null : { quarters, next };
}

const JOINING_WORDS = new Set(['va', 'hoac', 'den', 'quy']);

function joinsQuarters(words: readonly DueWord[], index: number): boolean {
  const word = words[index];
  if (word === undefined || !JOINING_WORDS.has(word.text)) return false;
  const following = words[index + 1];
  return following !== undefined && (following.text === 'quy' || quarterOf(following.text) !== null);
}

/** `Tháng 12/2018`, `01/2019`, `tháng 6 năm 2019`, `tháng 4, 5/2019`. */
function monthsAt(words: readonly DueWord[], index: number, periodYear: number | null): Step | null {
  const bareYear = words[index + 1]?.before === '/' ? yearOf(words[index + 1]?.text) : null;
  const bareMonth = monthOf(words[index]?.text);
  if (bareMonth !== null && bareYear !== null) return { periods: [monthPeriod(bareYear, bareMonth)], next: index + 2 };
  if (words[index]?.text !== 'thang') return null;
  const months: number[] = [];
  let next = index + 1;
  while (monthOf(words[next]?.text) !== null) {
    months.push(monthOf(words[next]?.text) ?? 0);
    next += 1;
  }
  const year = yearFrom(words, next) ?? yearBefore(words, index) ?? periodYear;
  if (months.length === 0 || year === null) return null;
  return { periods: months.map((month) => monthPeriod(year, month)), next };
}

/** `Năm 2019`, `2018 - 2020`. */
function yearAt(words: readonly DueWord[], index: number): Step | null {
  const first = yearOf(words[index]?.text);
  if (first === null) return null;
  const last = words[index + 1]?.before === '-' ? yearOf(words[index + 1]?.text) : null;
  if (last === null || last < first) return { periods: [yearPeriod(first)], next: index + 1 };
  return { periods: [{ from: `${first}-01-01`, to: `${last}-12-31` }], next: index + 2 };
}

/** The year printed after the labels, wherever it stands in the rest of the text. */
function yearFrom(words: readonly DueWord[], index: number): number | null {
  for (const word of words.slice(index)) {
    const year = yearOf(word.text);
    if (year !== null) return year;
  }
  return null;
}

function yearBefore(words: readonly DueWord[], index: number): number | null {
  for (const word of words.slice(0, index)) {
    const year = yearOf(word.text);
    if (year !== null) return year;
  }
  return null;
}

export function yearPeriod(year: number): DuePeriod {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

export function quarterPeriod(year: number, quarter: number): DuePeriod {
  const first = quarter * 3 - 2;
  return { from: `${year}-${String(first).padStart(2, '0')}-01`, to: lastDayOfMonth(year, first + 2) };
}

export function monthPeriod(year: number, month: number): DuePeriod {
  return { from: `${year}-${String(month).padStart(2, '0')}-01`, to: lastDayOfMonth(year, month) };
}

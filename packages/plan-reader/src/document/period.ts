import type { IsoDate } from '@lientinh/contracts';
import { scanNumbers } from '../quantities/numbers';
import { foldKeepingLength } from '../text/fold';
import { findPhrase, phraseEndsAt } from '../text/phrases';
import { skipBlanks, skipBlanksBack } from '../text/characters';

/** The days a plan is for, closed on both ends. */
export interface PlanPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** Reads `năm 2019` or `giai đoạn 2022-2025` in a title; the stretch of years wins over a single one. */
export function periodOf(title: string): PlanPeriod | null {
  const folded = foldKeepingLength(title);
  return stretchOf(folded) ?? singleYearOf(folded);
}

function stretchOf(folded: string): PlanPeriod | null {
  const at = findPhrase(folded, 'giai doan');
  if (at === -1) return null;
  const [first, last] = scanNumbers(folded.slice(at)).filter((token) => isYear(token.value));
  if (first === undefined || last === undefined || last.value < first.value) return null;
  return yearsPeriod(first.value, last.value);
}

function singleYearOf(folded: string): PlanPeriod | null {
  for (const token of scanNumbers(folded)) {
    if (!isYear(token.value) || !phraseEndsAt(folded, 'nam', skipBlanksBack(folded, token.start))) continue;
    const dash = skipBlanks(folded, token.end);
    const next =
      '-–'.includes(folded.charAt(dash)) && folded.charAt(dash) !== '' ? scanNumbers(folded.slice(dash))[0] : undefined;
    return yearsPeriod(token.value, next !== undefined && isYear(next.value) ? next.value : token.value);
  }
  return null;
}

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value <= 2100;
}

function yearsPeriod(firstYear: number, lastYear: number): PlanPeriod {
  return { from: `${firstYear}-01-01`, to: `${lastYear}-12-31`, firstYear, lastYear };
}

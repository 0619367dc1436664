import { readDigits } from '../quantities/dates';
import { skipBlanks } from '../text/characters';
import { findPhrase, hasPhrase, phraseAt } from '../text/phrases';
import type { ReportDueRule } from './report-duty';

/** The day printed for a report in a folded chunk: `trước ngày 22 của tháng cuối quý`, `trước ngày 22 tháng 6`, `trước 31/12`, `tháng 01 hằng năm`. */
export function dueRuleOf(folded: string): ReportDueRule | null {
  return openedRule(folded, 'truoc', true) ?? openedRule(folded, 'cham nhat', false) ?? monthRule(folded);
}

function openedRule(folded: string, opening: string, before: boolean): ReportDueRule | null {
  let at = findPhrase(folded, opening);
  while (at !== -1) {
    const rule = ruleAt(folded, skipBlanks(folded, at + opening.length), before);
    if (rule !== null) return rule;
    at = findPhrase(folded, opening, at + opening.length);
  }
  return null;
}

function ruleAt(folded: string, start: number, before: boolean): ReportDueRule | null {
  const at = phraseAt(folded, 'ngay', start) ? skipBlanks(folded, start + 4) : start;
  const day = readDigits(folded, at);
  if (day === null || day.value < 1 || day.value > 31) return null;
  const rest = folded.slice(day.end);
  if (hasPhrase(rest.slice(0, 40), 'thang cuoi quy')) return rule(before, day.value, null, 3, null);
  const slash = folded.charAt(day.end) === '/';
  const word = skipBlanks(folded, day.end);
  const monthAt = slash ? day.end + 1 : phraseAt(folded, 'thang', word) ? skipBlanks(folded, word + 5) : -1;
  const month = monthAt === -1 ? null : readDigits(folded, monthAt);
  if (month === null || month.value < 1 || month.value > 12) {
    return hasPhrase(rest.slice(0, 30), 'hang thang') ? rule(before, day.value, null, null, null) : null;
  }
  return rule(before, day.value, month.value, null, yearAfter(folded, month.end));
}

function yearAfter(folded: string, end: number): number | null {
  const word = skipBlanks(folded, end);
  const at = folded.charAt(end) === '/' ? end + 1 : phraseAt(folded, 'nam', word) ? skipBlanks(folded, word + 3) : -1;
  const year = at === -1 ? null : readDigits(folded, at);
  return year !== null && year.value >= 1990 ? year.value : null;
}

/** `định kỳ tháng 01 hằng năm`. */
function monthRule(folded: string): ReportDueRule | null {
  const at = findPhrase(folded, 'thang');
  const month = at === -1 ? null : readDigits(folded, skipBlanks(folded, at + 5));
  if (month === null || month.value < 1 || month.value > 12) return null;
  return hasPhrase(folded.slice(month.end, month.end + 12), 'hang nam')
    ? rule(false, null, month.value, null, null)
    : null;
}

function rule(
  before: boolean,
  day: number | null,
  month: number | null,
  monthOfQuarter: number | null,
  firstYear: number | null,
): ReportDueRule {
  return { before, day, month, monthOfQuarter, firstYear };
}

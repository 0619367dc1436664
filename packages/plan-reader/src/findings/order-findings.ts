import { dueOn, type ReportDutyReading } from '../duties/report-duty';
import type { ShortcomingReading } from '../shortcomings/shortcomings';
import type { TargetReading } from '../targets/target';
import type { PlacedParagraph } from '../document/sections';
import { type PlanReadingFinding, finding } from './finding';

/** Two lettered points in a row with the same letter: `b)`, `b)`. */
export function repeatedLetterFindings(paragraphs: readonly PlacedParagraph[]): PlanReadingFinding[] {
  const findings: PlanReadingFinding[] = [];
  let previous: PlacedParagraph | null = null;
  for (const placed of paragraphs) {
    if (placed.isHeading || placed.section.region !== 'BODY') previous = null;
    const { kind, label } = placed.paragraph.marker;
    if (kind !== 'LETTER') continue;
    if (previous !== null && previous.paragraph.marker.label === label) {
      findings.push(
        finding(
          'NUMBERING_BROKEN',
          [previous.paragraph.lines, placed.paragraph.lines],
          `Hai điểm liên tiếp cùng đánh thứ tự «${label})».`,
          `Two points in a row are lettered «${label})».`,
        ),
      );
    }
    previous = placed;
  }
  return findings;
}

/** Numbers of a table of shortcomings that skip or repeat inside a part. */
export function shortcomingOrderFindings(shortcomings: readonly ShortcomingReading[]): PlanReadingFinding[] {
  return shortcomings.flatMap((shortcoming, index) => {
    const before = shortcomings[index - 1];
    const number = Number(shortcoming.number);
    const last = Number(before?.number);
    if (before === undefined || !Number.isInteger(number) || !Number.isInteger(last)) return [];
    if (number === last + 1 || number === 1) return [];
    return [
      finding(
        'NUMBERING_BROKEN',
        [before.lines, shortcoming.lines],
        `Số thứ tự nhảy từ ${last} sang ${number}.`,
        `The numbers go from ${last} to ${number}.`,
      ),
    ];
  });
}

/** One metric promised with two values for the same level of administration. */
export function disagreeingTargets(targets: readonly TargetReading[]): PlanReadingFinding[] {
  const byKey = new Map<string, TargetReading>();
  const findings: PlanReadingFinding[] = [];
  for (const target of targets) {
    if (target.metric === null || target.scope === null || target.statedIn === 'TASK_TABLE') continue;
    const key = `${target.metric} ${target.scope}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, target);
    else if (known.value !== target.value) {
      findings.push(
        finding(
          'TARGETS_DISAGREE',
          [known.lines, target.lines],
          `Một chỉ tiêu (${target.scope}) có hai giá trị: ${known.value} và ${target.value}.`,
          `One metric (${target.metric}, ${target.scope}) is promised with two values: ${known.value} and ${target.value}.`,
        ),
      );
    }
  }
  return findings;
}

/** Reports of different frequency that one sentence makes due on the same day. */
export function duplicateDutyFindings(duties: readonly ReportDutyReading[], year: number | null): PlanReadingFinding[] {
  if (year === null) return [];
  const findings: PlanReadingFinding[] = [];
  duties.forEach((duty, index) => {
    for (const other of duties.slice(index + 1)) {
      if (other.lines.from !== duty.lines.from || other.recurrence === duty.recurrence) continue;
      const days = new Set(dueOn(duty, year));
      const shared = dueOn(other, year).find((day) => days.has(day));
      if (shared === undefined) continue;
      findings.push(
        finding(
          'REPORTS_DUE_TOGETHER',
          [duty.lines],
          `Hai loại báo cáo (${duty.recurrence}, ${other.recurrence}) cùng hạn ${shared}.`,
          `Two reports (${duty.recurrence}, ${other.recurrence}) are due on the same day, ${shared}.`,
        ),
      );
    }
  });
  return findings;
}

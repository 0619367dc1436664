import type { PlacedParagraph } from '../document/sections';
import { looksLikeAgencies } from '../tables/cell-meaning';
import { isUpperCase, skipBlanks } from '../text/characters';
import { findPhrase, hasAnyPhrase, hasPhrase } from '../text/phrases';
import { type Paragraph, lineAt } from '../text/paragraphs';
import type { Recurrence } from '../vocabulary';
import { dueRuleOf } from './due-rule';
import { findFrequencies } from './frequency-words';
import { recipientOf, reporterOf, viaOf } from './report-parties';
import type { ReportDueRule, ReportDutyReading } from './report-duty';

const REPORTING = ['bao cao', 'bao ket qua'];
/** A report that is made public is not a report owed to somebody. */
const PUBLISHING = ['cong khai bao cao', 'cong bo bao cao'];
const LONGEST_TEXT = 300;
/** A plan orders a dozen reports; what lies beyond this is no plan. */
const MOST_DUTIES = 500;

/** The reports the plan orders, one entry per frequency. */
export function readReportDuties(paragraphs: readonly PlacedParagraph[]): ReportDutyReading[] {
  const duties: ReportDutyReading[] = [];
  let actor: string | null = null;
  for (const { paragraph, section } of paragraphs) {
    if (section.region !== 'BODY' || duties.length >= MOST_DUTIES) continue;
    if (opensActor(paragraph)) actor = reporterOf(paragraph) ?? actor;
    if (hasAnyPhrase(paragraph.folded, REPORTING)) duties.push(...dutiesOf(paragraph, actor));
  }
  return duties;
}

/** `2. Sở Nội vụ:`, `- Sở Tư pháp tham mưu …`: a paragraph that says who acts from here on. */
function opensActor(paragraph: Paragraph): boolean {
  const { kind } = paragraph.marker;
  return kind === 'ARABIC' || kind === 'ROMAN' || looksLikeAgencies(paragraph.folded.slice(paragraph.marker.body));
}

interface Chunk {
  readonly start: number;
  readonly end: number;
  readonly bracketed: boolean;
}

interface FoundDuty {
  readonly recurrence: Recurrence;
  readonly rule: ReportDueRule | null;
  readonly chunk: Chunk;
}

function dutiesOf(paragraph: Paragraph, actor: string | null): ReportDutyReading[] {
  const found = chunksOf(paragraph).flatMap((chunk) => dutiesIn(paragraph, chunk));
  const detailed = new Set(
    found.filter((duty) => duty.chunk.bracketed && duty.rule !== null).map((duty) => duty.recurrence),
  );
  const kept = found.filter((duty) => duty.chunk.bracketed || duty.rule !== null || !detailed.has(duty.recurrence));
  const recipient = recipientOf(paragraph.text, paragraph.folded);
  const via = viaOf(paragraph.text, paragraph.folded);
  const reporter = reporterOf(paragraph) ?? actor;
  return kept.slice(0, MOST_DUTIES).map((duty) => {
    const text = paragraph.text.slice(duty.chunk.start, duty.chunk.end);
    const line = lineAt(paragraph, duty.chunk.start);
    return {
      text: text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`,
      reporter,
      recipient: recipientOf(text, paragraph.folded.slice(duty.chunk.start, duty.chunk.end)) ?? recipient,
      via,
      recurrence: duty.recurrence,
      rule: duty.rule,
      lines: { from: line, to: line },
    };
  });
}

/** Parts of the paragraph that each speak of one report: cut at `;`, at full stops, and where «Báo cáo» opens a new one. */
function chunksOf(paragraph: Paragraph): Chunk[] {
  const { text, folded } = paragraph;
  const chunks: Chunk[] = [];
  let start = paragraph.marker.body;
  let depth = 0;
  let depthAtStart = 0;
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === ')') depth = Math.max(0, depth - 1);
    if (character === '(') depth += 1;
    if (!cutsChunk(text, folded, index)) continue;
    chunks.push({ start, end: index, bracketed: depthAtStart > 0 });
    start = skipBlanks(text, index + 1);
    depthAtStart = depth;
  }
  chunks.push({ start, end: text.length, bracketed: depthAtStart > 0 });
  return chunks;
}

function cutsChunk(text: string, folded: string, at: number): boolean {
  const character = text.charAt(at);
  if (character === ';') return true;
  if (character === '.' && text.charAt(at + 1) === ' ') return true;
  const next = skipBlanks(text, at + 1);
  return (
    (character === ',' || character === '(') && isUpperCase(text.charAt(next)) && folded.startsWith('bao cao', next)
  );
}

function dutiesIn(paragraph: Paragraph, chunk: Chunk): FoundDuty[] {
  const folded = paragraph.folded.slice(chunk.start, chunk.end);
  if (!hasAnyPhrase(folded, REPORTING) || hasAnyPhrase(folded, PUBLISHING)) return [];
  const frequencies = findFrequencies(paragraph.text.slice(chunk.start, chunk.end), folded);
  const [first] = frequencies;
  if (first === undefined)
    return isPeriodic(folded) ? [{ recurrence: 'PERIODIC', rule: dueRuleOf(folded), chunk }] : [];
  const isAlone = frequencies.every((frequency) => frequency.recurrence === first.recurrence);
  const found = new Map<Recurrence, FoundDuty>();
  frequencies.forEach(({ recurrence, start }, index) => {
    const own = isAlone ? folded : folded.slice(start, frequencies[index + 1]?.start ?? folded.length);
    const rule = dueRuleOf(own) ?? found.get(recurrence)?.rule ?? null;
    found.set(recurrence, { recurrence, rule, chunk });
  });
  return [...found.values()];
}

/** «định kỳ … báo cáo», «báo cáo định kỳ» without a period. */
function isPeriodic(folded: string): boolean {
  const at = findPhrase(folded, 'dinh ky');
  if (at === -1 || folded.includes('%') || hasPhrase(folded, 'che do bao cao dinh ky')) return false;
  const near = folded.slice(Math.max(0, at - 12), at + 40);
  return hasAnyPhrase(near, REPORTING);
}

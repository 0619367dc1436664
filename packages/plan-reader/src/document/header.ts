import type { IsoDate } from '@lientinh/contracts';
import { type PlanPeriod, periodOf } from './period';
import { collapseBlanks, skipBlanks } from '../text/characters';
import { foldKeepingLength } from '../text/fold';
import { findPhrase, findPhraseBack, hasAnyPhrase, hasPhrase, phraseAt } from '../text/phrases';
import type { LineSpan, SourceLine } from '../text/source-lines';
import type { Paragraph } from '../text/paragraphs';
import { scanDocumentNumbers } from '../legal/number-scanner';
import { type PrintedDate, readDate, toIsoDate, toIsoMonth } from '../quantities/dates';
import type { PlanKind } from '../vocabulary';

/** A value with the lines it came from. */
export interface Located<Value> {
  readonly value: Value;
  readonly lines: LineSpan;
}

export interface TitleReading {
  readonly text: string;
  readonly kind: PlanKind;
  readonly period: PlanPeriod | null;
}

const LAST_HEAD_PARAGRAPH = 40;
const LONGEST_TITLE_LINES = 6;

/** «KẾ HOẠCH» and the lines under it, up to the first sentence of the text. */
export function readTitle(paragraphs: readonly Paragraph[]): Located<TitleReading> | null {
  const at = titleAt(paragraphs.slice(0, LAST_HEAD_PARAGRAPH));
  const first = paragraphs[at];
  if (first === undefined) return null;
  const parts: Paragraph[] = [];
  for (const paragraph of paragraphs.slice(at + 1, at + 1 + LONGEST_TITLE_LINES)) {
    if (endsTitle(paragraph)) break;
    parts.push(paragraph);
  }
  const words = [first.text.slice(TITLE_WORD.length), ...parts.map((part) => part.text)].join(' ');
  const text = collapseBlanks(`Kế hoạch ${words}`);
  const lines = { from: first.lines.from, to: parts.at(-1)?.lines.to ?? first.lines.to };
  return { value: { text, kind: kindOf(text), period: periodOf(text) }, lines };
}

const TITLE_WORD = 'KẾ HOẠCH';

/** The last line that is «KẾ HOẠCH» alone (a decision may stand before the plan), else the first that opens with it in capitals. */
function titleAt(head: readonly Paragraph[]): number {
  const alone = head.findLastIndex((paragraph) => paragraph.folded === 'ke hoach');
  return alone === -1 ? head.findIndex((paragraph) => paragraph.text.startsWith(TITLE_WORD)) : alone;
}

function endsTitle(paragraph: Paragraph): boolean {
  const { folded, marker } = paragraph;
  return (
    marker.kind !== 'NONE' ||
    folded.startsWith('(') ||
    ['can cu', 'nham', 'thuc hien nghi quyet', 'de ', 'theo '].some((word) => folded.startsWith(word))
  );
}

function kindOf(title: string): PlanKind {
  const folded = foldKeepingLength(title);
  const improves =
    hasAnyPhrase(folded, ['cai thien', 'nang cao']) &&
    hasAnyPhrase(folded, ['chi so', 'par index', 'papi', 'pci', 'sipas']);
  if (improves) return 'INDEX_IMPROVEMENT_PLAN';
  const period = periodOf(title);
  return period !== null && period.lastYear > period.firstYear ? 'PERIOD_PLAN' : 'ANNUAL_REFORM_PLAN';
}

/** The number on the plan's own head (`Số: 136 /KH-UBND`); `number` null where the serial was left blank. */
export function readOwnNumber(
  paragraphs: readonly Paragraph[],
): Located<{ number: string | null; printed: string }> | null {
  for (const paragraph of paragraphs.slice(0, LAST_HEAD_PARAGRAPH)) {
    if (!paragraph.folded.startsWith('so:') && !paragraph.folded.startsWith('so :')) continue;
    const printed = collapseBlanks(paragraph.text.slice(paragraph.text.indexOf(':') + 1)).replaceAll(' ', '');
    const [mention] = scanDocumentNumbers(paragraph.text);
    return { value: { number: mention?.number ?? null, printed: mention?.printed ?? printed }, lines: paragraph.lines };
  }
  return null;
}

/** The line of place and date: `Tuyên Quang, ngày 28 tháng 12 năm 2020`. */
export function readPlaceAndDate(
  paragraphs: readonly Paragraph[],
): Located<{ place: string; date: PrintedDate | null }> | null {
  for (const paragraph of paragraphs.slice(0, LAST_HEAD_PARAGRAPH)) {
    const comma = paragraph.text.indexOf(',');
    if (comma === -1 || paragraph.text.length > 80 || paragraph.marker.kind !== 'NONE') continue;
    const at = skipBlanks(paragraph.folded, comma + 1);
    if (!paragraph.folded.startsWith('ngay', at)) continue;
    return {
      value: { place: paragraph.text.slice(0, comma).trim(), date: readDate(paragraph.folded, at) },
      lines: paragraph.lines,
    };
  }
  return null;
}

/** What an appendix or the plan's head says it belongs to: `(Kèm theo Quyết định số 2847/QĐ-UBND ngày 07/12/2018 …)`. */
export interface ParentDocument {
  readonly isDecision: boolean;
  readonly number: string | null;
  readonly issuedOn: IsoDate | null;
  readonly issuedMonth: string | null;
}

export function readParentDocuments(paragraphs: readonly Paragraph[]): Located<ParentDocument>[] {
  return paragraphs
    .filter((paragraph) => paragraph.folded.startsWith('(') && hasPhrase(paragraph.folded, 'kem theo'))
    .map((paragraph) => {
      const { text, folded, lines } = paragraph;
      const dayAt = findPhrase(folded, 'ngay');
      const date = dayAt === -1 ? null : readDate(folded, dayAt);
      const [mention] = scanDocumentNumbers(text);
      const value = {
        isDecision: hasPhrase(folded, 'quyet dinh') && !hasPhrase(folded, 'ke hoach so'),
        number: mention?.number ?? null,
        issuedOn: toIsoDate(date),
        issuedMonth: toIsoMonth(date),
      };
      return { value, lines };
    });
}

const ISSUING = ['ban hanh', 'xay dung'];
const ISSUERS = ['uy ban nhan dan', 'ubnd', 'so', 'ban quan ly', 'van phong', 'cuc', 'thanh tra', 'ban', 'bo'];

/** Who issues the plan: the name before «ban hành Kế hoạch» or «xây dựng Kế hoạch» in the opening sentences. */
export function readIssuer(paragraphs: readonly Paragraph[]): Located<string> | null {
  for (const paragraph of paragraphs.slice(0, LAST_HEAD_PARAGRAPH)) {
    for (const verb of ISSUING) {
      const name = issuerBefore(paragraph, verb);
      if (name !== null) return { value: name, lines: paragraph.lines };
    }
  }
  return null;
}

const SHORTEST_ISSUER = 4;
const LONGEST_ISSUER = 120;

/** The issuer before the last place of `verb` at which a clause opens with one. */
function issuerBefore(paragraph: Paragraph, verb: string): string | null {
  let at = findPhraseBack(paragraph.folded, verb, paragraph.folded.length);
  while (at > 0) {
    const start = hasPhrase(paragraph.folded.slice(at, at + 40), 'ke hoach') ? issuerStart(paragraph, at) : -1;
    const name = start === -1 ? '' : paragraph.text.slice(start, at).trim();
    if (name.length >= SHORTEST_ISSUER && name.length <= LONGEST_ISSUER) return name;
    at = findPhraseBack(paragraph.folded, verb, at);
  }
  return null;
}

/** Where the clause of the verb starts, when it opens with an issuer: «…, Ủy ban nhân dân tỉnh ban hành Kế hoạch». */
function issuerStart(paragraph: Paragraph, verb: number): number {
  const { folded } = paragraph;
  const clause = Math.max(...[', ', '; ', '. '].map((mark) => folded.lastIndexOf(mark, verb)));
  const start = clause === -1 ? paragraph.marker.body : clause + 2;
  return ISSUERS.some((word) => phraseAt(folded, word, start)) ? start : -1;
}

export interface SignerReading {
  readonly name: string;
  /** The post of the person who signed: «Phó Giám đốc». */
  readonly title: string;
  /** In whose name: «TM. ỦY BAN NHÂN DÂN», «KT. GIÁM ĐỐC». */
  readonly capacity: string;
}

const CAPACITIES = ['tm.', 'kt.', 'tl.', 'tuq.', 'q.'];

/** The last signature block: capacity, post, name on lines of their own. */
export function readSigner(lines: readonly SourceLine[]): Located<SignerReading> | null {
  const printed = lines.filter((line) => line.text !== '' && !line.isTableRow);
  const at = printed.findLastIndex(
    (line) => line.text.length < 80 && CAPACITIES.some((word) => line.folded.startsWith(word)),
  );
  const [capacity, title, name] = printed.slice(at === -1 ? printed.length : at, at + 3);
  if (capacity === undefined || title === undefined || name === undefined) return null;
  if (name.text.length > 40 || !name.text.includes(' ') || title.text.length > 60) return null;
  const value = { name: name.text, title: sentenceCase(title.text), capacity: capacity.text };
  return { value, lines: { from: name.number, to: name.number } };
}

/** «PHÓ GIÁM ĐỐC» is written «Phó Giám đốc» in running text. */
function sentenceCase(text: string): string {
  const lower = text.toLowerCase();
  const rest = lower.startsWith('phó ') ? `Phó ${sentenceCase(lower.slice(4))}` : null;
  return rest ?? lower.charAt(0).toUpperCase() + lower.slice(1);
}

import type { IsoDate } from '@lientinh/contracts';
import { findPhraseBack, phraseAt } from '../text/phrases';
import { isBlank, skipBlanks, skipBlanksBack } from '../text/characters';
import { foldKeepingLength } from '../text/fold';
import type { LineSpan } from '../text/source-lines';
import { readDate, toIsoDate } from '../quantities/dates';
import { type PlanReadingFinding, finding } from '../findings/finding';
import type { LegalKind } from '../vocabulary';
import type { CitableText } from './citable-text';
import { instrumentKind, namesAKind } from './instrument-codes';
import { scanLawNames } from './law-mentions';
import { type NumberMention, scanDocumentNumbers } from './number-scanner';

/** An instrument the plan cites: by number, or a law by name. */
export interface LegalReferenceReading {
  /** Null for laws cited by name. */
  readonly number: string | null;
  readonly kind: LegalKind;
  /** The printed kind where `kind` is OTHER: «Kết luận». */
  readonly kindDetail: string | null;
  /** Official title, for laws only. */
  readonly title: string | null;
  /** Only a date printed beside the number. Where two are printed, the first; the second is a finding. */
  readonly issuedOn: IsoDate | null;
  readonly printed: string;
  /** Every place cited, in the order of the text. */
  readonly citedAt: readonly LineSpan[];
}

export interface LegalReferences {
  readonly references: readonly LegalReferenceReading[];
  readonly findings: readonly PlanReadingFinding[];
}

interface Citation {
  readonly key: string;
  readonly number: string | null;
  readonly kind: LegalKind;
  readonly kindDetail: string | null;
  readonly title: string | null;
  readonly issuedOn: IsoDate | null;
  readonly printed: string;
  readonly line: number;
}

/** The instruments cited in `texts`, one entry per number in the order of first citation. */
export function readLegalReferences(texts: readonly CitableText[]): LegalReferences {
  const byKey = new Map<string, Citation[]>();
  for (const citation of texts.flatMap(citationsOf)) {
    const known = byKey.get(citation.key);
    if (known === undefined) byKey.set(citation.key, [citation]);
    else known.push(citation);
  }
  const groups = [...byKey.values()];
  return { references: groups.flatMap(mergeCitations), findings: groups.flatMap(contradictionsOf) };
}

function citationsOf(source: CitableText): Citation[] {
  const numbers = scanDocumentNumbers(source.text).map((mention) => ({
    at: mention.start,
    citation: numberCitation(source, mention),
  }));
  const laws = scanLawNames(source.text, source.folded).map((law) => ({
    at: law.start,
    citation: {
      key: `luat:${foldKeepingLength(law.title)}`,
      number: null,
      kind: 'LAW' as const,
      kindDetail: null,
      title: law.title,
      issuedOn: dateAfter(source.folded, law.end),
      printed: law.printed,
      line: source.lineAt(law.start),
    },
  }));
  return [...numbers, ...laws].sort((left, right) => left.at - right.at).map((entry) => entry.citation);
}

function numberCitation(source: CitableText, mention: NumberMention): Citation {
  const { kind, kindDetail } = instrumentKind(mention.code);
  return {
    key: mention.number.toLowerCase(),
    number: mention.number,
    kind: namesAKind(mention.code) ? kind : 'OFFICIAL_LETTER',
    kindDetail,
    title: null,
    issuedOn: dateAfter(source.folded, mention.end) ?? sharedDate(source.folded, mention.start),
    printed: mention.printed,
    line: source.lineAt(mention.start),
  };
}

/** A date printed right after the number: `… ngày 16 tháng 5 năm 2016`. */
function dateAfter(folded: string, end: number): IsoDate | null {
  const comma = folded.charAt(end) === ',' ? end + 1 : end;
  const at = skipBlanks(folded, comma);
  return phraseAt(folded, 'ngay', at) ? toIsoDate(readDate(folded, at)) : null;
}

const FARTHEST_SHARED_DATE = 600;

/** `các Nghị quyết ngày 25/10/2017 …: Số 18-NQ/TW …; số 19-NQ/TW`: one date before the colon belongs to every number of the list. */
function sharedDate(text: string, numberAt: number): IsoDate | null {
  const from = Math.max(0, numberAt - FARTHEST_SHARED_DATE);
  const folded = text.slice(from, numberAt);
  const start = folded.length;
  const wordEnd = skipBlanksBack(folded, start);
  const listed = wordEnd >= 2 && folded.slice(wordEnd - 2, wordEnd) === 'so' ? skipBlanksBack(folded, wordEnd - 2) : -1;
  if (listed <= 0 || !';:,'.includes(folded.charAt(listed - 1))) return null;
  const colon = folded.lastIndexOf(':', start);
  if (colon === -1) return null;
  const sentence = Math.max(folded.lastIndexOf('. ', colon), folded.lastIndexOf(';', colon), 0);
  const dayAt = findPhraseBack(folded, 'ngay', colon);
  if (dayAt === -1 || dayAt < sentence || numberRightBefore(folded, dayAt)) return null;
  return toIsoDate(readDate(folded, dayAt));
}

/** True when the date at `at` belongs to a number printed before it. */
function numberRightBefore(folded: string, at: number): boolean {
  const end = skipBlanksBack(folded, at);
  let start = end;
  while (start > 0 && !isBlank(folded.charAt(start - 1))) start -= 1;
  const word = folded.slice(start, end);
  return word.includes('/') || word.includes('-');
}

function mergeCitations(citations: readonly Citation[]): LegalReferenceReading[] {
  const [first] = citations;
  if (first === undefined) return [];
  const lines = [...new Set(citations.map((citation) => citation.line))];
  return [
    {
      number: first.number,
      kind: first.kind,
      kindDetail: first.kindDetail,
      title: first.title,
      issuedOn: citations.find((citation) => citation.issuedOn !== null)?.issuedOn ?? null,
      printed: first.printed,
      citedAt: lines.map((line) => ({ from: line, to: line })),
    },
  ];
}

function contradictionsOf(citations: readonly Citation[]): PlanReadingFinding[] {
  const name = citations[0]?.number ?? citations[0]?.title ?? '';
  const dated = distinctBy(citations, (citation) => citation.issuedOn);
  const spelled = distinctBy(citations, (citation) => (citation.number === null ? null : citation.printed));
  const findings: PlanReadingFinding[] = [];
  if (dated.length > 1) {
    const dates = dated.map((citation) => citation.issuedOn).join(', ');
    findings.push(
      finding(
        'LEGAL_REFERENCE_TWO_DATES',
        dated.map(lineOf),
        `Văn bản ${name} được in với các ngày khác nhau: ${dates}.`,
        `${name} is printed with different dates: ${dates}.`,
      ),
    );
  }
  if (spelled.length > 1) {
    const spellings = spelled.map((citation) => `«${citation.printed}»`).join(', ');
    findings.push(
      finding(
        'LEGAL_REFERENCE_TWO_SPELLINGS',
        spelled.map(lineOf),
        `Số văn bản ${name} được in theo nhiều cách: ${spellings}.`,
        `The number ${name} is printed in several ways: ${spellings}.`,
      ),
    );
  }
  return findings;
}

function lineOf(citation: Citation): LineSpan {
  return { from: citation.line, to: citation.line };
}

/** The first citation for each distinct value; citations without a value say nothing. */
function distinctBy(citations: readonly Citation[], valueOf: (citation: Citation) => string | null): Citation[] {
  const seen = new Map<string, Citation>();
  for (const citation of citations) {
    const value = valueOf(citation);
    if (value !== null && !seen.has(value)) seen.set(value, citation);
  }
  return [...seen.values()];
}

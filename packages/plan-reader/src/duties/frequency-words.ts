import type { Recurrence } from '../vocabulary';
import { findPhrase, phraseEndsAt } from '../text/phrases';
import { skipBlanksBack } from '../text/characters';

/** A word of frequency in a sentence about reports. */
export interface FrequencyMention {
  readonly recurrence: Recurrence;
  readonly start: number;
  readonly end: number;
}

interface FrequencyWords {
  readonly recurrence: Recurrence;
  readonly folded: string;
  /** Folding makes «quý», «quỹ» and «quy» one word; the printed word decides. */
  readonly printed: string;
  /** Words that must stand right before, unless the mention continues a list. */
  readonly after: readonly string[];
}

const FREQUENCIES: readonly FrequencyWords[] = [
  { recurrence: 'MONTHLY', folded: 'thang', printed: 'tháng', after: ['hang', 'bao cao'] },
  { recurrence: 'QUARTERLY', folded: 'quy', printed: 'quý', after: ['hang', 'dinh ky', 'bao cao', 'moi'] },
  { recurrence: 'SIX_MONTHLY', folded: '6 thang', printed: '6 tháng', after: [] },
  { recurrence: 'SIX_MONTHLY', folded: '06 thang', printed: '06 tháng', after: [] },
  { recurrence: 'ANNUAL', folded: 'nam', printed: 'năm', after: ['hang', 'bao cao', 'moi'] },
];

const FARTHEST_LIST_STEP = 12;

/** The words of frequency in a text, left to right: `hàng quý, 6 tháng và năm` gives three. */
export function findFrequencies(text: string, folded: string): FrequencyMention[] {
  const candidates = FREQUENCIES.flatMap((words) => placesOf(words, text, folded)).sort(
    (left, right) => left.start - right.start,
  );
  const mentions: FrequencyMention[] = [];
  for (const candidate of candidates) {
    const previous = mentions.at(-1);
    if (previous !== undefined && candidate.start < previous.end) continue;
    const listed = previous !== undefined && isJoint(folded.slice(previous.end, candidate.start));
    if (candidate.stands || listed) mentions.push(candidate);
  }
  return mentions;
}

interface Candidate extends FrequencyMention {
  readonly stands: boolean;
}

function placesOf(words: FrequencyWords, text: string, folded: string): Candidate[] {
  const places: Candidate[] = [];
  let at = findPhrase(folded, words.folded);
  while (at !== -1) {
    const end = at + words.folded.length;
    if (text.slice(at, end).toLowerCase() === words.printed && !isPartOfYear(folded, end)) {
      const before = skipBlanksBack(folded, at);
      const stands = words.after.length === 0 || words.after.some((word) => phraseEndsAt(folded, word, before));
      places.push({ recurrence: words.recurrence, start: at, end, stands });
    }
    at = findPhrase(folded, words.folded, end);
  }
  return places;
}

/** `6 tháng đầu năm`, `năm 2019`, `tháng 6`: a time, not a frequency. */
function isPartOfYear(folded: string, end: number): boolean {
  const rest = folded.slice(end, end + 6).trimStart();
  return rest.startsWith('dau') || rest.startsWith('cuoi') || (rest.charAt(0) >= '0' && rest.charAt(0) <= '9');
}

/** Only a comma, «và», «hoặc», «hàng» between two frequencies, besides what stands in brackets. */
function isJoint(between: string): boolean {
  const bare = withoutBrackets(between);
  if (bare.length > FARTHEST_LIST_STEP) return false;
  return bare
    .replaceAll(',', ' ')
    .split(' ')
    .every((word) => JOINT_WORDS.has(word));
}

const JOINT_WORDS = new Set(['', 'va', 'hoac', 'hang', 'dinh', 'ky', 'ca']);

/** One bracket cut out: `quý (trước ngày 10 tháng cuối quý), 6 tháng`. */
function withoutBrackets(text: string): string {
  const open = text.indexOf('(');
  const close = text.indexOf(')', open + 1);
  return open === -1 || close === -1 ? text : `${text.slice(0, open).trimEnd()}${text.slice(close + 1)}`;
}

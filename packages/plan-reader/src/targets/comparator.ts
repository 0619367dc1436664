import { skipBlanks, skipBlanksBack } from '../text/characters';
import { findPhraseBack, phraseAt, phraseEndsAt } from '../text/phrases';
import type { Comparator } from '../vocabulary';
import type { QuantityMention } from './quantity-mention';

interface ComparingWord {
  readonly words: string;
  readonly comparator: Comparator;
}

/** Words that may stand a few words before the figure: «tối thiểu có 20%», «ít nhất là 30%». */
const DISTANT: readonly ComparingWord[] = [
  { words: 'toi thieu', comparator: 'GTE' },
  { words: 'it nhat', comparator: 'GTE' },
  { words: 'khong duoi', comparator: 'GTE' },
  { words: 'khong thap hon', comparator: 'GTE' },
  { words: 'khong it hon', comparator: 'GTE' },
  { words: 'khong vuot qua', comparator: 'LTE' },
  { words: 'khong qua', comparator: 'LTE' },
  { words: 'toi da', comparator: 'LTE' },
  { words: 'cham nhat', comparator: 'LTE' },
];

/** Words that compare only right before the figure: «trên 80%», not «trên địa bàn». */
const ADJACENT: readonly ComparingWord[] = [
  { words: 'hon', comparator: 'GT' },
  { words: 'tren', comparator: 'GT' },
  { words: 'vuot', comparator: 'GT' },
  { words: 'duoi', comparator: 'LT' },
];

/** Words between a distant comparing word and the figure. */
const FILLERS = new Set([
  'tu',
  'la',
  'dat',
  'co',
  'phai',
  'o',
  'muc',
  'ty',
  'le',
  'tuong',
  'ung',
  'khoang',
  'bang',
  'den',
  'duoc',
  'them',
]);
const MOST_FILLERS = 6;

/** The comparing word printed with a figure, and where the phrase of the figure starts; null when none is printed. */
export function printedComparator(
  folded: string,
  mention: QuantityMention,
): { comparator: Comparator; start: number } | null {
  const after = afterMeasured(folded, skipBlanks(folded, mention.end));
  if (phraseAt(folded, 'tro len', after))
    return { comparator: mention.unit === 'RANK' ? 'LTE' : 'GTE', start: mention.start };
  if (phraseAt(folded, 'tro xuong', after)) return { comparator: 'LTE', start: mention.start };
  const end = skipBlanksBack(folded, mention.start);
  const adjacent = ADJACENT.find((entry) => phraseEndsAt(folded, entry.words, end));
  const distant = distantWord(folded, end);
  if (distant !== null) return distant;
  return adjacent === undefined ? null : { comparator: adjacent.comparator, start: end - adjacent.words.length };
}

/** What a figure is a share of may stand before «trở lên»: «đạt 95% kế hoạch trở lên». */
const MEASURED = ['ke hoach giao', 'ke hoach', 'chi tieu', 'tong so'];

function afterMeasured(folded: string, at: number): number {
  const measured = MEASURED.find((words) => phraseAt(folded, words, at));
  return measured === undefined ? at : skipBlanks(folded, at + measured.length);
}

function distantWord(folded: string, end: number): { comparator: Comparator; start: number } | null {
  let position = end;
  for (let skipped = 0; skipped <= MOST_FILLERS; skipped += 1) {
    const found = DISTANT.find((entry) => phraseEndsAt(folded, entry.words, position));
    if (found !== undefined) return { comparator: found.comparator, start: position - found.words.length };
    const blank = folded.lastIndexOf(' ', position - 1);
    const word = folded.slice(blank + 1, position);
    if (!FILLERS.has(word)) return null;
    position = skipBlanksBack(folded, Math.max(blank, 0));
  }
  return null;
}

/** True when nothing but a list joint stands before the figure: one «tối thiểu» then covers the whole list. */
export function continuesList(folded: string, previous: QuantityMention, mention: QuantityMention): boolean {
  const end = skipBlanksBack(folded, mention.start);
  const joined = folded.charAt(end - 1) === ',' || phraseEndsAt(folded, 'va', end);
  const between = folded.slice(previous.end, mention.start);
  return (
    joined &&
    previous.unit === mention.unit &&
    !between.includes(';') &&
    !between.includes('. ') &&
    findPhraseBack(between, 'trong do', between.length) === -1
  );
}

import { type NumberToken, scanNumbers } from '../quantities/numbers';
import { skipBlanks, skipBlanksBack } from '../text/characters';
import { hasAnyPhrase, hasPhrase, phraseAt, phraseEndsAt } from '../text/phrases';

/** A score or rank as printed: `8,5/9 điểm`, `1,75 điểm`, `xếp hạng 30/63`. */
export interface PointPhrase {
  readonly value: number;
  readonly of: number | null;
  readonly start: number;
  readonly end: number;
}

/** A text parted into what stands in brackets about the past and the rest, which is the goal. Same positions: the past is blanked out. */
export interface PastAndGoal {
  readonly past: string | null;
  readonly goal: string;
}

/** Finds the bracket that tells the result of an earlier year: `(năm 2018 chỉ đạt 7,97/9 điểm)`. Folded text. */
export function splitPast(folded: string): PastAndGoal {
  let from = 0;
  while (from < folded.length) {
    const open = folded.indexOf('(', from);
    if (open === -1) break;
    const close = folded.indexOf(')', open);
    const end = close === -1 ? folded.length : close + 1;
    const inside = folded.slice(open + 1, close === -1 ? folded.length : close);
    if (tellsPast(inside))
      return { past: inside, goal: folded.slice(0, open) + ' '.repeat(end - open) + folded.slice(end) };
    from = end;
  }
  return { past: null, goal: folded };
}

function tellsPast(inside: string): boolean {
  if (!hasPhrase(inside, 'nam')) return false;
  const namesYear = scanNumbers(inside).some((token) => isYear(token.value));
  return (
    namesYear &&
    hasAnyPhrase(inside, ['diem', 'xep hang', 'muc diem']) &&
    hasAnyPhrase(inside, ['dat', 'dat duoc', 'xep hang', 'bang'])
  );
}

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1990 && value <= 2100;
}

export function firstYear(folded: string): number | null {
  return scanNumbers(folded).find((token) => isYear(token.value))?.value ?? null;
}

/** The last year printed, unless it is only what the goal is compared with. */
export function goalYear(folded: string): number | null {
  const years = scanNumbers(folded).filter((token) => isYear(token.value) && !isComparedWith(folded, token));
  return years.at(-1)?.value ?? null;
}

function isComparedWith(folded: string, token: NumberToken): boolean {
  const year = skipBlanksBack(folded, token.start);
  const word = phraseEndsAt(folded, 'nam', year) ? skipBlanksBack(folded, year - 3) : year;
  return phraseEndsAt(folded, 'so voi', word);
}

/** The first score: a figure, alone or over its maximum, followed by «điểm». */
export function findScore(folded: string): PointPhrase | null {
  const tokens = scanNumbers(folded);
  for (const [index, token] of tokens.entries()) {
    const over = overOf(folded, token, tokens[index + 1]);
    const end = over?.end ?? token.end;
    if (phraseAt(folded, 'diem', skipBlanks(folded, end)))
      return { value: token.value, of: over?.value ?? null, start: token.start, end };
    if (over !== null) continue;
  }
  return null;
}

/** The first fraction that is no rank, with or without «điểm» behind it: `0/0,25`. */
export function findFraction(folded: string): PointPhrase | null {
  const tokens = scanNumbers(folded);
  let last: PointPhrase | null = null;
  for (const [index, token] of tokens.entries()) {
    const over = overOf(folded, token, tokens[index + 1]);
    if (over !== null) last = { value: token.value, of: over.value, start: token.start, end: over.end };
  }
  return last;
}

/** The first rank: `xếp hạng 05/63`. */
export function findRank(folded: string): PointPhrase | null {
  const tokens = scanNumbers(folded);
  for (const [index, token] of tokens.entries()) {
    const before = skipBlanksBack(folded, token.start);
    const ranked = ['xep hang', 'xep thu', 'thu hang', 'vi tri', 'hang'].some((words) =>
      phraseEndsAt(folded, words, before),
    );
    if (!ranked || !Number.isInteger(token.value)) continue;
    const over = overOf(folded, token, tokens[index + 1]);
    return { value: token.value, of: over?.value ?? null, start: token.start, end: over?.end ?? token.end };
  }
  return null;
}

function overOf(folded: string, token: NumberToken, next: NumberToken | undefined): NumberToken | null {
  return next !== undefined && folded.charAt(token.end) === '/' && next.start === token.end + 1 ? next : null;
}

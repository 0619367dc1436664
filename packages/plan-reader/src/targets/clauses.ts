import { findPhraseBack } from '../text/phrases';
import type { ClauseScopes } from './metric-classifier';
import type { QuantityMention } from './quantity-mention';

/** A stretch of a paragraph by positions. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The clause of one figure and the wider stretches it stands in. */
export interface MentionClause {
  readonly clause: Stretch;
  readonly segment: Stretch;
  readonly sentence: Stretch;
  readonly scopes: ClauseScopes;
}

/** Words farther from a figure than this are not about it; it also bounds the work per figure. */
const WINDOW = 1_000;

/** Cuts a paragraph so that each figure gets the words said of it alone. */
export function clausesOf(
  folded: string,
  mentions: readonly QuantityMention[],
  starts: readonly number[],
): MentionClause[] {
  return mentions.map((mention, index) => {
    const sentence = between(folded, mention, isSentenceEnd);
    const segment = between(folded, mention, (text, at) => text.charAt(at) === ';' || isSentenceEnd(text, at));
    const previous = mentions[index - 1];
    const next = mentions[index + 1];
    const from =
      previous !== undefined && previous.end > segment.start
        ? cut(folded, previous, mention, starts[index] ?? mention.start)
        : segment.start;
    const to =
      next !== undefined && next.start < segment.end
        ? cut(folded, mention, next, starts[index + 1] ?? next.start)
        : segment.end;
    const clause = { start: from, end: to };
    return { clause, segment, sentence, scopes: scopesOf(folded, mention, clause, segment, sentence) };
  });
}

function scopesOf(
  folded: string,
  mention: QuantityMention,
  clause: Stretch,
  segment: Stretch,
  sentence: Stretch,
): ClauseScopes {
  const near = mention.forward ? folded.slice(mention.start, clause.end) : folded.slice(clause.start, mention.end);
  return {
    near,
    clause: slice(folded, clause),
    segment: slice(folded, segment),
    sentence: slice(folded, sentence),
    paragraph: folded.slice(Math.max(0, mention.start - WINDOW), mention.end + WINDOW),
    following: folded.slice(mention.end, mention.end + 80),
  };
}

function slice(folded: string, stretch: Stretch): string {
  return folded.slice(stretch.start, stretch.end);
}

function between(folded: string, mention: QuantityMention, isEnd: (text: string, at: number) => boolean): Stretch {
  const first = Math.max(0, mention.start - WINDOW);
  const last = Math.min(folded.length, mention.end + WINDOW);
  let start = mention.start;
  while (start > first && !isEnd(folded, start - 1)) start -= 1;
  let end = mention.end;
  while (end < last && !isEnd(folded, end)) end += 1;
  return { start, end };
}

/** A full stop ends a sentence when a blank follows and no abbreviation like `TP.` precedes. */
function isSentenceEnd(text: string, at: number): boolean {
  if (text.charAt(at) !== '.' || (at + 1 < text.length && text.charAt(at + 1) !== ' ')) return false;
  return text.slice(Math.max(0, at - 3), at) !== ' tp' && text.slice(Math.max(0, at - 3), at) !== ' tx';
}

const SUBJECT_OPENINGS = ['ty le', 'muc do', 'trong do', 'so luong'];

/** Where the words of `left` end and those of `right` begin. */
function cut(folded: string, left: QuantityMention, right: QuantityMention, rightStart: number): number {
  const middle = folded.slice(left.end, rightStart);
  if (right.forward) return left.end + Math.max(lastJoint(middle), 0) || rightStart;
  const opening = Math.max(...SUBJECT_OPENINGS.map((words) => findPhraseBack(middle, words, middle.length)));
  if (opening > 0) return left.end + opening;
  const comma = middle.indexOf(',');
  return comma === -1 ? left.end : left.end + comma;
}

function lastJoint(middle: string): number {
  return Math.max(
    middle.lastIndexOf(', '),
    findPhraseBack(middle, 'va', middle.length),
    middle.lastIndexOf(': '),
    middle.lastIndexOf('('),
  );
}

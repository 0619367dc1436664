import { isLetter, skipBlanks, skipBlanksBack } from '../text/characters';
import { findPhraseBack, hasAnyPhrase, phraseAt, phraseEndsAt } from '../text/phrases';
import { type NumberToken, scanNumbers } from '../quantities/numbers';
import type { Unit } from '../vocabulary';

/** A figure that may be a target: the number with its unit, and where both end. */
export interface QuantityMention {
  readonly unit: Unit;
  readonly value: number;
  readonly start: number;
  /** After the unit. */
  readonly end: number;
  /** True when the subject follows the figure: `100% thủ tục …`; false for `… đạt 80%`. */
  readonly forward: boolean;
}

const MOST_MENTIONS = 200;

/** The figures of a folded paragraph that carry a unit of targets, left to right. */
export function findQuantities(folded: string): QuantityMention[] {
  const mentions: QuantityMention[] = [];
  for (const token of scanNumbers(folded)) {
    if (mentions.length >= MOST_MENTIONS) break;
    const unit = unitOf(folded, token);
    if (unit === null) continue;
    mentions.push({
      unit: unit.unit,
      value: token.value,
      start: token.start,
      end: unit.end,
      forward: unit.unit === 'RANK_STEP' || subjectFollows(folded, unit.end),
    });
  }
  return mentions;
}

interface FoundUnit {
  readonly unit: Unit;
  readonly end: number;
}

function unitOf(folded: string, token: NumberToken): FoundUnit | null {
  const after = skipBlanks(folded, token.end);
  if (folded.charAt(after) === '%') return { unit: 'PERCENT', end: after + 1 };
  if (folded.charAt(token.end) === '/' || folded.charAt(token.start - 1) === '/') return null;
  if (phraseAt(folded, 'bac', after)) return { unit: 'RANK_STEP', end: after + 3 };
  if (isRank(folded, token)) return { unit: 'RANK', end: token.end };
  if (phraseAt(folded, 'ngay lam viec', after))
    return isLimit(folded, token) ? { unit: 'DAYS', end: after + 13 } : null;
  if (isCounted(folded, token, after)) return { unit: 'COUNT', end: token.end };
  return null;
}

const RANK_WORDS = ['nhom', 'top', 'nhom thu', 'xep thu', 'vi tri thu', 'thu hang', 'hang thu', 'vi tri'];

function isRank(folded: string, token: NumberToken): boolean {
  const end = skipBlanksBack(folded, token.start);
  return Number.isInteger(token.value) && RANK_WORDS.some((word) => phraseEndsAt(folded, word, end));
}

const LIMIT_WORDS = ['cham nhat', 'khong qua', 'toi da', 'trong vong', 'trong'];

function isLimit(folded: string, token: NumberToken): boolean {
  return hasAnyPhrase(folded.slice(Math.max(0, token.start - 20), token.start), LIMIT_WORDS);
}

/** Nouns that plans promise in numbers; what is counted decides the metric, so a noun alone makes no target. */
const COUNTED_NOUNS = [
  'xa',
  'phuong',
  'thi tran',
  'huyen',
  'don vi',
  'co quan',
  'so',
  'phan mem',
  'csdl',
  'co so du lieu',
  'sang kien',
  'mo hinh',
  'giai phap',
  'lan',
  'cuoc',
  'buoi',
  'hoi nghi',
  'diem buu dien',
  'diem phuc vu',
  'buu dien',
  'thu tuc',
  'tthc',
  'nguoi',
];

/** Words before a number that make it a name or a date, not a count. */
const NAMING_WORDS = [
  'nam',
  'thang',
  'ngay',
  'quy',
  'so',
  'khoan',
  'dieu',
  'muc',
  'muc do',
  'thu',
  'khoa',
  'iso',
  'lan thu',
  'phu luc',
  'tuoi',
];

function isCounted(folded: string, token: NumberToken, after: number): boolean {
  if (!Number.isInteger(token.value) || token.value <= 0 || token.value >= 1900) return false;
  if (!COUNTED_NOUNS.some((noun) => phraseAt(folded, noun, after))) return false;
  const before = skipBlanksBack(folded, token.start);
  return !NAMING_WORDS.some((word) => phraseEndsAt(folded, word, before));
}

/** Words after a figure that say more about it, not what it is a share of. */
const NOT_SUBJECTS = [
  'tro len',
  'tro xuong',
  'duoc',
  'de',
  'cho',
  'theo',
  'trong',
  'vao',
  'so voi',
  'voi',
  'nham',
  'va',
  'hoac',
  'nam',
  'tren',
];

function subjectFollows(folded: string, end: number): boolean {
  const next = skipBlanks(folded, end);
  return isLetter(folded.charAt(next)) && !NOT_SUBJECTS.some((word) => phraseAt(folded, word, next));
}

/** True for a figure of the past: `năm 2018 đạt 85%`. */
export function isPastFigure(folded: string, mention: QuantityMention, firstYear: number | null): boolean {
  if (firstYear === null) return false;
  const window = folded.slice(Math.max(0, mention.start - 40), mention.start);
  const at = findPhraseBack(window, 'nam', window.length);
  if (at === -1) return false;
  const [year] = scanNumbers(window.slice(at));
  if (year === undefined || year.value < 1990 || year.value >= firstYear) return false;
  const between = window.slice(at + year.end).trim();
  return PAST_WORDS.includes(between);
}

const PAST_WORDS = ['dat', 'chi dat', 'da dat', 'la', 'moi dat'];

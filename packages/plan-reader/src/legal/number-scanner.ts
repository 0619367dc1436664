import { isDigit, isLetter, isUpperCase, isWordCharacter, skipBlanks, skipBlanksBack } from '../text/characters';
import { foldKeepingLength } from '../text/fold';
import { isPartyBody } from './instrument-codes';

/** A document number in running text: `225/QĐ-TTg`, `19/2017/NQ-CP`, `18-NQ/TW`, `26/CT- TTg`. */
export interface NumberMention {
  readonly start: number;
  readonly end: number;
  /** As printed, blanks inside dropped. */
  readonly printed: string;
  /** The spelling all mentions of one document share. */
  readonly number: string;
  /** The letters, folded: `qd-ttg`. */
  readonly code: string;
}

const LONGEST_NUMBER = 40;
const MOST_SERIAL_DIGITS = 6;
/** Parts of a code with the joints between them: `TTLT-BNV-BTC` has five. */
const MOST_CODE_PARTS = 9;

/** Every document number of a text, left to right; the scan never goes back. */
export function scanDocumentNumbers(text: string): NumberMention[] {
  const mentions: NumberMention[] = [];
  let index = 0;
  while (index < text.length) {
    if (!isDigit(text.charAt(index))) {
      index += 1;
      continue;
    }
    const mention = index > 0 && isWordCharacter(text.charAt(index - 1)) ? null : readNumberAt(text, index);
    if (mention !== null) mentions.push(mention);
    index = mention?.end ?? skipDigits(text, index);
  }
  return mentions;
}

function skipDigits(text: string, from: number): number {
  let index = from;
  while (isDigit(text.charAt(index))) index += 1;
  return index;
}

function readNumberAt(text: string, start: number): NumberMention | null {
  let index = skipDigits(text, start);
  if (index - start > MOST_SERIAL_DIGITS) return null;
  if (isLetter(text.charAt(index)) && !isUpperCase(text.charAt(index))) index += 1;
  const serial = text.slice(start, index);
  const year = readYear(text, index);
  const code = readCode(text, year?.end ?? index);
  if (code === null) return null;
  const head = year === null ? serial : `${serial}${year.separator}${year.printed}`;
  const printed = `${head}${code.separator}${code.printed}`;
  if (printed.length > LONGEST_NUMBER) return null;
  return { start, end: code.end, printed, number: canonicalNumber(head, code), code: foldKeepingLength(code.printed) };
}

interface YearPart {
  readonly printed: string;
  readonly separator: string;
  readonly end: number;
}

function readYear(text: string, at: number): YearPart | null {
  const separator = text.charAt(at);
  if (separator !== '/' && separator !== '-') return null;
  const end = skipDigits(text, at + 1);
  const printed = text.slice(at + 1, end);
  const isYear = printed.length === 4 && (printed.startsWith('19') || printed.startsWith('20'));
  return isYear ? { printed, separator, end } : null;
}

interface CodePart {
  readonly separator: string;
  readonly printed: string;
  readonly end: number;
}

/** Letters after `/` or `-`, in parts joined by `-` or `/`; OCR may leave a blank beside the joint. */
function readCode(text: string, at: number): CodePart | null {
  const separatorAt = skipBlanks(text, at);
  const separator = text.charAt(separatorAt);
  if (separator !== '/' && separator !== '-') return null;
  let index = skipBlanks(text, separatorAt + 1);
  const parts: string[] = [];
  while (parts.length < MOST_CODE_PARTS) {
    const end = letterRunEnd(text, index);
    if (end === index || !opensCode(text, index)) break;
    parts.push(text.slice(index, end));
    const joint = jointAfter(text, end);
    if (joint === null || !opensCode(text, joint.next)) return codePart(separator, parts, end);
    parts.push(joint.mark);
    index = joint.next;
  }
  return codePart(separator, parts, skipBlanksBack(text, index));
}

/** Codes are written in capitals; only a last letter or two may be small (`TTg`, `CTr`). */
function opensCode(text: string, at: number): boolean {
  return isUpperCase(text.charAt(at)) && isUpperCase(text.charAt(at + 1));
}

/** The `-` or `/` between two parts of a code; a blank may stand on one side of it, not on both (then it is a dash of the sentence). */
function jointAfter(text: string, end: number): { readonly mark: string; readonly next: number } | null {
  const at = skipBlanks(text, end);
  const mark = text.charAt(at);
  if (mark !== '-' && mark !== '/') return null;
  const next = skipBlanks(text, at + 1);
  return at > end && next > at + 1 ? null : { mark, next };
}

function codePart(separator: string, parts: readonly string[], end: number): CodePart | null {
  const printed = parts.join('');
  const letters = parts.filter((part) => part !== '-' && part !== '/');
  if (letters.length < 2) return null;
  return { separator, printed, end };
}

function letterRunEnd(text: string, from: number): number {
  let index = from;
  while (index < text.length && isLetter(text.charAt(index)) && index - from < 14) index += 1;
  return index;
}

/** `02/NQ-TU` is the Party's `02-NQ/TU`: its bodies number with the dash first. Every other number stays as printed. */
function canonicalNumber(head: string, code: CodePart): string {
  const parts = code.printed.split(/[-/]/);
  const body = parts.at(-1) ?? '';
  if (parts.length === 2 && isPartyBody(foldKeepingLength(body))) return `${head}-${parts[0]}/${body}`;
  return `${head}${code.separator}${code.printed}`;
}

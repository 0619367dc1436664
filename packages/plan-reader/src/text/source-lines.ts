import { PlanUnreadableError } from '../unreadable';
import { collapseBlanks } from './characters';
import { foldKeepingLength } from './fold';
import { stripMarks } from './plain-text';

/** Characters in the longest document that is read: twenty times the longest plan known. Longer ones are refused unread. */
export const LARGEST_PLAN_CHARACTERS = 1_000_000;
/** Characters in the longest line that is read. */
export const LONGEST_LINE_CHARACTERS = 20_000;

/** The 1-based lines a fact came from, both ends included. */
export interface LineSpan {
  readonly from: number;
  readonly to: number;
}

/** One line of the document as published: 1-based number, NFC text with and without the marks of the OCR tool. */
export interface SourceLine {
  readonly number: number;
  /** NFC, with tags and tabs. */
  readonly raw: string;
  /** Without marks, blanks collapsed; tabs of tables are blanks here. */
  readonly text: string;
  /** `text` folded, position by position. */
  readonly folded: string;
  readonly isTableRow: boolean;
}

/** The lines of a document, numbered as `text.split("\n")` numbers them. Refuses what is too large before looking into it. */
export function readSourceLines(text: string): SourceLine[] {
  refuseTooLarge(text);
  const lines = text.split('\n');
  lines.forEach((line, index) => refuseTooLong(line, index + 1));
  if (text.trim() === '') throw emptyPlan();
  return lines.map((line, index) => toSourceLine(line, index + 1));
}

function toSourceLine(line: string, number: number): SourceLine {
  const raw = line.normalize('NFC');
  const marked = stripMarks(raw);
  const text = collapseBlanks(marked);
  return { number, raw, text, folded: foldKeepingLength(text), isTableRow: isTableRow(marked) };
}

/** Cells are parted by tabs; a markdown table has a bar on both ends. */
function isTableRow(line: string): boolean {
  if (line.trim() === '') return false;
  if (line.includes('\t')) return true;
  const trimmed = line.trim();
  return trimmed.length > 2 && trimmed.startsWith('|') && trimmed.endsWith('|');
}

function refuseTooLarge(text: string): void {
  if (text.length <= LARGEST_PLAN_CHARACTERS) return;
  throw new PlanUnreadableError('PLAN_TOO_LARGE', {
    vi: `Văn bản dài ${text.length} ký tự, quá giới hạn ${LARGEST_PLAN_CHARACTERS} ký tự.`,
    en: `The document has ${text.length} characters; the limit is ${LARGEST_PLAN_CHARACTERS}.`,
  });
}

function refuseTooLong(line: string, number: number): void {
  if (line.length <= LONGEST_LINE_CHARACTERS) return;
  throw new PlanUnreadableError(
    'PLAN_LINE_TOO_LONG',
    {
      vi: `Dòng ${number} dài ${line.length} ký tự, quá giới hạn ${LONGEST_LINE_CHARACTERS} ký tự.`,
      en: `Line ${number} has ${line.length} characters; the limit is ${LONGEST_LINE_CHARACTERS}.`,
    },
    number,
  );
}

function emptyPlan(): PlanUnreadableError {
  return new PlanUnreadableError('PLAN_EMPTY', { vi: 'Văn bản rỗng.', en: 'The document is empty.' });
}

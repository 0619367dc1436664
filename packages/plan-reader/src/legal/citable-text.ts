import { type Paragraph, lineAt } from '../text/paragraphs';
import type { SourceLine } from '../text/source-lines';

/** A stretch of the document in which instruments may be cited: a paragraph or a row of a table. */
export interface CitableText {
  readonly text: string;
  readonly folded: string;
  lineAt(offset: number): number;
}

const SELF_OPENINGS = ['(kem theo', '(ban hanh kem theo', 'so:', 'so :'];

/** Paragraphs and table rows in the order of the text, without the lines in which the plan names itself. */
export function citableTexts(paragraphs: readonly Paragraph[], lines: readonly SourceLine[]): CitableText[] {
  const fromParagraphs = paragraphs
    .filter((paragraph) => !namesItself(paragraph.folded))
    .map((paragraph) => ({
      first: paragraph.lines.from,
      text: paragraph.text,
      folded: paragraph.folded,
      lineAt: (offset: number) => lineAt(paragraph, offset),
    }));
  const fromRows = lines
    .filter((line) => line.isTableRow)
    .map((line) => ({ first: line.number, text: line.text, folded: line.folded, lineAt: () => line.number }));
  return [...fromParagraphs, ...fromRows].sort((left, right) => left.first - right.first);
}

/** `Số: 12/KH-UBND` and `(Kèm theo Kế hoạch số 12/KH-UBND …)` name the plan itself. */
export function namesItself(folded: string): boolean {
  return SELF_OPENINGS.some((opening) => folded.startsWith(opening));
}

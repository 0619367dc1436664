import { foldKeepingLength } from '../text/fold';
import { readListMarker } from '../text/list-markers';
import type { Paragraph } from '../text/paragraphs';
import type { SourceLine } from '../text/source-lines';
import { collapseBlanks } from '../text/characters';
import { stripMarks } from '../text/plain-text';

/**
 * The head of a document printed in two columns (agency and number left, motto and date right), which OCR gives as a table: each
 * cell above the title becomes a paragraph of its own.
 */
export function letterheadParagraphs(lines: readonly SourceLine[], titleLine: number): Paragraph[] {
  return lines
    .filter((line) => line.isTableRow && line.number < titleLine)
    .flatMap((line) =>
      line.raw.split(line.raw.includes('\t') ? '\t' : '|').map((cell) => toParagraph(cell, line.number)),
    )
    .filter((paragraph) => paragraph.text !== '');
}

function toParagraph(cell: string, line: number): Paragraph {
  const text = collapseBlanks(stripMarks(cell));
  const lines = { from: line, to: line };
  return { text, folded: foldKeepingLength(text), marker: readListMarker(text), lines, pieces: [{ offset: 0, line }] };
}

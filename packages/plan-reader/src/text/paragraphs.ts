import { isLetter, isLowerCase, isUpperCase } from './characters';
import { foldKeepingLength } from './fold';
import { type ListMarker, readListMarker } from './list-markers';
import type { LineSpan, SourceLine } from './source-lines';

interface Piece {
  readonly offset: number;
  readonly line: number;
}

/** A paragraph put together again where a page break cut it. */
export interface Paragraph {
  readonly text: string;
  readonly folded: string;
  readonly marker: ListMarker;
  readonly lines: LineSpan;
  readonly pieces: readonly Piece[];
}

/** A paragraph cut by more page breaks than this is left cut. */
const MOST_PIECES = 4;

/** The paragraphs outside tables, in order. */
export function readParagraphs(lines: readonly SourceLine[]): Paragraph[] {
  const groups: SourceLine[][] = [];
  for (const line of lines) {
    if (line.text === '' || line.isTableRow) continue;
    const current = groups.at(-1);
    if (current !== undefined && current.length < MOST_PIECES && continues(current, line)) current.push(line);
    else groups.push([line]);
  }
  return groups.map(joinLines);
}

/** A paragraph as one text in which every position knows its line. */
function joinLines(lines: readonly SourceLine[]): Paragraph {
  const pieces: Piece[] = [];
  let text = '';
  for (const line of lines) {
    if (text !== '') text += ' ';
    pieces.push({ offset: text.length, line: line.number });
    text += line.text;
  }
  const first = lines[0]?.number ?? 0;
  const folded = foldKeepingLength(text);
  return {
    text,
    folded,
    marker: readListMarker(text),
    lines: { from: first, to: lines.at(-1)?.number ?? first },
    pieces,
  };
}

/** The line on which position `offset` of the paragraph stands. */
export function lineAt(paragraph: Paragraph, offset: number): number {
  let line = paragraph.lines.from;
  for (const piece of paragraph.pieces) {
    if (piece.offset > offset) break;
    line = piece.line;
  }
  return line;
}

const SHORTEST_CUT_LINE = 40;
const SENTENCE_ENDS = '.;:!?)”"/';

function continues(current: readonly SourceLine[], next: SourceLine): boolean {
  const previous = current.at(-1);
  if (previous === undefined || previous.text.length < SHORTEST_CUT_LINE) return false;
  if (SENTENCE_ENDS.includes(previous.text.charAt(previous.text.length - 1))) return false;
  if (readListMarker(next.text).kind !== 'NONE') return false;
  return isLowerCase(next.text.charAt(0)) || opensWithAbbreviation(next.text);
}

/** `TTHC hoặc nhóm …`: a sentence does not open with an abbreviation in the middle of a list, a cut line does. */
function opensWithAbbreviation(text: string): boolean {
  let end = 0;
  while (isUpperCase(text.charAt(end))) end += 1;
  return end >= 2 && end <= 8 && !isLetter(text.charAt(end)) && isLowerCase(text.charAt(end + 1));
}

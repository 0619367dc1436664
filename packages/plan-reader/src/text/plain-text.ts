import { isLetter, skipBlanks } from './characters';

/**
 * A line without the marks OCR tools add: `*`, leading `#`, HTML tags (`<br>` and `<p>` become blanks), a byte order mark and form feeds.
 * Tabs stay: they part the cells of tables. Linear: each character is looked at once, plus one bounded look ahead at `<`.
 */
export function stripMarks(line: string): string {
  const start = skipBlanks(line, 0);
  let index = line.charAt(start) === '#' ? skipHashes(line, start) : 0;
  let result = '';
  while (index < line.length) {
    const character = line.charAt(index);
    if (character === '<') {
      const end = tagEnd(line, index);
      if (end !== -1) {
        result += ' ';
        index = end;
        continue;
      }
    }
    if (character === '\u00a0' || character === '\u200b') result += ' ';
    else if (!isDropped(character)) result += character;
    index += 1;
  }
  return result;
}

const LONGEST_TAG = 12;

/** The position after an HTML tag that opens at `at`, or -1: `<` of running text stays. */
function tagEnd(line: string, at: number): number {
  let index = at + 1;
  if (line.charAt(index) === '/') index += 1;
  if (!isLetter(line.charAt(index))) return -1;
  const limit = Math.min(line.length, at + LONGEST_TAG);
  while (index < limit) {
    if (line.charAt(index) === '>') return index + 1;
    index += 1;
  }
  return -1;
}

function skipHashes(line: string, start: number): number {
  let index = start;
  while (line.charAt(index) === '#') index += 1;
  return index;
}

function isDropped(character: string): boolean {
  return character === '*' || character === '\u000c' || character === '\r' || character === '\ufeff';
}

/** The paragraphs of a table cell in which the OCR kept `<p>` marks; a cell without them is one paragraph. */
export function cellParagraphs(rawCell: string): string[] {
  if (!rawCell.includes('<p>')) return [rawCell];
  return rawCell
    .split('<p>')
    .map((part) => part.replaceAll('</p>', ''))
    .filter((part) => part.trim() !== '');
}

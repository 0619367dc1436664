import { NameAssembler } from './assemble';
import { piecesOfLine } from './cell-words';
import { foldedWords, tidyName } from './fold';
import { NAME_HEADS } from './name-heads';

const REMARKS = /\([^()]*\)/gu;
const BLOCKS = /<\/?(?:p|br|li|ul|div)\s?\/?>/giu;
const MARKUP = /<\/?[a-z]{1,8}\s?\/?>|\*+/giu;
const LINES = /[\n\r]+/u;
const OPEN_END = /(?:,|&|-|–|\sv[àa])$/u;

/** True when a line goes on the line before it: a wrapped cell, not a new name. */
function continuesLine(before: string, line: string): boolean {
  if (OPEN_END.test(before)) return true;
  return /^\p{Ll}/u.test(line) && NAME_HEADS.matchLength(foldedWords(line)) === 0;
}

/** Lines of a cell, wrapped ones joined again; a semicolon always ends a line. */
function linesOf(cell: string): string[] {
  const lines: string[] = [];
  const text = cell.normalize('NFC').replace(REMARKS, ' ').replace(BLOCKS, '\n').replace(MARKUP, ' ');
  for (const part of text.split(LINES)) {
    const line = tidyName(part);
    const before = lines[lines.length - 1];
    if (line === '') continue;
    if (before !== undefined && continuesLine(before, line)) lines[lines.length - 1] = `${before} ${line}`;
    else lines.push(line);
  }
  return lines.flatMap((line) => line.split(';'));
}

/**
 * The single agencies that a table cell or phrase names, in print order and as printed.
 *
 * Separators are commas, semicolons, line breaks and `và`, except where they belong to a name
 * (`Sở Thông tin và Truyền thông`) or list the members of one group (`Các sở, ban, ngành`; `UBND các huyện, thị xã`).
 * A word printed once for several names completes each: `Các Sở: TT & TT, Nội vụ` gives `Sở TT & TT`, `Sở Nội vụ`;
 * `HĐND, UBND cấp huyện` gives `HĐND cấp huyện`, `UBND cấp huyện`. Words that only introduce (`Mời`), remarks in brackets
 * and prose after a name are left out. Every word of the result stands in the cell. A name printed twice is given once.
 */
export function splitAgencyNames(cell: string): string[] {
  const names = linesOf(cell).flatMap((line) => new NameAssembler(line).assemble(piecesOfLine(line)));
  return [...new Set(names)];
}

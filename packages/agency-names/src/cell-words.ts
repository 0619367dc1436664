import { foldName } from './fold';
import { COMPOUNDS, NAME_HEADS, PREDICATES, SEPARATING_PHRASES } from './name-heads';

/** A word of a cell, or one of the marks that separate names. */
export interface CellWord {
  readonly text: string;
  /** Folded words inside `text`; none for a mark such as a dash. */
  readonly folded: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** A stretch between two separators: `[start, end)` of the line it stands in. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** What separates it from the piece before it. */
  readonly separator: 'START' | 'COMMA' | 'AND' | 'COLON';
}

const WORD_OR_MARK = /[,:]|[^\s,:]+/gu;

/** Words and separating marks of one line, with their places. */
export function cellWords(line: string): CellWord[] {
  const words: CellWord[] = [];
  for (const match of line.matchAll(WORD_OR_MARK)) {
    const text = match[0];
    const folded = foldName(text);
    words.push({
      text,
      folded: folded === '' ? [] : folded.split(' '),
      start: match.index,
      end: match.index + text.length,
    });
  }
  return words;
}

interface FoldedStream {
  readonly words: string[];
  /** Index of the cell word that each folded word comes from. */
  readonly owners: number[];
  /** Folded words and, for each cell word, the place of its first folded word. */
  readonly firstOf: number[];
}

function foldedStream(words: readonly CellWord[]): FoldedStream {
  const stream: FoldedStream = { words: [], owners: [], firstOf: [] };
  words.forEach((word, index) => {
    stream.firstOf.push(stream.words.length);
    for (const folded of word.folded) {
      stream.words.push(folded);
      stream.owners.push(index);
    }
  });
  return stream;
}

/** Indices of the cell words that lie inside a compound name, its last word excepted. */
function protectedWords(words: readonly CellWord[], stream: FoldedStream): Set<number> {
  const covered = new Set<number>();
  let place = 0;
  while (place < stream.words.length) {
    const length = COMPOUNDS.matchLength(stream.words, place);
    if (length > 1) {
      const last = stream.owners[place + length - 1] ?? words.length;
      for (let index = stream.owners[place] ?? last; index < last; index += 1) covered.add(index);
    }
    place += Math.max(length, 1);
  }
  return covered;
}

function startsName(word: CellWord): boolean {
  return /^[\p{Lu}]/u.test(word.text);
}

/** True for the capitalised head of an agency, which after a full stop begins a new sentence (`TP. Kon Tum` does not). */
function beginsSentence(word: CellWord, stream: FoldedStream, index: number): boolean {
  return startsName(word) && NAME_HEADS.matchLength(stream.words, stream.firstOf[index] ?? stream.words.length) > 0;
}

/** Index after a separating phrase (`phối hợp với`) at `index`; `index` itself when there is none. */
function afterSeparatingPhrase(stream: FoldedStream, index: number): number {
  const place = stream.firstOf[index] ?? stream.words.length;
  const length = SEPARATING_PHRASES.matchLength(stream.words, place);
  return length === 0 ? index : (stream.owners[place + length - 1] ?? index) + 1;
}

/**
 * The pieces of one line between its commas, colons and `và`, those inside a compound name (`Thông tin và Truyền thông`)
 * left alone. Prose after a name (`chịu trách nhiệm về …`) is cut up to the end of its sentence.
 */
export function piecesOfLine(line: string): Piece[] {
  const words = cellWords(line);
  const stream = foldedStream(words);
  const covered = protectedWords(words, stream);
  const pieces: Piece[] = [];
  let open: { start: number; end: number } | null = null;
  let separator: Piece['separator'] = 'START';
  const close = (next: Piece['separator']): void => {
    if (open !== null) pieces.push({ ...open, separator });
    if (open !== null || next === 'COLON') separator = next;
    open = null;
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    const isProtected = covered.has(index);
    const skipTo = isProtected ? index : afterSeparatingPhrase(stream, index);
    if (!isProtected && word.text === ',') close('COMMA');
    else if (!isProtected && word.text === ':') close('COLON');
    else if (!isProtected && word.text.normalize('NFC').toLowerCase() === 'và') close('AND');
    else if (skipTo > index) {
      close('COMMA');
      index = skipTo - 1;
    } else if (open !== null && !startsName(word) && PREDICATES.matchLength(stream.words, stream.firstOf[index]) > 0) {
      close('COMMA');
      index = endOfSentence(words, stream, index);
    } else {
      if (open !== null && words[index - 1]?.text.endsWith('.') === true && beginsSentence(word, stream, index)) {
        close('COMMA');
      }
      open = open === null ? { start: word.start, end: word.end } : { start: open.start, end: word.end };
    }
  }
  close('COMMA');
  return pieces;
}

/** Index of the last word of the sentence that runs at `from`: a full stop followed by the head of an agency ends it. */
function endOfSentence(words: readonly CellWord[], stream: FoldedStream, from: number): number {
  for (let index = from; index < words.length - 1; index += 1) {
    const ends = words[index]?.text.endsWith('.') === true;
    const next = stream.firstOf[index + 1];
    if (ends && next !== undefined && NAME_HEADS.matchLength(stream.words, next) > 0) return index;
  }
  return words.length - 1;
}

import type { Piece } from './cell-words';
import { foldedWords, foldName, tidyName } from './fold';
import {
  GROUP_NOUNS,
  GROUP_QUALIFIERS,
  INTRODUCTIONS,
  LEVELLED_BODIES,
  NAME_HEADS,
  UNIT_NOUNS,
  isPortfolio,
} from './name-heads';

/** A name under construction: words taken over from an earlier name, then a stretch of the line. */
interface DraftName {
  readonly taken: string;
  readonly start: number;
  end: number;
}

/** What a headless piece is completed with: `Sở` in `Các Sở: Nội vụ, Tư pháp`. */
interface Distribution {
  readonly head: string;
  /** Completes every piece that follows, not only the known portfolios. */
  readonly everything: boolean;
}

const PLURAL_HEADS = new Set(['cac', 'nhung', 'mot', 'toan', 'tat', 'so']);
const LEVEL_WORD = 'cap';
/** No levelled body has more words than `Thường trực Hội đồng nhân dân` and the Front's full name. */
const LONGEST_BODY_WORDS = 10;
/** Enough of a name's beginning to know its body, and of its end to know its last noun. */
const INSPECTED_CHARACTERS = 120;
/** A level completes no more bodies than documents ever list before it. */
const MOST_BODIES_IN_A_RUN = 12;

function firstLetterIsLower(text: string): boolean {
  return /^\p{Ll}/u.test(text);
}

/** `Các Sở Nội vụ` → `Sở Nội vụ`; any other name unchanged. */
function withoutPlural(text: string): string {
  return /^các\s/iu.test(text) ? text.slice(text.search(/\s/u)).trim() : text;
}

/** Number of words of `words` at its end that form a plain group noun: `các sở` 1, `Các sở, ban ngành` 2, `Sở Nội vụ` 0. */
function endsWithGroupNoun(words: readonly string[]): boolean {
  return [1, 2, 3].some((count) => {
    const from = words.length - count;
    return from >= 0 && GROUP_NOUNS.matchLength(words, from) === count && isGroupBefore(words, from);
  });
}

/** A lone noun is a group noun only where the words before it do not make it part of a name (`Ban Tổ chức`). */
function isGroupBefore(words: readonly string[], from: number): boolean {
  if (from === 0) return true;
  const before = words[from - 1] ?? '';
  if (PLURAL_HEADS.has(before) || before === 'dan' || before === 'va' || before === 'hdnd' || before === 'ubnd')
    return true;
  return GROUP_NOUNS.matchLength(words, from - 1) === 1 || (from > 1 && GROUP_NOUNS.matchLength(words, from - 2) === 2);
}

/** The part of a body after its name: ` cấp huyện` in `UBND cấp huyện`; null when the text is no levelled body. */
export function levelOfBody(text: string): { body: string; qualifier: string } | null {
  const pieces = tidyName(text).split(' ');
  for (let count = Math.min(pieces.length, LONGEST_BODY_WORDS); count > 0; count -= 1) {
    const body = pieces.slice(0, count).join(' ');
    const words = foldedWords(body);
    if (words.length > 0 && LEVELLED_BODIES.matchLength(words) === words.length) {
      return { body, qualifier: pieces.slice(count).join(' ') };
    }
  }
  return null;
}

/** `cấp xã`, `xã`, `thành phố`: a level alone, without a proper name. */
function isLevelAlone(words: readonly string[]): boolean {
  const from = words[0] === LEVEL_WORD ? 1 : 0;
  return words.length > from && UNIT_NOUNS.matchLength(words, from) === words.length - from;
}

/** Builds the names of one line from its pieces, left to right. */
export class NameAssembler {
  readonly #line: string;
  readonly #names: DraftName[] = [];
  #distribution: Distribution | null = null;
  #levels = false;

  constructor(line: string) {
    this.#line = line;
  }

  /** The names of the line, each completed, in print order. */
  assemble(pieces: readonly Piece[]): string[] {
    pieces.forEach((piece, index) => this.#take(piece, pieces[index + 1]?.separator === 'COLON'));
    const texts = this.#names.map((name) => this.#textOf(name)).filter((text) => foldName(text) !== '');
    return completeBodies(texts);
  }

  #textOf(name: DraftName): string {
    const own = this.#line.slice(name.start, name.end);
    return trimMarks(tidyName(name.taken === '' ? own : `${name.taken} ${own}`));
  }

  #last(): DraftName | undefined {
    return this.#names[this.#names.length - 1];
  }

  /** The beginning of the last name, as far as needed to know its body. */
  #lastBeginning(): string {
    const last = this.#last();
    if (last === undefined) return '';
    return this.#textOf({ ...last, end: Math.min(last.end, last.start + INSPECTED_CHARACTERS) });
  }

  /** The end of the last name, as far as needed to know its last noun. */
  #lastEnding(): string {
    const last = this.#last();
    if (last === undefined) return '';
    return this.#textOf({ ...last, start: Math.max(last.start, last.end - INSPECTED_CHARACTERS) });
  }

  #take(piece: Piece, beforeColon: boolean): void {
    const introduced = skipIntroduction(this.#line.slice(piece.start, piece.end));
    const start = piece.start + introduced;
    const text = this.#line.slice(start, piece.end);
    const words = foldedWords(text);
    if (words.length === 0) return;
    const place = { start, end: piece.end };
    if (beforeColon) this.#takeList(place, text);
    else if (this.#continuesGroup(text, words, piece)) this.#extend(piece.end);
    else if (this.#addsLevel(words)) this.#addLevel(place);
    else if (NAME_HEADS.matchLength(words) > 0 && !this.#isShortPortfolio(text)) this.#add(place, text);
    else this.#takeHeadless(place, text, piece);
  }

  /** What stands before a colon: a head that the list after it shares, or words that introduce it. */
  #takeList(place: { start: number; end: number }, text: string): void {
    const words = foldedWords(text);
    if (this.#continuesGroup(text, words, { ...place, separator: 'COMMA' })) {
      this.#extend(place.end);
      const last = this.#last();
      const heading = last === undefined ? '' : this.#textOf(last);
      this.#names.pop();
      this.#distribution = distributionOf(heading);
      return;
    }
    this.#distribution = distributionOf(text);
    if (this.#distribution === null && NAME_HEADS.matchLength(words) > 0) this.#add(place, text);
  }

  #add(place: { start: number; end: number }, text: string): void {
    const singular = withoutPlural(text);
    const words = foldedWords(singular);
    const plural = singular !== text;
    const isDepartment = words[0] === 'so' || words[0] === 'bo';
    const rest = singular.slice(singular.search(/\s|$/u)).trim();
    this.#levels = false;
    if (isDepartment && rest !== '' && isPortfolio(rest)) {
      this.#names.push({ taken: '', start: place.end - singular.length, end: place.end });
      this.#distribution = { head: singular.split(/\s/u)[0] ?? singular, everything: false };
      return;
    }
    this.#names.push({ taken: '', ...place });
    if (this.#distribution?.everything !== true) this.#distribution = plural ? namedUnits(text) : null;
  }

  #takeHeadless(place: { start: number; end: number }, text: string, piece: Piece): void {
    const distribution = this.#distribution;
    if (distribution !== null && (distribution.everything || isPortfolio(text))) {
      this.#names.push({ taken: distributedHead(distribution.head, text), ...place });
    } else if (this.#last() !== undefined && (piece.separator === 'AND' || firstLetterIsLower(text))) {
      this.#extend(place.end);
    } else {
      this.#names.push({ taken: '', ...place });
    }
  }

  #isShortPortfolio(text: string): boolean {
    return this.#distribution?.everything === true && this.#distribution.head !== '' && isPortfolio(text);
  }

  #extend(end: number): void {
    const last = this.#last();
    if (last !== undefined) last.end = end;
  }

  /** `ban` and `ngành cấp tỉnh` in `Các sở, ban, ngành cấp tỉnh`. */
  #continuesGroup(text: string, words: readonly string[], piece: Piece): boolean {
    if (this.#last() === undefined || piece.separator === 'COLON' || this.#levels) return false;
    const noun = GROUP_NOUNS.matchLength(words);
    if (noun === 0 || !endsWithGroupNoun(foldedWords(this.#lastEnding()))) return false;
    return firstLetterIsLower(text) || noun === words.length || GROUP_QUALIFIERS.matchLength(words, noun) > 0;
  }

  #addsLevel(words: readonly string[]): boolean {
    const body = levelOfBody(this.#lastBeginning());
    return isLevelAlone(words) && body !== null && body.qualifier !== '';
  }

  /** Completes every body of the run before it: `HĐND, UBND cấp huyện, cấp xã` names four bodies. */
  #addLevel(place: { start: number; end: number }): void {
    const bodies: string[] = [];
    const earliest = Math.max(0, this.#names.length - MOST_BODIES_IN_A_RUN);
    for (let index = this.#names.length - 1; index >= earliest; index -= 1) {
      const name = this.#names[index];
      const body = name === undefined ? null : levelOfBody(this.#textOf(name));
      if (body === null) break;
      if (!bodies.includes(body.body)) bodies.unshift(body.body);
    }
    for (const body of bodies) this.#names.push({ taken: body, ...place });
    this.#levels = true;
  }
}

/** Length of the introducing words at the start of a piece: `Mời MTTQVN tỉnh` → 4. */
function skipIntroduction(text: string): number {
  let offset = 0;
  for (;;) {
    const rest = text.slice(offset);
    const bullet = /^(?:[-+*•–]\s*|\d{1,2}[.)]\s+|\s+)/u.exec(rest)?.[0].length ?? 0;
    const words = foldedWords(rest.slice(0, INSPECTED_CHARACTERS));
    const introduced = bullet > 0 ? 0 : INTRODUCTIONS.matchLength(words);
    if (bullet === 0 && introduced === 0) return offset;
    offset += bullet > 0 ? bullet : lengthOfWords(rest, introduced);
  }
}

function lengthOfWords(text: string, count: number): number {
  let remaining = count;
  for (const match of text.matchAll(/\S+/gu)) {
    remaining -= foldedWords(match[0]).length;
    if (remaining <= 0) return match.index + match[0].length;
  }
  return text.length;
}

/** Drops marks around a name: list dashes, full stops, asterisks of emphasis. */
function trimMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && '-–•*+.,;:/ '.includes(text[start] ?? '')) start += 1;
  while (end > start && '-–•*+.,;:/ '.includes(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}

/** What the heading of a list gives to its items: `Các Sở` → `Sở`, `UBND các huyện, thành phố` → `UBND huyện`. */
function distributionOf(heading: string): Distribution | null {
  const text = withoutPlural(tidyName(heading));
  const words = foldedWords(text);
  if (words.length === 1 && GROUP_NOUNS.matchLength(words) === 1) return { head: text, everything: true };
  const body = levelOfBody(text);
  if (body === null) return null;
  const units =
    withoutPlural(body.qualifier)
      .split(',')[0]
      ?.split(/\svà\s/u)[0]
      ?.trim() ?? '';
  return UNIT_NOUNS.matchLength(foldedWords(units)) > 0 ? { head: `${body.body} ${units}`, everything: true } : null;
}

/** `UBND các huyện A Lưới` names one district and distributes to the next; a plain plural distributes nothing. */
function namedUnits(text: string): Distribution | null {
  const body = levelOfBody(text);
  return body === null ? null : distributionOf(body.body);
}

/** `UBND huyện` before `TP. Kon Tum` gives `UBND`, for the item says what unit it is. */
function distributedHead(head: string, item: string): string {
  const body = levelOfBody(head);
  const words = foldedWords(item);
  const unit = UNIT_NOUNS.matchLength(words);
  return body !== null && unit > 0 && unit < words.length ? body.body : head;
}

/** `HĐND`, `UBND cấp huyện` → `HĐND cấp huyện`, `UBND cấp huyện`. */
function completeBodies(names: readonly string[]): string[] {
  const completed: string[] = [];
  let qualifier = '';
  for (const name of [...names].reverse()) {
    const body = levelOfBody(name);
    if (body === null) qualifier = '';
    else if (body.qualifier !== '') qualifier = body.qualifier;
    completed.push(body !== null && body.qualifier === '' && qualifier !== '' ? `${name} ${qualifier}` : name);
  }
  return completed.reverse();
}

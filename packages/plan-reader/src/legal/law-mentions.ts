import { isUpperCase, isWordCharacter, skipBlanks } from '../text/characters';
import { foldKeepingLength } from '../text/fold';
import { findPhrase, phraseAt } from '../text/phrases';
import { LAW_NAME_ENDS, LAW_NAMES, NOT_LAWS } from './law-names';

/** A law cited by name. */
export interface LawMention {
  readonly start: number;
  readonly end: number;
  readonly printed: string;
  /** «Luật …» with the official title where it is known. */
  readonly title: string;
}

const AMENDING = 'sua doi, bo sung mot so dieu cua';
const LONGEST_LAW_NAME = 120;

interface KnownLaw {
  readonly name: string;
  readonly letters: string;
}

/** Longest first, so that «Giáo dục nghề nghiệp» is not read as «Giáo dục». */
const KNOWN_LAWS: readonly KnownLaw[] = LAW_NAMES.map((name) => ({
  name,
  letters: bareLetters(foldKeepingLength(name)),
})).sort((left, right) => right.letters.length - left.letters.length);

/** Every law cited by name in a text, left to right. */
export function scanLawNames(text: string, folded: string): LawMention[] {
  const mentions: LawMention[] = [];
  let at = findPhrase(folded, 'luat');
  while (at !== -1) {
    const mention = isUpperCase(text.charAt(at)) ? readLawAt(text, folded, at) : null;
    if (mention !== null) mentions.push(mention);
    at = findPhrase(folded, 'luat', Math.max(mention?.end ?? 0, at + 4));
  }
  return mentions;
}

function readLawAt(text: string, folded: string, start: number): LawMention | null {
  const nameAt = skipBlanks(text, start + 4);
  if (NOT_LAWS.some((word) => phraseAt(folded, word, nameAt))) return null;
  if (phraseAt(folded, AMENDING, nameAt)) return readAmendingLaw(text, folded, start, nameAt);
  return readKnownLaw(text, folded, start, nameAt) ?? readOtherLaw(text, folded, start, nameAt);
}

function readAmendingLaw(text: string, folded: string, start: number, nameAt: number): LawMention | null {
  const after = nameAt + AMENDING.length;
  const offset = findPhrase(folded.slice(after, after + 30), 'luat');
  if (offset === -1) return null;
  const innerAt = after + offset;
  const innerName = skipBlanks(text, innerAt + 4);
  const inner = readKnownLaw(text, folded, innerAt, innerName) ?? readOtherLaw(text, folded, innerAt, innerName);
  if (inner === null) return null;
  const title = `Luật Sửa đổi, bổ sung một số điều của ${inner.title}`;
  return { start, end: inner.end, printed: text.slice(start, inner.end), title };
}

function readKnownLaw(text: string, folded: string, start: number, nameAt: number): LawMention | null {
  for (const law of KNOWN_LAWS) {
    const end = endOfLetters(folded, nameAt, law.letters);
    if (end !== -1) return { start, end, printed: text.slice(start, end), title: `Luật ${law.name}` };
  }
  return null;
}

/** The position after `letters` printed at `at`, whatever commas and blanks stand between; abbreviations are read out. */
function endOfLetters(folded: string, at: number, letters: string): number {
  let index = at;
  let matched = 0;
  while (matched < letters.length) {
    if (index - at > LONGEST_LAW_NAME) return -1;
    const rest = letters.slice(matched);
    if (phraseAt(folded, 'vbqppl', index) && rest.startsWith('vanbanquyphamphapluat')) {
      matched += 'vanbanquyphamphapluat'.length;
      index += 6;
    } else if (phraseAt(folded, 'qppl', index) && rest.startsWith('quyphamphapluat')) {
      matched += 'quyphamphapluat'.length;
      index += 4;
    } else if (folded.charAt(index) === rest.charAt(0)) {
      matched += 1;
      index += 1;
    } else if (isGap(folded.charAt(index))) index += 1;
    else return -1;
  }
  return isWordCharacter(folded.charAt(index)) ? -1 : index;
}

function isGap(character: string): boolean {
  return character === ' ' || character === ',';
}

function bareLetters(folded: string): string {
  return folded.replaceAll(',', '').replaceAll(' ', '');
}

/** A law that is not listed: its name opens with a capital and runs to a mark of punctuation or a word that ends names. */
function readOtherLaw(text: string, folded: string, start: number, nameAt: number): LawMention | null {
  if (!isUpperCase(text.charAt(nameAt))) return null;
  let end = nameAt;
  while (end < text.length && end - nameAt < LONGEST_LAW_NAME && !',;.:()[]"”\t'.includes(text.charAt(end))) end += 1;
  for (const word of LAW_NAME_ENDS) {
    const offset = findPhrase(folded.slice(nameAt, end + word.length), word, 1);
    if (offset !== -1 && nameAt + offset < end) end = nameAt + offset;
  }
  const printed = text.slice(start, end).trim();
  const name = text.slice(nameAt, end).trim();
  return name.length < 2 ? null : { start, end, printed, title: `Luật ${name}` };
}

const COMBINING_MARKS = /\p{M}+/gu;
const QUOTES = /['’‘`´ʼ"“”„«»]/g;
const NOT_WORD_CHARACTERS = /[^\p{L}\p{N}]+/gu;

/** Text in Unicode normal form C, blanks collapsed to one space and trimmed; letters and punctuation stay as printed. */
export function tidyName(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/**
 * A name as it is compared and searched: lower case, without Vietnamese diacritics (đ becomes d), `&` read as `và`,
 * quotes dropped (`H'Drai` is `hdrai`), and dashes and other punctuation read as one space. Linear in the length of the
 * name; `foldName(foldName(x)) === foldName(x)`.
 */
export function foldName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replaceAll('đ', 'd')
    .replace(QUOTES, '')
    .replaceAll('&', ' va ')
    .replace(NOT_WORD_CHARACTERS, ' ')
    .trim();
}

/** The words of a folded name; no words for an empty name. */
export function foldedWords(name: string): string[] {
  const folded = foldName(name);
  return folded === '' ? [] : folded.split(' ');
}

/**
 * A folded name without its `và`: `Sở Khoa học Công nghệ` and `Sở Khoa học & Công nghệ` have one skeleton, as do
 * `Phát thanh - Truyền hình` and `Phát thanh và Truyền hình`.
 */
export function nameSkeleton(name: string): string {
  return foldedWords(name)
    .filter((word) => word !== 'va')
    .join(' ');
}

/** Letters of an abbreviation alone: `LĐ-TB&XH`, `LĐTBXH` and `lđ tb xh` are all `ldtbxh`. */
export function abbreviationKey(text: string): string {
  return nameSkeleton(text).replaceAll(' ', '');
}

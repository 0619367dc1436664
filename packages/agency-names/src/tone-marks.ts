const FIRST_VOWELS: Readonly<Record<string, string>> = { o: 'òóỏõọ', O: 'ÒÓỎÕỌ', u: 'ùúủũụ', U: 'ÙÚỦŨỤ' };
const PLAIN_SECOND_VOWELS = [
  { plain: 'a', marked: 'àáảãạ' },
  { plain: 'A', marked: 'ÀÁẢÃẠ' },
  { plain: 'e', marked: 'èéẻẽẹ' },
  { plain: 'E', marked: 'ÈÉẺẼẸ' },
  { plain: 'y', marked: 'ỳýỷỹỵ' },
  { plain: 'Y', marked: 'ỲÝỶỸỴ' },
];
const OPEN_SYLLABLE = /(?<![qQ])([oO])([àáảãạÀÁẢÃẠèéẻẽẹÈÉẺẼẸ])(?!\p{L})|(?<![qQ])([uU])([ỳýỷỹỵỲÝỶỸỴ])(?!\p{L})/gu;

function moveMark(first: string, second: string): string {
  for (const { plain, marked } of PLAIN_SECOND_VOWELS) {
    const tone = marked.indexOf(second);
    if (tone >= 0) return `${FIRST_VOWELS[first]?.[tone] ?? first}${plain}`;
  }
  return `${first}${second}`;
}

/**
 * The tone mark of an open syllable in `oa`, `oe`, `uy` set on its first vowel, as legal documents print it:
 * `Uỷ` becomes `Ủy`, `hoá` becomes `hóa`; `quý` and `hoàn` are untouched. Expects normal form C.
 */
export function normaliseToneMarks(text: string): string {
  return text.replace(OPEN_SYLLABLE, (_match, o?: string, a?: string, u?: string, y?: string) =>
    o !== undefined && a !== undefined ? moveMark(o, a) : moveMark(u ?? '', y ?? ''),
  );
}

import { isWordCharacter } from '../text/characters';

/** What plans abbreviate, and words for one thing; read left to right, so a replaced word is not replaced again. */
const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ['tthc', 'thu tuc hanh chinh'],
  ['qppl', 'quy pham phap luat'],
  ['vbqppl', 'van ban quy pham phap luat'],
  ['cchc', 'cai cach hanh chinh'],
  ['ubnd', 'uy ban nhan dan'],
  ['dvctt', 'dich vu cong truc tuyen'],
  ['dvc', 'dich vu cong'],
  ['csdl', 'co so du lieu'],
  ['cntt', 'cong nghe thong tin'],
  ['bcci', 'buu chinh cong ich'],
  ['htqlcl', 'he thong quan ly chat luong'],
  ['ktxh', 'kinh te xa hoi'],
]);

/** Phrases read as one: levels of online service, so that «mức độ 3, 4» is not level 3 and a loose 4. Longest first. */
const PHRASES: readonly (readonly [string, string])[] = [
  [' muc do 3 va muc do 4 ', ' capdo34 '],
  [' muc do 3 muc do 4 ', ' capdo34 '],
  [' muc do 3 va 4 ', ' capdo34 '],
  [' muc do 3 tro len ', ' capdo34 '],
  [' muc do 3 4 ', ' capdo34 '],
  [' muc do 3 hoac 4 ', ' capdo34 '],
  [' muc 3 va muc 4 ', ' capdo34 '],
  [' muc 3 va 4 ', ' capdo34 '],
  [' muc 3 4 ', ' capdo34 '],
  [' mot phan va toan trinh ', ' capdo34 '],
  [' toan trinh va mot phan ', ' capdo34 '],
  [' muc do 4 ', ' capdo4 '],
  [' muc 4 ', ' capdo4 '],
  [' toan trinh ', ' capdo4 '],
  [' muc do 3 ', ' capdo3 '],
  [' muc 3 ', ' capdo3 '],
  [' muc do 2 ', ' capdo2 '],
  [' kh cai cach hanh chinh ', ' ke hoach cai cach hanh chinh '],
];

/** A folded clause as words between single blanks, abbreviations read out, punctuation gone: what metric rules are written for. */
export function subjectWords(folded: string): string {
  let text = ` ${wordsOf(folded).join(' ')} `;
  for (const [printed, level] of PHRASES) text = text.replaceAll(printed, level);
  return text;
}

function wordsOf(folded: string): string[] {
  const words: string[] = [];
  let word = '';
  for (const character of `${folded} `) {
    if (isWordCharacter(character)) word += character;
    else if (word !== '') {
      words.push(REPLACEMENTS.get(word) ?? word);
      word = '';
    }
  }
  return words;
}

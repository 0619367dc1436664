const COMBINING_MARKS = /[\u0300-\u036f]/g;
const folded = new Map<string, string>();

function foldCharacter(character: string): string {
  if (character === 'đ' || character === 'Đ') return 'd';
  const base = character.normalize('NFD').replace(COMBINING_MARKS, '').toLowerCase();
  return base.length === character.length ? base : character;
}

/**
 * Lower case without diacritics, character by character: the result has the length of the input, so that a position found in
 * it is a position in the text. Input is NFC. Folding also hides the commonest OCR faults (a tone lost or swapped).
 */
export function foldKeepingLength(text: string): string {
  let result = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    let plain = folded.get(character);
    if (plain === undefined) {
      plain = foldCharacter(character);
      folded.set(character, plain);
    }
    result += plain;
  }
  return result;
}

import type { IsoDate, ProvinceCode } from '@lientinh/contracts';
import { foldKeepingLength } from '../text/fold';
import { findPhrase } from '../text/phrases';
import { isUpperCase } from '../text/characters';

export interface ProvinceMatch {
  readonly code: ProvinceCode;
  readonly name: string;
}

/** Which province a printed name («Thừa Thiên Huế», «Hà Nội») means on a day; null when none. Supplied by the caller. */
export interface ProvinceNameResolver {
  resolve(name: string, on: IsoDate | null): ProvinceMatch | null;
}

const PREFIXES = ['tinh', 'thanh pho', 'tp.'];
const LONGEST_NAME_WORDS = 4;
const MOST_PLACES = 20;

/** The first province named after «tỉnh» or «thành phố» in `text` (NFC). */
export function findProvince(text: string, on: IsoDate | null, provinces: ProvinceNameResolver): ProvinceMatch | null {
  const folded = foldKeepingLength(text);
  for (const prefix of PREFIXES) {
    let at = findPhrase(folded, prefix);
    for (let place = 0; at !== -1 && place < MOST_PLACES; place += 1) {
      const match = resolveLongest(text.slice(at + prefix.length), on, provinces);
      if (match !== null) return match;
      at = findPhrase(folded, prefix, at + prefix.length);
    }
  }
  return null;
}

/** Tries the run of capitalised words at the start of `rest`, longest first. */
export function resolveLongest(
  rest: string,
  on: IsoDate | null,
  provinces: ProvinceNameResolver,
): ProvinceMatch | null {
  const words: string[] = [];
  for (const word of rest.trimStart().slice(0, 60).split(' ').slice(0, LONGEST_NAME_WORDS)) {
    if (!isUpperCase(word.charAt(0))) break;
    words.push(trimPunctuation(word));
    if (trimPunctuation(word) !== word) break;
  }
  for (let length = words.length; length > 0; length -= 1) {
    const match = provinces.resolve(words.slice(0, length).join(' '), on);
    if (match !== null) return match;
  }
  return null;
}

function trimPunctuation(word: string): string {
  let end = word.length;
  while (end > 0 && ',.;:)/'.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(0, end);
}

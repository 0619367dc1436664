import { type IsoDate, type ProvinceCode } from '@lientinh/contracts';
import { foldedWords, tidyName } from './fold';
import { FOLDED_PROVINCE_NAMES, isMunicipalityName, provinceCodesNamed } from './province-names';

/** A printed agency name taken apart at the province it ends with. */
export interface PrintedProvince {
  /** The name before the province and before `tỉnh` or `thành phố`. */
  readonly base: string;
  /** `tỉnh`, `thành phố` or nothing, as printed before the province. */
  readonly unit: 'tỉnh' | 'thành phố' | '';
  /** Codes that the province name has meant (on the day asked for); empty for none. */
  readonly codes: readonly ProvinceCode[];
}

const PROVINCE_WORDS = FOLDED_PROVINCE_NAMES.map((name) => name.split(' '));

function endsWith(words: readonly string[], ending: readonly string[]): boolean {
  const from = words.length - ending.length;
  return from > 0 && ending.every((word, offset) => words[from + offset] === word);
}

/** `name` without its last `count` folded words. */
function withoutLastWords(name: string, count: number): string {
  const words = name.split(' ');
  let remaining = count;
  while (remaining > 0 && words.length > 0) remaining -= foldedWords(words.pop() ?? '').length;
  while (words.length > 0 && foldedWords(words[words.length - 1] ?? '').length === 0) words.pop();
  return words.join(' ');
}

/**
 * The province at the end of a printed name: `Sở Nội vụ tỉnh Kon Tum` is `Sở Nội vụ`, `tỉnh`, 62; `Báo Kon Tum` is
 * `Báo`, nothing, 62. Null when the name ends with no province, or is one. `thành phố Kon Tum` is a district, not a province.
 */
export function findPrintedProvince(name: string, on?: IsoDate): PrintedProvince | null {
  const tidy = tidyName(name);
  const words = foldedWords(tidy);
  const province = PROVINCE_WORDS.find((ending) => endsWith(words, ending));
  if (province === undefined) return null;
  const folded = province.join(' ');
  const before = words.slice(0, words.length - province.length);
  const codes = provinceCodesNamed(folded, on);
  if (endsWith(before, ['tinh'])) return { base: withoutLastWords(tidy, province.length + 1), unit: 'tỉnh', codes };
  const cityWords = endsWith(before, ['thanh', 'pho']) ? 2 : endsWith(before, ['tp']) ? 1 : 0;
  if (cityWords > 0) {
    if (!isMunicipalityName(folded)) return null;
    return { base: withoutLastWords(tidy, province.length + cityWords), unit: 'thành phố', codes };
  }
  if (endsWith(before, ['huyen']) || endsWith(before, ['thi', 'xa']) || endsWith(before, ['quan'])) return null;
  return { base: withoutLastWords(tidy, province.length), unit: '', codes };
}

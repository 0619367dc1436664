import {
  BROADCASTER_ABBREVIATIONS,
  PORTFOLIOS,
  PORTFOLIO_HEADS,
  UNIT_ABBREVIATIONS,
  WORD_ABBREVIATIONS,
} from './abbreviations';
import { NAME_VARIANTS, PROVINCIAL_BODIES, STANDARD_NAMES } from './canonical-names';
import { abbreviationKey, foldName, nameSkeleton, tidyName } from './fold';
import { findPrintedProvince } from './printed-province';
import { isMunicipalityName } from './province-names';
import { normaliseToneMarks } from './tone-marks';

const DASH = /\s*[–—−]\s*|\s+-\s+/gu;
/** No portfolio is printed in more words than `Nông nghiệp và Phát triển nông thôn` or `Lao động - Thương binh và Xã hội`. */
const LONGEST_PORTFOLIO_WORDS = 10;
const SPACED_AMPERSAND = /\s*&\s*/gu;

function keyed(record: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(record).map(([short, full]) => [abbreviationKey(short), full]));
}

const WORDS = keyed(WORD_ABBREVIATIONS);
const BROADCASTERS = keyed(BROADCASTER_ABBREVIATIONS);
const UNITS = keyed(UNIT_ABBREVIATIONS);
const HEADS = new Map(PORTFOLIO_HEADS.map((head) => [foldName(head), head]));
const BODIES = new Map(PROVINCIAL_BODIES.map((body) => [nameSkeleton(body), body]));

/** First meaning wins where two portfolios share an abbreviation. */
const PORTFOLIO_NAMES = new Map<string, string>();
for (const { name, abbreviations } of PORTFOLIOS) {
  for (const key of [nameSkeleton(name), ...abbreviations.map(abbreviationKey)]) {
    if (!PORTFOLIO_NAMES.has(key)) PORTFOLIO_NAMES.set(key, name);
  }
}

const STANDARD_BY_SKELETON = new Map<string, string>(STANDARD_NAMES.map((name) => [nameSkeleton(name), name]));
for (const [name, variants] of Object.entries(NAME_VARIANTS)) {
  for (const variant of variants) STANDARD_BY_SKELETON.set(nameSkeleton(variant), name);
}

/** Letters in capitals: an abbreviation, not a word that happens to be spelt alike (`vp`, `Kkt`). */
function looksAbbreviated(word: string): boolean {
  return /\p{Lu}/u.test(word) && word === word.toUpperCase();
}

function expandWord(word: string, index: number, words: readonly string[]): string {
  const key = abbreviationKey(word);
  if (!looksAbbreviated(word)) return word;
  const next = words[index + 1];
  const unit = UNITS.get(key);
  if (unit !== undefined && next !== undefined && /^\p{Lu}/u.test(next)) return unit;
  return WORDS.get(key) ?? word;
}

/** `Sở TT&TT` → `Sở Thông tin và Truyền thông`; also the full name in another spelling (`Sở Khoa học Công nghệ`). */
function expandPortfolio(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const head = HEADS.get(foldName(first));
  if (head === undefined) return name;
  for (let count = Math.min(rest.length, LONGEST_PORTFOLIO_WORDS); count > 0; count -= 1) {
    const printed = rest.slice(0, count).join(' ');
    const portfolio = PORTFOLIO_NAMES.get(nameSkeleton(printed)) ?? PORTFOLIO_NAMES.get(abbreviationKey(printed));
    if (portfolio !== undefined) return [head, portfolio, ...rest.slice(count)].join(' ');
  }
  return name;
}

function expandBroadcaster(name: string): string {
  const words = name.split(' ');
  if (foldName(words[0] ?? '') !== 'dai') return name;
  for (const count of [3, 2, 1]) {
    const full = BROADCASTERS.get(abbreviationKey(words.slice(1, 1 + count).join(' ')));
    if (full !== undefined) return [words[0], full, ...words.slice(1 + count)].join(' ');
  }
  return name;
}

function expandWords(name: string): string {
  const words = name.replace(/\b(TP|TX)\.\s*(?=\p{Lu})/gu, '$1 ').split(' ');
  return words.map(expandWord).join(' ');
}

function isDepartment(name: string): boolean {
  return nameSkeleton(name).startsWith('so ') || nameSkeleton(name) === 'ban dan toc';
}

/** The name without its province: a department loses `tỉnh …`, a body keeps `tỉnh` (or `thành phố`). */
function withoutProvince(name: string): string {
  const province = findPrintedProvince(name);
  if (province === null) {
    const bare = name.replace(/\stỉnh$/u, '');
    return isDepartment(bare) ? bare : name;
  }
  if (isDepartment(province.base)) return province.base;
  if (province.unit !== '') return `${province.base} ${province.unit}`;
  const body = BODIES.get(nameSkeleton(province.base));
  if (body === undefined) return name;
  const printed = foldName(name).slice(foldName(province.base).length).trim();
  return `${body} ${isMunicipalityName(printed) ? 'thành phố' : 'tỉnh'}`;
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function canonicalStep(printed: string): string {
  const tidy = tidyName(normaliseToneMarks(tidyName(printed)).replace(DASH, ' - '));
  const ampersands = tidy.replace(SPACED_AMPERSAND, '&');
  const expanded = expandWords(expandPortfolio(expandBroadcaster(ampersands))).replace(SPACED_AMPERSAND, ' và ');
  const named = withoutProvince(expanded);
  return STANDARD_BY_SKELETON.get(nameSkeleton(named)) ?? capitalised(tidyName(named));
}

/** An expansion can uncover another (`VP UBND tỉnh …`); no printed name needs more rounds than this. */
const MOST_ROUNDS = 6;

/**
 * The name an agency is filed under: abbreviations in full (`VP UBND tỉnh` → `Văn phòng Ủy ban nhân dân tỉnh`), one
 * spelling of tone marks (`Uỷ` → `Ủy`), ` - ` for every dash, groups by their standard name (`UBND các huyện, thành phố`
 * → `Ủy ban nhân dân cấp huyện`), and no province name (`Sở Nội vụ tỉnh Kon Tum` → `Sở Nội vụ`; a newspaper's title
 * keeps it, for it is the title). A name with nothing to change comes back tidied. Applying it twice changes nothing.
 */
export function canonicalAgencyName(printed: string): string {
  let name = printed;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = canonicalStep(name);
    if (next === name) return name;
    name = next;
  }
  return name;
}

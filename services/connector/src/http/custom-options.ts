import { editDistance } from '@lientinh/errors';
import type { EntitySet } from '../model';
import { ONLY_WITH_DOLLAR, optionUnknown, SHAPING_OPTIONS, shown } from '../query';
import { optionCut } from './short-filter.errors';
import { isShortFilter, SHORT_FILTER_NAMES } from './short-filters';
import { bareName, type OptionPair } from './system-options';

/** System options of rows, as they are proposed. */
const SYSTEM_OPTIONS = [...Object.keys(SHAPING_OPTIONS), 'format', 'skiptoken', 'deltatoken'].map((name) => `$${name}`);
/** Options of file formats. */
const FORMAT_OPTIONS = ['headers', 'decimal', 'guard'];
const KNOWN = [...SHORT_FILTER_NAMES, ...SYSTEM_OPTIONS, ...FORMAT_OPTIONS];
/** Other words for the same, as plain words: other forms, Vietnamese, SQL. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  indexes: 'index',
  indices: 'index',
  chiso: 'index',
  nam: 'year',
  tinh: 'provinces',
  matinh: 'provinces',
  tieuchi: 'criteria',
  order: '$orderby',
  sort: '$orderby',
  sapxep: '$orderby',
  where: '$filter',
  loc: '$filter',
  limit: '$top',
  offset: '$skip',
  fields: '$select',
  columns: '$select',
};
const SHORTEST_NAME = 3;
const SHORT_WORD = 4;
const MIDDLE_WORD = 5;

/**
 * OData lets a service ignore options that it does not know. One that is written almost like a known one, or like a column, is a filter
 * that would be lost without a word: ODATA_OPTION_UNKNOWN names the right one, ODATA_OPTION_CUT a condition cut by `&`. Others
 * (`utm_source`, `api-version`) are ignored.
 */
export function refuseMistyped(set: EntitySet | null, pairs: readonly OptionPair[]): void {
  for (const [name, value] of pairs) {
    if (name.startsWith('@') || name.startsWith('$') || isShortFilter(name)) continue;
    if (/[\s'"()]/.test(name)) throw optionCut({ option: shown(name.trim()) });
    const meant = meantOption(name) ?? meantColumn(set, name, value);
    if (meant !== null) throw optionUnknown({ option: shown(name), at: 0, name: shown(name), nearest: [meant] });
  }
}

/** The known option that a name is a slip of; null when it is known itself, or foreign. */
export function meantOption(written: string): string | null {
  const name = written.toLowerCase();
  const isKnown = KNOWN.some((known) => bareName(known) === name);
  // A token without `$` is a custom option to OData, which would begin anew.
  if (isKnown) return ONLY_WITH_DOLLAR.has(name) ? `$${name}` : null;
  const close = KNOWN.filter((known) => isSlipOf(name, bareName(known)));
  const [nearest] = close.sort((a, b) => editDistance(name, bareName(a)) - editDistance(name, bareName(b)));
  const word = plainWord(written);
  return (Object.hasOwn(OTHER_WORDS, word) ? OTHER_WORDS[word] : nearest) ?? null;
}

/** Without tone marks, case and underscores: `Mã_tỉnh` is `matinh`. */
const plainWord = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{M}|_/gu, '')
    .replaceAll('đ', 'd');

/** The first letter stands; two letters are wrong in a long word, one in a middling one, one too many or too few in a short one. */
function isSlipOf(name: string, known: string): boolean {
  if (name.length < SHORTEST_NAME || name[0] !== known[0]) return false;
  const shorter = Math.min(name.length, known.length);
  const distance = editDistance(name, known);
  if (distance === 2 && letters(name) === letters(known)) return true;
  if (shorter <= SHORT_WORD) return distance === 1 && name.length !== known.length;
  return distance <= (shorter <= MIDDLE_WORD ? 1 : 2);
}

const letters = (word: string): string => Array.from(word).sort().join('');

/** `ProvinceCode=46`: a column is no option. */
function meantColumn(set: EntitySet | null, written: string, value: string): string | null {
  const word = plainWord(written);
  const property = [...(set?.properties.values() ?? [])].find(({ name }) => plainWord(name) === word);
  if (property === undefined) return null;
  const literal = property.type === 'Edm.String' ? `'${value.replaceAll("'", "''")}'` : value;
  return `$filter=${property.name} eq ${shown(literal)}`;
}

import { findNavigation, findSet, targetOf, type EntitySet, type Model } from '../model';
import {
  type Expression,
  optionTwice,
  optionUnknown,
  parseQueryOptions,
  type RequestOptions,
  type ResourcePath,
  shown,
} from '../query';
import { shortcutInvalid, shortcutNotHere } from './short-filter.errors';
import { bareName, type OptionPair } from './system-options';

/** A short way to say the most usual filters: comma-separated values of one column. */
interface ShortFilter {
  /** Column of the contract. */
  readonly column: string;
  /** The value that somebody means; a spreadsheet takes the 0 of `08` away. */
  readonly read?: (written: string) => string;
  readonly value: RegExp;
  readonly quoted: boolean;
  readonly example: string;
}

const SHORT_FILTERS: Readonly<Record<string, ShortFilter>> = {
  index: {
    column: 'index_code',
    read: (written) => written.toUpperCase().replaceAll(' ', '_'),
    value: /^[A-Z][A-Z0-9_]{0,63}$/,
    quoted: true,
    example: 'PAPI',
  },
  year: { column: 'year', value: /^\d{4}$/, quoted: false, example: '2018,2019' },
  provinces: {
    column: 'province_code',
    read: (written) => written.replace(/^\d$/, '0$&'),
    value: /^\d{2}$/,
    quoted: true,
    example: '46,62',
  },
  criteria: { column: 'criterion_code', value: /^[\w.\-/]{1,64}$/, quoted: true, example: 'TOTAL,7.1' },
};

/** Names of all short filters. */
export const SHORT_FILTER_NAMES: readonly string[] = Object.keys(SHORT_FILTERS);

/** Most values of one short filter: an address has an end. */
const MOST_VALUES = 100;

/** Whether an option is a short filter: in any case, as OData 4.01 reads its own. */
export const isShortFilter = (name: string): boolean => SHORT_FILTER_NAMES.includes(name.toLowerCase());

/** The short filters that a set takes. */
export function shortFiltersOf({ set }: EntitySet): readonly string[] {
  return SHORT_FILTER_NAMES.filter((name) =>
    set.columns.some(({ name: column }) => column === SHORT_FILTERS[name]?.column),
  );
}

/**
 * The filter that short filters say: `index=PAPI&provinces=46,62` is `IndexCode eq 'PAPI' and ProvinceCode in ('46','62')` in the names
 * of the set. Null when there is none. ODATA_SHORTCUT_INVALID, ODATA_SHORTCUT_NOT_HERE, ODATA_OPTION_TWICE.
 */
export function conditionOfShortFilters(set: EntitySet, pairs: readonly OptionPair[]): string | null {
  const given = new Map<string, string>();
  for (const [written, value] of pairs) {
    const name = written.toLowerCase();
    if (given.has(name)) throw optionTwice({ option: written, at: 0, name: written });
    given.set(name, value);
  }
  return given.size === 0 ? null : [...given].map(([name, value]) => conditionOf(set, name, value)).join(' and ');
}

function conditionOf(set: EntitySet, name: string, text: string): string {
  const shortcut = SHORT_FILTERS[name];
  const property = [...set.properties.values()].find(({ column }) => column.name === shortcut?.column);
  if (shortcut === undefined || property === undefined)
    throw shortcutNotHere({ option: name, set: set.name, available: shortFiltersOf(set) });
  const { read = (written: string) => written, value: form, example } = shortcut;
  const values = text.split(',').map((value) => read(value.trim()));
  const wrong = values.filter((value) => !form.test(value));
  if (values.length > MOST_VALUES)
    throw shortcutInvalid({ option: name, value: `${values.length} > ${MOST_VALUES}`, example });
  if (wrong.length > 0) throw shortcutInvalid({ option: name, value: wrong.map(shown).join(','), example });
  const literals = values.map((value) => (shortcut.quoted ? `'${value}'` : value));
  return literals.length === 1
    ? `${property.name} eq ${literals[0] ?? ''}`
    : `${property.name} in (${literals.join(',')})`;
}

/** The set whose rows an address is about: the last one of its path; null where the model has no such address. */
export function addressedSet(model: Model, { segments }: ResourcePath): EntitySet | null {
  let set: EntitySet | null = null;
  for (const [place, segment] of segments.entries()) {
    if (segment.kind !== 'name') continue;
    if (place === 0) set = findSet(model, segment.name);
    const navigation = place === 0 || set === null ? null : findNavigation(set, segment.name);
    if (navigation !== null) set = targetOf(model, navigation);
  }
  return set;
}

/**
 * The options of a request for rows of a set, its short filters among them: they are joined to `$filter` by `and`; before the steps of
 * `$apply`, so that rows are taken before they are grouped.
 */
export function readOptions(set: EntitySet | null, pairs: readonly OptionPair[]): RequestOptions {
  for (const [name, value] of pairs) refuseDollar(name, value);
  const options = parseQueryOptions(pairs.filter(([name]) => !isShortFilter(name)));
  const shortFilters = pairs.filter(([name]) => isShortFilter(name));
  const text = set === null ? null : conditionOfShortFilters(set, shortFilters);
  const condition = text === null ? null : parseQueryOptions([['$filter', text]]).filter;
  if (condition === null) return options;
  const { filter, apply } = options;
  if (apply !== null) return { ...options, apply: [{ kind: 'filter', filter: condition, at: 0 }, ...apply] };
  return { ...options, filter: filter === null ? condition : both(filter, condition) };
}

const both = (left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator: 'and',
  left,
  right,
  at: left.at,
});

/** The list of the sets has no rows: a feed opened there would show every row of each set. ODATA_SHORTCUT_NOT_HERE. */
export function refuseShortFilters(place: string, pairs: readonly OptionPair[]): void {
  const found = pairs.find(([name]) => isShortFilter(name));
  if (found !== undefined) throw shortcutNotHere({ option: found[0], set: place, available: [] });
}

/** Short filters have no `$`; `$index=1` is a place in an ordered list, of which there is none here (OData 4.01 Protocol, 11.4.12). */
function refuseDollar(name: string, value: string): void {
  if (!name.startsWith('$') || !isShortFilter(name.slice(1))) return;
  if (name.toLowerCase() === '$index' && /^-?\d+$/.test(value.trim())) return;
  throw optionUnknown({
    option: shown(name),
    at: 0,
    name: shown(name),
    nearest: [`${bareName(name)}=${shown(value)}`],
  });
}

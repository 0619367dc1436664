import type { EntitySet } from '../model/edm';
import { shortcutInvalid, shortcutNotHere } from './delivery.errors';

/** A short way to say the most usual filters: comma-separated values of one column. */
interface Shortcut {
  /** Column of the contract. */
  readonly column: string;
  readonly value: RegExp;
  readonly quoted: boolean;
  readonly example: string;
}

const SHORTCUTS: Readonly<Record<string, Shortcut>> = {
  index: { column: 'index_code', value: /^[A-Z][A-Z0-9_]{0,63}$/, quoted: true, example: 'PAPI' },
  year: { column: 'year', value: /^\d{4}$/, quoted: false, example: '2018,2019' },
  provinces: { column: 'province_code', value: /^\d{2}$/, quoted: true, example: '46,62' },
  criteria: { column: 'criterion_code', value: /^[\w.\-/]{1,64}$/, quoted: true, example: 'TOTAL,7.1' },
};

/** Names of all short filters. */
export const SHORTCUT_NAMES: readonly string[] = Object.keys(SHORTCUTS);

/** Most values of one short filter: an address has an end. */
const MOST_VALUES = 100;

/** The short filters that a set takes. */
export function shortcutsOf({ set }: EntitySet): readonly string[] {
  return SHORTCUT_NAMES.filter((name) => set.columns.some(({ name: column }) => column === SHORTCUTS[name]?.column));
}

/**
 * The filter that short filters say, joined to a given one: `index=PAPI&provinces=46,62` is `IndexCode eq 'PAPI' and ProvinceCode in
 * ('46','62')` in the names of the set. Null when there is none at all. ODATA_SHORTCUT_INVALID, ODATA_SHORTCUT_NOT_HERE.
 */
export function filterOfShortcuts(
  set: EntitySet,
  shortcuts: readonly (readonly [name: string, value: string])[],
  given: string | null,
): string | null {
  const conditions = shortcuts.map(([name, value]) => conditionOf(set, name, value));
  const all = [...(given === null ? [] : [conditions.length === 0 ? given : `(${given})`]), ...conditions];
  return all.length === 0 ? null : all.join(' and ');
}

function conditionOf(set: EntitySet, name: string, text: string): string {
  const shortcut = SHORTCUTS[name];
  const property = [...set.properties.values()].find(({ column }) => column.name === shortcut?.column);
  if (shortcut === undefined || property === undefined)
    throw shortcutNotHere({ shortcut: name, set: set.name, available: shortcutsOf(set) });
  const values = text.split(',').map((value) => value.trim());
  if (values.length > MOST_VALUES || !values.every((value) => shortcut.value.test(value)))
    throw shortcutInvalid({ shortcut: name, value: text, example: shortcut.example });
  const literals = values.map((value) => (shortcut.quoted ? `'${value}'` : value));
  return literals.length === 1
    ? `${property.name} eq ${literals[0] ?? ''}`
    : `${property.name} in (${literals.join(',')})`;
}

import type { QueryOptions } from './ast';
import { nearestNames } from './nearest-names';
import { optionUnknown, type Place, shown } from './query.errors';

/** Options that say which rows, in which order, with what; by name in lower case without `$`. */
export const SHAPING_OPTIONS = {
  filter: 'filter',
  search: 'search',
  orderby: 'orderBy',
  select: 'select',
  expand: 'expand',
  compute: 'compute',
  apply: 'apply',
  top: 'top',
  skip: 'skip',
  count: 'count',
} as const satisfies Readonly<Record<string, keyof QueryOptions>>;
export type ShapingOption = keyof typeof SHAPING_OPTIONS;

/** System options of a whole request that shape no rows. */
const REQUEST_OPTIONS = ['format', 'id', 'index', 'schemaversion', 'levels', 'skiptoken', 'deltatoken'] as const;
export type SystemOption = ShapingOption | (typeof REQUEST_OPTIONS)[number];

/** Only a service makes these; without `$` they are custom options (ABNF of OData 4.01). */
export const ONLY_WITH_DOLLAR: ReadonlySet<string> = new Set(['skiptoken', 'deltatoken', 'levels']);
const SYSTEM_OPTIONS: ReadonlySet<string> = new Set([...Object.keys(SHAPING_OPTIONS), ...REQUEST_OPTIONS]);

/** The options as they are written, for messages. */
export const SYSTEM_OPTION_NAMES: readonly string[] = [...SYSTEM_OPTIONS].map((name) => `$${name}`);

/**
 * The system option of this name, which OData 4.01 writes in any case, with or without `$`; null for the name of a custom option. A name
 * that begins with `$` and is none is refused.
 */
export function findSystemOption(name: string, place: Place): SystemOption | null {
  const bare = name.replace(/^\$/, '').toLowerCase();
  if (SYSTEM_OPTIONS.has(bare) && (name.startsWith('$') || !ONLY_WITH_DOLLAR.has(bare))) return bare as SystemOption;
  if (!name.startsWith('$')) return null;
  throw optionUnknown({ ...place, name: shown(name), nearest: nearestNames(name, SYSTEM_OPTION_NAMES) });
}

/** Whether a system option shapes rows. */
export function isShapingOption(option: SystemOption): option is ShapingOption {
  return Object.hasOwn(SHAPING_OPTIONS, option);
}

import type { RequestOptions } from '../../query/ast';
import { formatOptionInvalid } from './table.errors';

/** What stands in the head row: the labels of the contract in a language, or the names of the properties. */
export type Heads = 'vi' | 'en' | 'names';

const HEADS: readonly Heads[] = ['vi', 'en', 'names'];

/** `headers=vi|en|names`; `fallback` when it is absent. */
export function readHeads(options: RequestOptions, fallback: Heads): Heads {
  return readChoice(options, 'headers', HEADS, fallback);
}

/** The value of a custom query option. ODATA_FORMAT_OPTION_INVALID names what it takes. */
export function readChoice<Choice extends string>(
  { others }: RequestOptions,
  option: string,
  allowed: readonly Choice[],
  fallback: Choice,
): Choice {
  const value = others[option];
  if (value === undefined) return fallback;
  const found = allowed.find((choice) => choice === value.trim().toLowerCase());
  if (found === undefined) throw formatOptionInvalid({ option, value, allowed });
  return found;
}

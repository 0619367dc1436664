/** Name of an option without `$`, in lower case: OData 4.01 writes system options with or without it, in any case. */
export const bareName = (name: string): string => name.replace(/^\$/, '').toLowerCase();

/** Options that say where in the result one is, or how it is written; not what the result is. */
const NOT_OF_THE_RESULT = new Set(['skiptoken', 'deltatoken', 'top', 'skip', 'count', 'format']);
/** Options that a link to the next page has no need of: the token knows. */
const NOT_IN_LINKS = new Set(['skiptoken', 'deltatoken', 'top', 'skip', 'count']);

/** A decoded option. */
export type OptionPair = readonly [name: string, value: string];

/** What a token is bound to: the options that decide which rows there are, in which order and with what; sorted. */
export function resultOptions(pairs: readonly OptionPair[]): readonly OptionPair[] {
  return pairs
    .map(([name, value]): OptionPair => [name.startsWith('@') ? name : bareName(name), value])
    .filter(([name]) => !NOT_OF_THE_RESULT.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A query string with the same result and this token. */
export function linkQuery(pairs: readonly OptionPair[], option: '$skiptoken' | '$deltatoken', token: string): string {
  const kept = pairs.filter(([name]) => !NOT_IN_LINKS.has(bareName(name)));
  return [...kept, [option, token] as const].map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
}

/** Encodes no more than RFC 3986 asks within a query: links stay short and can be read. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/%(?:24|2C|2F|3A|3B|40)/g, decodeURIComponent);
}

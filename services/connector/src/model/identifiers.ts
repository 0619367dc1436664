/** Longest identifier, in characters (code points): rule `odataIdentifier` of the OData ABNF Construction Rules 4.01. */
export const MAXIMUM_IDENTIFIER_LENGTH = 128;

const ODATA_IDENTIFIER = /^[_\p{L}\p{Nl}][_\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]{0,127}$/u;
const PARTS_OF_LABELS = /[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}]+/gu;
/** Names that readers of expressions take for something else: literals, and variables without a `$`. */
const WORDS_OF_THE_GRAMMAR = new Set(['null', 'true', 'false', 'not', 'inf', 'nan']);
const SPOKEN_SIGNS: readonly (readonly [string, string])[] = [
  ['%', 'phần trăm'],
  ['&', 'và'],
];

/** Whether a name may be that of a set, type or property: rule `odataIdentifier` of the OData ABNF Construction Rules 4.01. */
export function isODataIdentifier(name: string): boolean {
  return ODATA_IDENTIFIER.test(name);
}

/**
 * An identifier that still reads as the label: `Tên tỉnh (tiếng Anh)` → `Tên_tỉnh_tiếng_Anh`. Letters and digits of every script stay (NFC),
 * `%` and `&` are spelled in Vietnamese, everything else becomes `_`. Null when the label has no letter or digit.
 */
export function identifierOf(label: string): string | null {
  const spelled = SPOKEN_SIGNS.reduce(
    (text, [sign, words]) => text.replaceAll(sign, ` ${words} `),
    label.normalize('NFC'),
  );
  const joined = (spelled.match(PARTS_OF_LABELS) ?? []).join('_');
  if (joined === '') return null;
  const begun = /^[\p{L}\p{Nl}]/u.test(joined) ? joined : `_${joined}`;
  const whole = WORDS_OF_THE_GRAMMAR.has(begun.toLowerCase()) ? `${begun}_` : begun;
  return shorten(whole, MAXIMUM_IDENTIFIER_LENGTH);
}

/**
 * The wish of each, or the wish and its own suffix where somebody before it has that name; first come, first served, so that names stay
 * when others are added at the end. Names that differ in case only count as the same: heads of Excel tables and columns of Power BI do.
 */
export function uniqueNames(
  wishes: readonly { readonly wish: string; readonly suffix: string }[],
  taken: readonly string[] = [],
): readonly string[] {
  const used = new Set(taken.map(comparable));
  return wishes.map(({ wish, suffix }) => {
    const name = freeName(wish, suffix, used);
    used.add(comparable(name));
    return name;
  });
}

function freeName(wish: string, suffix: string, used: ReadonlySet<string>): string {
  if (!used.has(comparable(wish))) return wish;
  for (let attempt = 1; ; attempt += 1) {
    const end = attempt === 1 ? `_${suffix}` : `_${suffix}_${attempt}`;
    const name = `${shorten(wish, MAXIMUM_IDENTIFIER_LENGTH - Array.from(end).length)}${end}`;
    if (!used.has(comparable(name))) return name;
  }
}

const comparable = (name: string): string => name.normalize('NFC').toLowerCase();

function shorten(name: string, length: number): string {
  const characters = Array.from(name);
  return characters.length <= length ? name : characters.slice(0, length).join('').replace(/_+$/, '');
}

import { encodingInvalid, shown } from './query.errors';

/** Percent-decoded UTF-8. A plus is a plus. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) throw encodingInvalid({ text: shown(text) }, { cause });
    throw cause;
  }
}

const SPACE_BY_SPECIFICATION = /%20|%09|[ \t]/;
/** Only a program that writes forms encodes these and leaves a plus as it is. */
const ENCODED_BY_FORMS = /%24|%28|%29|%2C/i;
const OPERATOR_BETWEEN_PLUSES =
  /\+(?:or|and|eq|ne|lt|le|gt|ge|add|sub|mul|div|divby|mod|has|in|as|with|not)\+|\+(?:asc|desc)(?=[,&;)]|$)/i;

/**
 * Whether a plus in a raw query string stands for a space. In OData it does not (a space is `%20`; RFC 3986), but programs that encode
 * forms write spaces so. Such a string is known by this: it has no encoded space at all, and either characters are encoded that only forms
 * encode, or a plus stands where the grammar has nothing but white space.
 */
export function isFormEncoded(raw: string): boolean {
  if (!raw.includes('+') || SPACE_BY_SPECIFICATION.test(raw)) return false;
  return ENCODED_BY_FORMS.test(raw) || OPERATOR_BETWEEN_PLUSES.test(raw.replaceAll(/'[^']*'/g, "''"));
}

/**
 * The options of a raw query string (what stands after `?`, still encoded), decoded, in their order. Split first, decoded then (OData 4.01
 * Part 2, section 2): an encoded `&` belongs to its value.
 */
export function splitQueryString(raw: string): [name: string, value: string][] {
  const query = raw.startsWith('?') ? raw.slice(1) : raw;
  const decode = isFormEncoded(query) ? (text: string) => decodePercent(text.replaceAll('+', ' ')) : decodePercent;
  return query
    .split('&')
    .filter((option) => option !== '')
    .map((option) => {
      const equals = option.indexOf('=');
      return equals === -1 ? [decode(option), ''] : [decode(option.slice(0, equals)), decode(option.slice(equals + 1))];
    });
}

/** One element of a list header: `name`, `name=value`, each with `;name=value` parameters. Names are lower case. */
export interface HeaderElement {
  readonly name: string;
  /** Null when there is none. */
  readonly value: string | null;
  readonly parameters: ReadonlyMap<string, string>;
}

/** Characters of a header that are looked at; what is behind is not read. */
const LONGEST_HEADER = 4096;
/** token [ "=" ( token / quoted-string ) ], RFC 9110 sections 5.6.2 to 5.6.6; `/` for media types, `$` and `@` as OData writes them. */
const PART = /\s*([A-Za-z0-9!#$%&'*+.^_`|~/@-]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?\s*(?=[;,]|$)/y;

/**
 * Reads `Prefer`, `Accept` and the like by their grammar: elements with commas between, parameters with semicolons. What cannot be read
 * is left out, as RFC 7240 and RFC 9110 ask of a server.
 */
export function headerElements(header: string | undefined): readonly HeaderElement[] {
  const elements: HeaderElement[] = [];
  for (const text of splitOutsideQuotes((header ?? '').slice(0, LONGEST_HEADER), ',')) {
    const [first, ...rest] = splitOutsideQuotes(text, ';').map(readPart);
    if (first === undefined || first === null) continue;
    const parameters = rest.filter((part) => part !== null).map(({ name, value }) => [name, value ?? ''] as const);
    elements.push({ ...first, parameters: new Map(parameters) });
  }
  return elements;
}

function readPart(text: string): { readonly name: string; readonly value: string | null } | null {
  PART.lastIndex = 0;
  const match = PART.exec(text);
  if (match === null || PART.lastIndex !== text.length) return null;
  const [, name = '', quoted, plain] = match;
  const value = quoted === undefined ? plain : quoted.replaceAll(/\\(.)/g, '$1');
  return { name: name.toLowerCase(), value: value ?? null };
}

function splitOutsideQuotes(text: string, separator: ',' | ';'): readonly string[] {
  const parts: string[] = [];
  let begin = 0;
  let quoted = false;
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (quoted && character === '\\') place += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      parts.push(text.slice(begin, place));
      begin = place + 1;
    }
  }
  return [...parts, text.slice(begin)];
}

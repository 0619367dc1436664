/** An element of an XML document; attributes that are undefined are left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Elements, or one text. */
  readonly children: readonly XmlElement[] | string;
}

export const element = (
  name: string,
  attributes: XmlElement['attributes'],
  children: XmlElement['children'] = [],
): XmlElement => ({ name, attributes, children });

const REFERENCES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that no XML 1.0 document may have, not even as references, and lone halves of pairs. */
const NO_CHARACTERS = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** The document with that root, one element a line. Characters that XML does not have become U+FFFD. */
export function printXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${print(root, '')}`;
}

function print({ name, attributes, children }: XmlElement, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes).map(printAttribute).join('')}`;
  if (children.length === 0) return `${start}/>`;
  if (typeof children === 'string') return `${start}>${escape(children)}</${name}>`;
  return [`${start}>`, ...children.map((child) => print(child, `${indent} `)), `${indent}</${name}>`].join('\n');
}

const printAttribute = ([name, value]: [string, string | undefined]): string =>
  value === undefined ? '' : ` ${name}="${escape(value)}"`;

/** White space as references, for readers make blanks of tabs and ends of lines in attributes. */
function escape(text: string): string {
  return text
    .replace(NO_CHARACTERS, '\uFFFD')
    .replace(/[&<>"]/g, (sign) => REFERENCES[sign] ?? sign)
    .replace(/[\t\n\r]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
}

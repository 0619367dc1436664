import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element of an XML document. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

type Parsed = Readonly<Record<string, unknown>>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
});

/** The root element, or what is wrong with the document as XML. */
export function parseXml(xml: string): Element | string {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return `line ${String(valid.err.line)}: ${valid.err.msg}`;
  const roots = elementsOf(parser.parse(xml) as readonly Parsed[]).filter(({ name }) => !name.startsWith('?'));
  const [root] = roots;
  return root === undefined || roots.length > 1 ? 'there is not one root' : root;
}

/** Children of that name. */
export const childrenOf = (element: Element, name: string): readonly Element[] =>
  element.children.filter((child) => child.name === name);

/** The value of an attribute; empty when it is absent. */
export const attribute = (element: Element, name: string): string => element.attributes[name] ?? '';

function elementsOf(nodes: readonly Parsed[]): readonly Element[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@');
    if (name === undefined || name === '#text') return [];
    return [
      {
        name,
        attributes: (node[':@'] ?? {}) as Readonly<Record<string, string>>,
        children: elementsOf(node[name] as readonly Parsed[]),
      },
    ];
  });
}

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { element, printXml } from './xml';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

describe('an XML document', () => {
  it('leaves attributes out that are not told, and closes elements without content', () => {
    expect(printXml(element('a', { b: '1', c: undefined }, [element('d', {})]))).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<a b="1">\n <d/>\n</a>',
    );
  });

  it('gives back every text that was written, in attributes and in elements', () => {
    const text = fc.string({
      unit: fc.constantFrom('T', 'ỉ', ' ', '<', '>', '&', '"', "'", ';', '%', '\n', '\t', '🏙', '&amp;'),
      minLength: 1,
    });
    fc.assert(
      fc.property(text, text, (inAttribute, inElement) => {
        const xml = printXml(element('a', { b: inAttribute }, inElement));
        expect(XMLValidator.validate(xml)).toBe(true);
        expect(parser.parse(xml)).toMatchObject({ a: { b: inAttribute, '#text': inElement } });
      }),
    );
  });

  it('is well formed whatever the text is, also with characters that XML does not have', () => {
    const printed = printXml(element('a', { b: 'x\u0000\u0008\uD800y' }));
    expect(printed).toContain('b="x\uFFFD\uFFFD\uFFFDy"');
  });
});

import type { Annotation, AnnotationValue } from './annotation';
import { element, type XmlElement } from './xml';

/** Annotations as the children of the element that they are about. */
export function xmlAnnotations(annotations: readonly Annotation[]): readonly XmlElement[] {
  return annotations.map(({ term, qualifier, value }) =>
    holder('Annotation', { Term: term, Qualifier: qualifier }, value),
  );
}

/** An element that holds a value: constants in the notation of attributes, which every reader knows; the rest as elements. */
function holder(name: string, attributes: XmlElement['attributes'], value: AnnotationValue): XmlElement {
  if (typeof value === 'string') return element(name, { ...attributes, String: value });
  if (typeof value === 'boolean') return element(name, { ...attributes, Bool: String(value) });
  return element(name, attributes, [expression(value)]);
}

function expression(value: AnnotationValue): XmlElement {
  if (typeof value === 'string') return element('String', {}, value);
  if (typeof value === 'boolean') return element('Bool', {}, String(value));
  if (value.kind === 'collection') return element('Collection', {}, value.items.map(expression));
  return element(
    'Record',
    {},
    Object.entries(value.properties).map(([name, item]) => holder('PropertyValue', { Property: name }, item)),
  );
}

import type { Annotation, AnnotationValue } from './annotation';

/** An element for the writer of XML: `@name` is an attribute, every other member child elements of that name. */
export interface XmlElement {
  readonly [name: string]: string | XmlElement | readonly (string | XmlElement)[];
}

/** Annotations as the children of the element that they are about. */
export function xmlAnnotations(annotations: readonly Annotation[]): XmlElement {
  return {
    Annotation: annotations.map(({ term, qualifier, value }) => ({
      '@Term': term,
      ...(qualifier === undefined ? {} : { '@Qualifier': qualifier }),
      ...expression(value),
    })),
  };
}

/** Constants in the notation of attributes, which every reader knows; collections and records as elements. */
function expression(value: AnnotationValue): XmlElement {
  if (typeof value === 'string') return { '@String': value };
  if (typeof value === 'boolean') return { '@Bool': String(value) };
  switch (value.kind) {
    case 'collection':
      return { Collection: itemsOf(value.items) };
    case 'record':
      return { Record: recordOf(value.properties) };
  }
}

function recordOf(properties: Readonly<Record<string, AnnotationValue>>): XmlElement {
  return {
    PropertyValue: Object.entries(properties).map(([name, value]) => ({ '@Property': name, ...expression(value) })),
  };
}

/** The items of a collection here are texts or records, of one kind. */
function itemsOf(items: readonly AnnotationValue[]): XmlElement {
  return {
    String: items.filter((item) => typeof item === 'string'),
    Record: items.flatMap((item) =>
      typeof item === 'object' && item.kind === 'record' ? [recordOf(item.properties)] : [],
    ),
  };
}

import { attribute, childrenOf, type Element } from './element';
import { VOCABULARY_TERMS, type TermType } from './vocabulary-terms';

/** What is wrong with the annotations of an element and of those inside it; `namespaces`: by the aliases that the document includes. */
export function annotationFaults(element: Element, namespaces: ReadonlyMap<string, string>): readonly string[] {
  const own = childrenOf(element, 'Annotation');
  const names = own.map((one) => `${attribute(one, 'Term')}#${attribute(one, 'Qualifier')}`);
  return [
    ...names
      .filter((name, index) => names.indexOf(name) !== index)
      .map((name) => `${attribute(element, 'Name')}: ${name} is said twice`),
    ...own.flatMap((one) => faultsOf(one, element, namespaces)),
    ...element.children
      .filter(({ name }) => name !== 'Annotation')
      .flatMap((child) => annotationFaults(child, namespaces)),
  ];
}

function faultsOf(annotation: Element, target: Element, namespaces: ReadonlyMap<string, string>): readonly string[] {
  const written = attribute(annotation, 'Term');
  const [alias = '', name = ''] = written.split('.');
  const namespace = namespaces.get(alias);
  if (namespace === undefined) return [`${written}: no vocabulary ${alias} is included`];
  const term = VOCABULARY_TERMS[`${namespace}.${name}`];
  if (term === undefined) return [`${written}: no such term`];
  return [
    ...(term.appliesTo?.includes(target.name) === false ? [`${written} is not for a ${target.name}`] : []),
    ...valueFaults(annotation, term.type).map((fault) => `${written}: ${fault}`),
  ];
}

function valueFaults(holder: Element, type: TermType): readonly string[] {
  if (type.kind === 'String' || type.kind === 'Bool') {
    const value = holder.attributes[type.kind];
    const bad = value === undefined || (type.kind === 'Bool' && !['true', 'false'].includes(value));
    return bad || holder.children.length > 0 ? [`not one ${type.kind}`] : [];
  }
  const [child, ...others] = holder.children;
  if (child?.name !== type.kind || others.length > 0) return [`not one ${type.kind}`];
  return type.kind === 'Collection' ? itemFaults(child, type.items) : recordFaults(child, type.properties);
}

function itemFaults(collection: Element, type: TermType): readonly string[] {
  return collection.children.flatMap((item) => {
    if (item.name !== type.kind) return [`an item is no ${type.kind}`];
    return type.kind === 'Record' ? recordFaults(item, type.properties) : [];
  });
}

function recordFaults(record: Element, properties: Readonly<Record<string, TermType>>): readonly string[] {
  return record.children.flatMap((value) => {
    const name = attribute(value, 'Property');
    const type = properties[name];
    return type === undefined ? [`no property ${name}`] : valueFaults(value, type);
  });
}

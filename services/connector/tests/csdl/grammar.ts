import type { Element } from './element';

/** The elements of CSDL XML 4.01 that a service of tables may have: their attributes, and the elements inside. */
const ELEMENTS: Readonly<Record<string, { readonly attributes: string; readonly children: string }>> = {
  'edmx:Edmx': { attributes: 'Version xmlns:edmx', children: 'edmx:Reference edmx:DataServices' },
  'edmx:Reference': { attributes: 'Uri', children: 'edmx:Include' },
  'edmx:Include': { attributes: 'Namespace Alias', children: '' },
  'edmx:DataServices': { attributes: '', children: 'Schema' },
  Schema: { attributes: 'xmlns Namespace Alias', children: 'EntityType ComplexType EntityContainer Annotation' },
  EntityType: { attributes: 'Name', children: 'Key Property NavigationProperty Annotation' },
  // A navigation property in a complex type is allowed by CSDL, but tools that make tables stop at it.
  ComplexType: { attributes: 'Name', children: 'Property Annotation' },
  Key: { attributes: '', children: 'PropertyRef' },
  PropertyRef: { attributes: 'Name', children: '' },
  Property: { attributes: 'Name Type Nullable MaxLength Precision Scale Unicode', children: 'Annotation' },
  NavigationProperty: { attributes: 'Name Type Nullable Partner', children: 'ReferentialConstraint Annotation' },
  ReferentialConstraint: { attributes: 'Property ReferencedProperty', children: '' },
  EntityContainer: { attributes: 'Name', children: 'EntitySet Annotation' },
  EntitySet: { attributes: 'Name EntityType', children: 'NavigationPropertyBinding Annotation' },
  NavigationPropertyBinding: { attributes: 'Path Target', children: '' },
  Annotation: { attributes: 'Term Qualifier String Bool EnumMember', children: 'Collection Record' },
  Collection: { attributes: '', children: 'String Record' },
  String: { attributes: '', children: '' },
  Record: { attributes: '', children: 'PropertyValue' },
  PropertyValue: { attributes: 'Property String Bool EnumMember', children: 'Collection Record' },
};
const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

/** Attributes and elements that CSDL does not have, or not there. */
export function grammarFaults(element: Element): readonly string[] {
  const rule = ELEMENTS[element.name];
  if (rule === undefined) return [`no element ${element.name}`];
  return [
    ...Object.keys(element.attributes)
      .filter((name) => !words(rule.attributes).includes(name))
      .map((name) => `${element.name} has no attribute ${name}`),
    ...element.children.flatMap((child) =>
      words(rule.children).includes(child.name)
        ? grammarFaults(child)
        : [`${element.name} has no ${child.name} inside`],
    ),
  ];
}

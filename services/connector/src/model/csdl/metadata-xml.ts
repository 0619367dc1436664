import { targetOf } from '../lookup';
import type { EntitySet, Model, Navigation, Property } from '../edm';
import { facetsOf } from './facets';
import { annotationsOfNavigation, annotationsOfProperty } from './property-annotations';
import { referentialConstraintsOf } from './referential-constraints';
import { annotationsOfContainer, annotationsOfSet } from './set-annotations';
import { VOCABULARIES, vocabularyAddress } from './vocabularies';
import { element, printXml, type XmlElement } from './xml';
import { xmlAnnotations } from './xml-annotations';

/** Version of the protocol and of the description of the model, as negotiated by `OData-MaxVersion`. */
export type ODataVersion = '4.0' | '4.01';

/**
 * The model as `$metadata` (CSDL XML 4.01; nothing in it is not also in 4.0, which old readers ask for). No derived types, complex types or
 * collections as properties: tools that make tables stumble over them.
 */
export function metadataXml(model: Model, version: ODataVersion = '4.0'): string {
  return printXml(
    element('edmx:Edmx', { 'xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx', Version: version }, [
      ...VOCABULARIES.map((vocabulary) =>
        element('edmx:Reference', { Uri: vocabularyAddress(vocabulary, 'xml') }, [
          element('edmx:Include', { Namespace: vocabulary.namespace, Alias: vocabulary.alias }),
        ]),
      ),
      element('edmx:DataServices', {}, [schema(model)]),
    ]),
  );
}

function schema(model: Model): XmlElement {
  const sets = [...model.sets.values()];
  return element('Schema', { xmlns: 'http://docs.oasis-open.org/odata/ns/edm', Namespace: model.namespace }, [
    ...sets.map((set) => entityType(model, set)),
    element('EntityContainer', { Name: model.container }, [
      ...sets.map((set) => entitySet(model, set)),
      ...xmlAnnotations(annotationsOfContainer(model)),
    ]),
  ]);
}

function entityType(model: Model, set: EntitySet): XmlElement {
  const references = set.key.map(({ name }) => element('PropertyRef', { Name: name }));
  return element('EntityType', { Name: set.typeName }, [
    element('Key', {}, references),
    ...[...set.properties.values()].map((property) => structuralProperty(model, property)),
    ...[...set.navigations.values()].map((one) => navigationProperty(model, set, one)),
  ]);
}

function structuralProperty(model: Model, property: Property): XmlElement {
  const { maxLength, precision, scale, unicode } = facetsOf(property);
  return element(
    'Property',
    {
      Name: property.name,
      Type: property.type,
      Nullable: property.nullable ? undefined : 'false',
      MaxLength: maxLength?.toString(),
      Precision: precision?.toString(),
      Scale: scale?.toString(),
      Unicode: unicode?.toString(),
    },
    xmlAnnotations(annotationsOfProperty(property, model.names)),
  );
}

/** `Nullable` only of single rows: of collections it must not be told (CSDL 4.01, section 8.3). */
function navigationProperty(model: Model, set: EntitySet, navigation: Navigation): XmlElement {
  const type = `${model.namespace}.${targetOf(model, navigation).typeName}`;
  return element(
    'NavigationProperty',
    {
      Name: navigation.name,
      Type: navigation.many ? `Collection(${type})` : type,
      Nullable: navigation.many || navigation.nullable ? undefined : 'false',
      Partner: navigation.partner ?? undefined,
    },
    [
      ...referentialConstraintsOf(model, set, navigation).map((one) =>
        element('ReferentialConstraint', { Property: one.property, ReferencedProperty: one.referencedProperty }),
      ),
      ...xmlAnnotations(annotationsOfNavigation(navigation, model.names)),
    ],
  );
}

function entitySet(model: Model, set: EntitySet): XmlElement {
  return element('EntitySet', { Name: set.name, EntityType: `${model.namespace}.${set.typeName}` }, [
    ...[...set.navigations.values()].map(({ name, target }) =>
      element('NavigationPropertyBinding', { Path: name, Target: target }),
    ),
    ...xmlAnnotations(annotationsOfSet(model, set)),
  ]);
}

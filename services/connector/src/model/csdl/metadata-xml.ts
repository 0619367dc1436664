import { XMLBuilder } from 'fast-xml-parser';
import { targetOf } from '../lookup';
import type { EntitySet, Model, Navigation, Property } from '../edm';
import { facetsOf } from './facets';
import { annotationsOfNavigation, annotationsOfProperty } from './property-annotations';
import { referentialConstraintsOf } from './referential-constraints';
import { annotationsOfContainer, annotationsOfSet } from './set-annotations';
import { VOCABULARIES, vocabularyAddress } from './vocabularies';
import { xmlAnnotations, type XmlElement } from './xml-annotations';

/** Version of the protocol and of the description of the model, as negotiated by `OData-MaxVersion`. */
export type ODataVersion = '4.0' | '4.01';

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
  format: true,
  indentBy: ' ',
});

/**
 * The model as `$metadata` (CSDL XML 4.01; nothing in it is not also in 4.0, which old readers ask for). No derived types, complex types or
 * collections as properties: tools that make tables stumble over them.
 */
export function metadataXml(model: Model, version: ODataVersion = '4.0'): string {
  const document = builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
    'edmx:Edmx': {
      '@xmlns:edmx': 'http://docs.oasis-open.org/odata/ns/edmx',
      '@Version': version,
      'edmx:Reference': VOCABULARIES.map((vocabulary) => ({
        '@Uri': vocabularyAddress(vocabulary, 'xml'),
        'edmx:Include': { '@Namespace': vocabulary.namespace, '@Alias': vocabulary.alias },
      })),
      'edmx:DataServices': { Schema: schema(model) },
    },
  });
  return document.trimEnd();
}

function schema(model: Model): XmlElement {
  const sets = [...model.sets.values()];
  return {
    '@xmlns': 'http://docs.oasis-open.org/odata/ns/edm',
    '@Namespace': model.namespace,
    EntityType: sets.map((set) => entityType(model, set)),
    EntityContainer: {
      '@Name': model.container,
      EntitySet: sets.map((set) => entitySet(model, set)),
      ...xmlAnnotations(annotationsOfContainer(model)),
    },
  };
}

function entityType(model: Model, set: EntitySet): XmlElement {
  return {
    '@Name': set.typeName,
    Key: { PropertyRef: set.key.map(({ name }) => ({ '@Name': name })) },
    Property: [...set.properties.values()].map((property) => structuralProperty(model, property)),
    NavigationProperty: [...set.navigations.values()].map((one) => navigationProperty(model, set, one)),
  };
}

function structuralProperty(model: Model, property: Property): XmlElement {
  const { maxLength, precision, scale, unicode } = facetsOf(property);
  return {
    '@Name': property.name,
    '@Type': property.type,
    ...(property.nullable ? {} : { '@Nullable': 'false' }),
    ...(maxLength === undefined ? {} : { '@MaxLength': String(maxLength) }),
    ...(precision === undefined ? {} : { '@Precision': String(precision) }),
    ...(scale === undefined ? {} : { '@Scale': String(scale) }),
    ...(unicode === undefined ? {} : { '@Unicode': 'false' }),
    ...xmlAnnotations(annotationsOfProperty(property, model.names)),
  };
}

/** `Nullable` only of single rows: of collections it must not be told (CSDL 4.01, section 8.3). */
function navigationProperty(model: Model, set: EntitySet, navigation: Navigation): XmlElement {
  const type = `${model.namespace}.${targetOf(model, navigation).typeName}`;
  return {
    '@Name': navigation.name,
    '@Type': navigation.many ? `Collection(${type})` : type,
    ...(navigation.many || navigation.nullable ? {} : { '@Nullable': 'false' }),
    ...(navigation.partner === null ? {} : { '@Partner': navigation.partner }),
    ReferentialConstraint: referentialConstraintsOf(model, set, navigation).map((one) => ({
      '@Property': one.property,
      '@ReferencedProperty': one.referencedProperty,
    })),
    ...xmlAnnotations(annotationsOfNavigation(navigation, model.names)),
  };
}

function entitySet(model: Model, set: EntitySet): XmlElement {
  return {
    '@Name': set.name,
    '@EntityType': `${model.namespace}.${set.typeName}`,
    NavigationPropertyBinding: [...set.navigations.values()].map(({ name, target }) => ({
      '@Path': name,
      '@Target': target,
    })),
    ...xmlAnnotations(annotationsOfSet(model, set)),
  };
}

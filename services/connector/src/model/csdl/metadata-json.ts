import { targetOf } from '../lookup';
import type { EntitySet, Model, Navigation, Property } from '../edm';
import type { Annotation, AnnotationValue } from './annotation';
import { facetsOf } from './facets';
import { annotationsOfNavigation, annotationsOfProperty } from './property-annotations';
import { referentialConstraintsOf } from './referential-constraints';
import { annotationsOfContainer, annotationsOfSet } from './set-annotations';
import { VOCABULARIES, vocabularyAddress } from './vocabularies';

type Json = string | number | boolean | readonly Json[] | JsonObject;
/** A document of CSDL JSON, or a part of one. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** The model as `$metadata` in JSON (CSDL JSON 4.01), for those who ask for JSON in so many words. */
export function metadataJson(model: Model): JsonObject {
  const sets = [...model.sets.values()];
  return {
    $Version: '4.01',
    $EntityContainer: `${model.namespace}.${model.container}`,
    $Reference: Object.fromEntries(
      VOCABULARIES.map((vocabulary) => [
        vocabularyAddress(vocabulary, 'json'),
        { $Include: [{ $Namespace: vocabulary.namespace, $Alias: vocabulary.alias }] },
      ]),
    ),
    [model.namespace]: {
      ...Object.fromEntries(sets.map((set) => [set.typeName, entityType(model, set)])),
      [model.container]: {
        $Kind: 'EntityContainer',
        ...annotations(annotationsOfContainer(model)),
        ...Object.fromEntries(sets.map((set) => [set.name, entitySet(model, set)])),
      },
    },
  };
}

function entityType(model: Model, set: EntitySet): JsonObject {
  return {
    $Kind: 'EntityType',
    $Key: set.key.map(({ name }) => name),
    ...mapOf(set.properties, (property) => structuralProperty(model, property)),
    ...mapOf(set.navigations, (navigation) => navigationProperty(model, set, navigation)),
  };
}

/** `$Type` is Edm.String and `$Nullable` is false where they are absent. */
function structuralProperty(model: Model, property: Property): JsonObject {
  const { maxLength, precision, scale, unicode } = facetsOf(property);
  return {
    ...(property.type === 'Edm.String' ? {} : { $Type: property.type }),
    ...(property.nullable ? { $Nullable: true } : {}),
    ...(maxLength === undefined ? {} : { $MaxLength: maxLength }),
    ...(precision === undefined ? {} : { $Precision: precision }),
    ...(scale === undefined ? {} : { $Scale: scale }),
    ...(unicode === undefined ? {} : { $Unicode: false }),
    ...annotations(annotationsOfProperty(property, model.names)),
  };
}

function navigationProperty(model: Model, set: EntitySet, navigation: Navigation): JsonObject {
  const constraints = referentialConstraintsOf(model, set, navigation);
  return {
    $Kind: 'NavigationProperty',
    $Type: `${model.namespace}.${targetOf(model, navigation).typeName}`,
    ...(navigation.many ? { $Collection: true } : {}),
    ...(navigation.nullable && !navigation.many ? { $Nullable: true } : {}),
    ...(navigation.partner === null ? {} : { $Partner: navigation.partner }),
    ...(constraints.length === 0
      ? {}
      : {
          $ReferentialConstraint: Object.fromEntries(constraints.map((one) => [one.property, one.referencedProperty])),
        }),
    ...annotations(annotationsOfNavigation(navigation, model.names)),
  };
}

function entitySet(model: Model, set: EntitySet): JsonObject {
  return {
    $Collection: true,
    $Type: `${model.namespace}.${set.typeName}`,
    ...(set.navigations.size === 0
      ? {}
      : { $NavigationPropertyBinding: mapOf(set.navigations, ({ target }) => target) }),
    ...annotations(annotationsOfSet(model, set)),
  };
}

function annotations(all: readonly Annotation[]): JsonObject {
  return Object.fromEntries(
    all.map(({ term, qualifier, value }) => [`@${term}${qualifier === undefined ? '' : `#${qualifier}`}`, json(value)]),
  );
}

function json(value: AnnotationValue): Json {
  if (typeof value !== 'object') return value;
  switch (value.kind) {
    case 'collection':
      return value.items.map(json);
    case 'record':
      return Object.fromEntries(Object.entries(value.properties).map(([name, item]) => [name, json(item)]));
  }
}

const mapOf = <Value>(values: ReadonlyMap<string, Value>, print: (value: Value) => Json): JsonObject =>
  Object.fromEntries([...values].map(([name, value]) => [name, print(value)]));

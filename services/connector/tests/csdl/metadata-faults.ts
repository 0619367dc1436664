import { isODataIdentifier } from '../../src/model/identifiers';
import { annotationFaults } from './annotation-faults';
import { attribute, childrenOf, parseXml, type Element } from './element';
import { grammarFaults } from './grammar';
import { navigationFaults, targetTypeOf, type Types } from './navigation-faults';
import { typeFaults } from './type-faults';

const NAMESPACES: readonly (readonly [string, string, string])[] = [
  ['edmx:Edmx', 'xmlns:edmx', 'http://docs.oasis-open.org/odata/ns/edmx'],
  ['Schema', 'xmlns', 'http://docs.oasis-open.org/odata/ns/edm'],
];

/** What is wrong with a `$metadata` document by the rules of CSDL XML 4.01, as far as a service of tables needs them. */
export function metadataFaults(xml: string): readonly string[] {
  const root = parseXml(xml);
  if (typeof root === 'string') return [`not XML: ${root}`];
  const faults = grammarFaults(root);
  if (faults.length > 0) return faults;
  const schemas = childrenOf(root, 'edmx:DataServices').flatMap((services) => childrenOf(services, 'Schema'));
  const [schema] = schemas;
  if (schema === undefined || schemas.length > 1) return ['there is not one schema'];
  return [
    ...(['4.0', '4.01'].includes(attribute(root, 'Version')) ? [] : ['Version is not 4.0 or 4.01']),
    ...[root, schema].flatMap(namespaceFaults),
    ...schemaFaults(schema),
    ...annotationFaults(root, includedVocabularies(root)),
  ];
}

const namespaceFaults = (element: Element): readonly string[] =>
  NAMESPACES.filter(([name, place, value]) => name === element.name && attribute(element, place) !== value).map(
    ([name]) => `${name} is of no namespace of OData 4`,
  );

function includedVocabularies(root: Element): ReadonlyMap<string, string> {
  const includes = childrenOf(root, 'edmx:Reference').flatMap((one) => childrenOf(one, 'edmx:Include'));
  return new Map(includes.map((one) => [attribute(one, 'Alias'), attribute(one, 'Namespace')]));
}

function schemaFaults(schema: Element): readonly string[] {
  const namespace = attribute(schema, 'Namespace');
  const types: Types = new Map(
    childrenOf(schema, 'EntityType').map((type) => [`${namespace}.${attribute(type, 'Name')}`, type]),
  );
  const containers = childrenOf(schema, 'EntityContainer');
  const names = schema.children.filter(({ name }) => name !== 'Annotation').map((child) => attribute(child, 'Name'));
  return [
    ...(namespace.split('.').every(isODataIdentifier) ? [] : [`${namespace} is no namespace`]),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `the schema has ${name} twice`),
    ...(containers.length === 1 ? [] : ['there is not one container']),
    ...[...types.values()].flatMap(typeFaults),
    ...[...types].flatMap(([name, type]) => navigationFaults(name, type, types)),
    ...containers.flatMap((container) => containerFaults(container, types)),
  ];
}

function containerFaults(container: Element, types: Types): readonly string[] {
  const sets = childrenOf(container, 'EntitySet');
  const names = [container, ...sets].map((one) => attribute(one, 'Name'));
  return [
    ...names.filter((name) => !isODataIdentifier(name)).map((name) => `"${name}" is no identifier`),
    ...names
      .slice(1)
      .filter((name, at, all) => all.indexOf(name) !== at)
      .map((name) => `two sets ${name}`),
    ...sets.flatMap((set) => setFaults(set, sets, types).map((fault) => `set ${attribute(set, 'Name')}: ${fault}`)),
  ];
}

function setFaults(set: Element, sets: readonly Element[], types: Types): readonly string[] {
  const type = types.get(attribute(set, 'EntityType'));
  if (type === undefined) return [`no type ${attribute(set, 'EntityType')}`];
  const navigations = childrenOf(type, 'NavigationProperty');
  const bindings = childrenOf(set, 'NavigationPropertyBinding');
  const bound = bindings.map((binding) => attribute(binding, 'Path'));
  return [
    ...bound.filter((path, at) => bound.indexOf(path) !== at).map((path) => `${path} is bound twice`),
    ...navigations
      .map((navigation) => attribute(navigation, 'Name'))
      .filter((name) => !bound.includes(name))
      .map((name) => `${name} is not bound`),
    ...bindings.flatMap((binding) => {
      const navigation = navigations.find((one) => attribute(one, 'Name') === attribute(binding, 'Path'));
      const target = sets.find((one) => attribute(one, 'Name') === attribute(binding, 'Target'));
      if (navigation === undefined) return [`no navigation property ${attribute(binding, 'Path')}`];
      if (target === undefined) return [`no set ${attribute(binding, 'Target')}`];
      return attribute(target, 'EntityType') === targetTypeOf(navigation) ? [] : ['bound to a set of another type'];
    }),
  ];
}

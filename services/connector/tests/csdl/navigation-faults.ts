import { attribute, childrenOf, type Element } from './element';

/** The types of a schema by their qualified names. */
export type Types = ReadonlyMap<string, Element>;

/** What is wrong with the navigation properties of a type: targets, partners and referential constraints (CSDL 4.01, section 8). */
export function navigationFaults(qualifiedName: string, type: Element, types: Types): readonly string[] {
  return childrenOf(type, 'NavigationProperty').flatMap((navigation) => {
    const target = types.get(targetTypeOf(navigation));
    const faults =
      target === undefined
        ? [`no type ${attribute(navigation, 'Type')}`]
        : [
            ...(isCollection(navigation) && navigation.attributes['Nullable'] !== undefined
              ? ['a collection has no Nullable']
              : []),
            ...partnerFaults(qualifiedName, navigation, target),
            ...constraintFaults(type, navigation, target),
          ];
    return faults.map((fault) => `${qualifiedName}/${attribute(navigation, 'Name')}: ${fault}`);
  });
}

/** The qualified name of the type that a navigation property leads to, `Collection(…)` taken off. */
export const targetTypeOf = (navigation: Element): string =>
  attribute(navigation, 'Type').replace(/^Collection\((.*)\)$/, '$1');

const isCollection = (navigation: Element): boolean => attribute(navigation, 'Type').startsWith('Collection(');

function partnerFaults(qualifiedName: string, navigation: Element, target: Element): readonly string[] {
  const partner = navigation.attributes['Partner'];
  if (partner === undefined) return [];
  const back = childrenOf(target, 'NavigationProperty').find((one) => attribute(one, 'Name') === partner);
  if (back === undefined) return [`no partner ${partner}`];
  return targetTypeOf(back) === qualifiedName && attribute(back, 'Partner') === attribute(navigation, 'Name')
    ? []
    : [`its partner ${partner} does not lead back`];
}

function constraintFaults(type: Element, navigation: Element, target: Element): readonly string[] {
  const constraints = childrenOf(navigation, 'ReferentialConstraint');
  if (constraints.length > 0 && isCollection(navigation)) return ['a collection has no referential constraint'];
  return constraints.flatMap((constraint) => {
    const dependent = propertyOf(type, attribute(constraint, 'Property'));
    const principal = propertyOf(target, attribute(constraint, 'ReferencedProperty'));
    if (dependent === undefined || principal === undefined) return ['a constraint over properties that are not there'];
    const mayBeNull = nullable(navigation) || nullable(principal);
    return [
      ...(attribute(dependent, 'Type') === attribute(principal, 'Type') ? [] : ['a constraint over different types']),
      ...(nullable(dependent) === mayBeNull ? [] : ['a constraint whose nullability does not fit']),
    ];
  });
}

const propertyOf = (type: Element, name: string): Element | undefined =>
  childrenOf(type, 'Property').find((property) => attribute(property, 'Name') === name);
const nullable = (element: Element): boolean => element.attributes['Nullable'] !== 'false';

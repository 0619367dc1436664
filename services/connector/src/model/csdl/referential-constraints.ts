import { targetOf } from '../lookup';
import type { EntitySet, Model, Navigation, Property } from '../edm';

/** A property of the dependent entity, and the property of the principal entity that it equals. */
export interface ReferentialConstraint {
  readonly property: string;
  readonly referencedProperty: string;
}

/**
 * The referential constraints of a navigation property, only where they hold (CSDL 4.01, section 8.5): it leads to one row at most, over
 * just the key of the target, and the nullability fits – the property is nullable when the navigation or the referenced property is, and
 * not nullable when neither is.
 */
export function referentialConstraintsOf(
  model: Model,
  set: EntitySet,
  navigation: Navigation,
): readonly ReferentialConstraint[] {
  if (navigation.many) return [];
  const target = targetOf(model, navigation);
  const pairs = navigation.definition.on.map(({ from, to }) => ({
    dependent: propertyOfColumn(set, from),
    principal: propertyOfColumn(target, to),
  }));
  const overKey =
    pairs.length === target.key.length && target.key.every((key) => pairs.some(({ principal }) => principal === key));
  const nullabilityFits = pairs.every(
    ({ dependent, principal }) => dependent.nullable === (navigation.nullable || principal.nullable),
  );
  if (!overKey || !nullabilityFits) return [];
  return pairs.map(({ dependent, principal }) => ({
    property: dependent.name,
    referencedProperty: principal.name,
  }));
}

function propertyOfColumn(set: EntitySet, column: string): Property {
  const property = [...set.properties.values()].find((one) => one.column.name === column);
  if (property === undefined) throw new Error(`${set.name} has no property for the column ${column}`);
  return property;
}

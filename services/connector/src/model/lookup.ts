import type { EntitySet, Model, Navigation, Property } from './edm';

/** The entity set of that name; null when there is none. Names written with combining marks (NFD) are found too. */
export function findSet(model: Model, name: string): EntitySet | null {
  return model.sets.get(name.normalize('NFC')) ?? null;
}

/** The structural property of that name; null when there is none. */
export function findProperty(set: EntitySet, name: string): Property | null {
  return set.properties.get(name.normalize('NFC')) ?? null;
}

/** The navigation property of that name; null when there is none. */
export function findNavigation(set: EntitySet, name: string): Navigation | null {
  return set.navigations.get(name.normalize('NFC')) ?? null;
}

/** The entity set that a navigation property leads to. */
export function targetOf(model: Model, navigation: Navigation): EntitySet {
  const target = model.sets.get(navigation.target);
  if (target === undefined) throw new Error(`The model has no set ${navigation.target}`);
  return target;
}

import type { KeyPredicate, Literal, ResourcePath, ResourceSegment } from '../../query/ast';
import { findNavigation, findProperty, findSet, targetOf } from '../../model';
import type { EntitySet, Model, Navigation, Property } from '../../model/edm';
import { MAXIMUM_PATH_SEGMENTS } from '../limits';
import { nearestNames } from '../../query';
import { notSupported, planTooLarge, resourceNotFound, wrongKey, wrongType, type Place } from '../plan.errors';
import type { TypedLiteral } from '../typed/typed-expression';
import { checkLiteral } from './literals';
import { commonType, promoted } from './promote';

/** A step of the path: rows of a set, by key where one is given. */
export interface ResourceStep {
  readonly set: EntitySet;
  /** The navigation from the step before; null for the first step. */
  readonly navigation: Navigation | null;
  readonly key: ReadonlyMap<Property, TypedLiteral> | null;
}
/** What an address means. */
export interface Resource {
  readonly steps: readonly ResourceStep[];
  /** Whether the last step is one row at most. */
  readonly single: boolean;
  readonly property: Property | null;
  /** VALUE: `/$value` behind a property. REFERENCE: `/$ref`. */
  readonly form: 'ROWS' | 'COUNT' | 'VALUE' | 'REFERENCE';
}

interface Walk {
  readonly steps: readonly ResourceStep[];
  readonly single: boolean;
  readonly property: Property | null;
  readonly form: Resource['form'];
}

const PATH = 'path';

/** The address of rows, a row, a property or a count. ODATA_RESOURCE_NOT_FOUND, ODATA_WRONG_KEY, ODATA_NOT_SUPPORTED. */
export function checkResource(path: ResourcePath, model: Model): Resource {
  if (path.segments.length > MAXIMUM_PATH_SEGMENTS)
    throw planTooLarge({
      option: PATH,
      at: 0,
      what: { vi: 'phần của địa chỉ', en: 'segments of the path' },
      limit: MAXIMUM_PATH_SEGMENTS,
    });
  const [first, ...others] = path.segments;
  if (first?.kind !== 'name') throw missing(first?.name ?? '', first?.at ?? 0, model.sets.keys());
  const set = findSet(model, first.name);
  if (set === null) throw missing(first.name, first.at, model.sets.keys());
  const key = keyOf(first.key, set, first.at);
  const begin: Walk = {
    steps: [{ set, navigation: null, key }],
    single: key !== null,
    property: null,
    form: 'ROWS',
  };
  return others.reduce((walk, segment) => follow(walk, segment, model), begin);
}

const missing = (name: string, at: number, known: Iterable<string>): Error =>
  resourceNotFound({ option: PATH, at, name, nearest: nearestNames(name, known) });

function follow(walk: Walk, segment: ResourceSegment, model: Model): Walk {
  if (walk.form !== 'ROWS') throw missing(segment.name, segment.at, []);
  if (segment.kind === 'operation') return operate(walk, segment.name, segment.at);
  const step = walk.steps.at(-1);
  if (step === undefined || walk.property !== null) throw missing(segment.name, segment.at, ['$value']);
  if (!walk.single) return byKeySegment(walk, step, segment);
  const property = findProperty(step.set, segment.name);
  if (property !== null && segment.key === null) return { ...walk, property };
  const navigation = findNavigation(step.set, segment.name);
  if (navigation === null || property !== null)
    throw missing(segment.name, segment.at, [...step.set.properties.keys(), ...step.set.navigations.keys()]);
  const set = targetOf(model, navigation);
  const key = keyOf(segment.key, set, segment.at);
  if (key !== null && !navigation.many)
    throw wrongKey({ option: PATH, at: segment.at, set: navigation.name, expected: navigation.name });
  return { ...walk, steps: [...walk.steps, { set, navigation, key }], single: !navigation.many || key !== null };
}

/** `Provinces/46@2004-01-01`: a key as a segment of its own (OData 4.01 Part 2, 4.3.6). */
function byKeySegment(walk: Walk, step: ResourceStep, segment: Extract<ResourceSegment, { kind: 'name' }>): Walk {
  const [property] = step.set.key;
  if (step.set.key.length !== 1 || property === undefined || segment.key !== null)
    throw missing(segment.name, segment.at, ['$count', '$ref']);
  const value: Literal = { kind: 'literal', type: 'string', text: segment.name, at: segment.at };
  const key = new Map([[property, keyValue(value, property, step.set, segment.at)]]);
  return { ...walk, steps: [...walk.steps.slice(0, -1), { ...step, key }], single: true };
}

function operate(walk: Walk, name: string, at: number): Walk {
  const place: Place = { option: PATH, at };
  if (name === '$count' && !walk.single && walk.property === null) return { ...walk, form: 'COUNT' };
  if (name === '$value' && walk.property !== null) return { ...walk, form: 'VALUE' };
  if (name === '$ref' && walk.property === null) return { ...walk, form: 'REFERENCE' };
  if (name === '$count' || name === '$value' || name === '$ref') throw missing(name, at, []);
  throw notSupported({ ...place, what: name });
}

function keyOf(key: KeyPredicate | null, set: EntitySet, at: number): ReadonlyMap<Property, TypedLiteral> | null {
  if (key === null) return null;
  const [only] = set.key;
  if (key.kind === 'positional') {
    if (set.key.length !== 1 || only === undefined) throw keyError(set, at);
    return new Map([[only, keyValue(key.value, only, set, at)]]);
  }
  if (key.values.size !== set.key.length) throw keyError(set, at);
  return new Map(
    set.key.map((property) => {
      const value = [...key.values].find(([name]) => name.normalize('NFC') === property.name)?.[1];
      if (value === undefined) throw keyError(set, at);
      return [property, keyValue(value, property, set, at)];
    }),
  );
}

function keyValue(value: Literal, property: Property, set: EntitySet, at: number): TypedLiteral {
  const typed = checkLiteral(value, PATH);
  if (typed.kind !== 'literal') throw keyError(set, at);
  const wanted = { ...typed, type: property.type };
  const type = commonType(wanted, typed);
  if (type === null)
    throw wrongType({ option: PATH, at, what: property.name, types: [typed.type], expected: property.type });
  const fitting = promoted(typed, type, { option: PATH, at });
  return fitting.kind === 'literal' ? fitting : raise(keyError(set, at));
}

function raise(error: Error): never {
  throw error;
}

const keyError = (set: EntitySet, at: number): Error =>
  wrongKey({
    option: PATH,
    at,
    set: set.name,
    expected: `${set.name}(${set.key.map(({ name }) => `${name}=…`).join(',')})`,
  });

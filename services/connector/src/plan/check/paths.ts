import { findNavigation, findProperty } from '../../model';
import { targetOf } from '../../model/lookup';
import type { EntitySet, Model, Navigation, Property } from '../../model/edm';
import type { MemberPath } from '../../query/ast';
import { nearestNames } from '../../query';
import { unknownName, wrongPath, type Place } from '../plan.errors';
import type { Names, RowNames } from '../typed/names';
import type { RowVariable } from '../typed/shape';
import type { Typed, TypedCollection } from '../typed/typed-expression';
import { nameOfRows } from './context';

const placeOf = (path: MemberPath, names: Names): Place => ({ option: names.option, at: path.at });
const written = (path: MemberPath): string => path.segments.join('/');

/** The row that a path begins at, and what is left of the path. */
function beginning(path: MemberPath, names: Names): { readonly from: RowNames; readonly segments: readonly string[] } {
  const [first = '', ...others] = path.segments;
  const variable = names.variables.get(first);
  return variable === undefined ? { from: names.it, segments: path.segments } : { from: variable, segments: others };
}

/** The value at the end of a path over single navigations. ODATA_UNKNOWN_NAME, ODATA_WRONG_PATH. */
export function valueAt(path: MemberPath, names: Names, model: Model): Typed {
  const { from, segments } = beginning(path, names);
  const found = findValue(path, from, segments, names, model);
  if (found !== null) return found;
  throw wrongPath({
    ...placeOf(path, names),
    path: written(path),
    reason: {
      vi: 'đường dẫn phải kết thúc ở một thuộc tính, không phải ở một dòng hay một tập dòng',
      en: 'it must end at a property, not at an entity or a collection',
    },
  });
}

/** For `Successor eq null`: a key of the row at the end of single navigations; null when the path ends elsewhere. */
export function entityKeyAt(path: MemberPath, names: Names, model: Model): Typed | null {
  const { from, segments } = beginning(path, names);
  if (from.row.shape.kind !== 'entities') return null;
  const last = segments.at(-1);
  if (last === undefined) return null;
  const { navigations, set } = walk(path, from.row.shape.set, segments.slice(0, -1), names, model);
  const navigation = findNavigation(set, last);
  if (navigation === null || navigation.many) return null;
  const [key] = targetOf(model, navigation).key;
  return key === undefined ? null : propertyOf(from.row, [...navigations, navigation], key);
}

/** The rows at the end of a path whose last step alone leads to many. ODATA_UNKNOWN_NAME, ODATA_WRONG_PATH. */
export function collectionAt(path: MemberPath, names: Names, model: Model): TypedCollection {
  const { from, segments } = beginning(path, names);
  const place = placeOf(path, names);
  const last = segments.at(-1);
  const reason = { vi: 'cần một tập dòng liên quan', en: 'a collection of related rows is needed' };
  if (from.row.shape.kind !== 'entities' || last === undefined)
    throw wrongPath({ ...place, path: written(path), reason });
  const { navigations, set } = walk(path, from.row.shape.set, segments.slice(0, -1), names, model);
  const navigation = findNavigation(set, last) ?? unknown(last, set, place);
  if (!navigation.many) throw wrongPath({ ...place, path: written(path), reason });
  return { from: from.row, path: navigations, navigation, target: targetOf(model, navigation) };
}

function findValue(
  path: MemberPath,
  from: RowNames,
  segments: readonly string[],
  names: Names,
  model: Model,
): Typed | null {
  const [first] = segments;
  if (first === undefined) return null;
  const computed = segments.length === 1 ? from.computed.get(first) : undefined;
  if (computed !== undefined) return computed;
  if (from.row.shape.kind === 'groups') return groupColumnAt(path, from.row, segments, names);
  const { navigations, set } = walk(path, from.row.shape.set, segments.slice(0, -1), names, model);
  const last = segments.at(-1) ?? '';
  const property = findProperty(set, last);
  if (property !== null) return propertyOf(from.row, navigations, property);
  if (findNavigation(set, last) !== null) return null;
  return unknown(last, set, placeOf(path, names), segments.length === 1 ? [...from.computed.keys()] : []);
}

/** Rights may hide the row at the end of a navigation, so that what lies behind one can always be null. */
export const propertyOf = (row: RowVariable, path: readonly Navigation[], property: Property): Typed => ({
  kind: 'property',
  row,
  path,
  property,
  type: property.type,
  nullable: property.nullable || path.length > 0,
  collation: property.column.collation ?? 'BINARY',
  size: 1,
});

function groupColumnAt(path: MemberPath, row: RowVariable, segments: readonly string[], names: Names): Typed {
  const columns = row.shape.kind === 'groups' ? row.shape.columns : [];
  const wanted = segments.join('/').normalize('NFC');
  const place = columns.findIndex((column) => column.path.join('/') === wanted);
  const column = columns[place];
  if (column !== undefined) return groupColumnOf(row, place);
  throw unknownName({
    ...placeOf(path, names),
    name: wanted,
    of: nameOfRows(row),
    nearest: nearestNames(
      wanted,
      columns.map((each) => each.path.join('/')),
    ),
  });
}

/** The value of a column of a group. */
export function groupColumnOf(row: RowVariable, place: number): Typed {
  const column = row.shape.kind === 'groups' ? row.shape.columns[place] : undefined;
  if (column === undefined) throw new Error(`the group has no column ${place}`);
  const { type, nullable, collation } = column;
  return { kind: 'groupColumn', row, place, type, nullable, collation, size: 1 };
}

/** Follows single navigations. */
function walk(
  path: MemberPath,
  start: EntitySet,
  steps: readonly string[],
  names: Names,
  model: Model,
): { readonly navigations: readonly Navigation[]; readonly set: EntitySet } {
  const navigations: Navigation[] = [];
  let set = start;
  for (const step of steps) {
    const navigation = findNavigation(set, step) ?? unknown(step, set, placeOf(path, names));
    if (navigation.many)
      throw wrongPath({
        ...placeOf(path, names),
        path: written(path),
        reason: {
          vi: `${step} là một tập dòng; hãy dùng any, all hoặc $count`,
          en: `${step} is a collection; use any, all or $count`,
        },
      });
    navigations.push(navigation);
    set = targetOf(model, navigation);
  }
  return { navigations, set };
}

function unknown(name: string, set: EntitySet, place: Place, others: readonly string[] = []): never {
  const known = [...set.properties.keys(), ...set.navigations.keys(), ...others];
  throw unknownName({ ...place, name, of: set.name, nearest: nearestNames(name, known) });
}

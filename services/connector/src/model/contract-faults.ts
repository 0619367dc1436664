import type { BiColumn, BiNavigation, BiSet } from '@lientinh/bi';
import { sharedSets } from '@lientinh/bi';

/**
 * What is wrong with a contract: sentences that name the set and the column, none when nothing is. A contract with a fault gives a
 * `$metadata` that clients refuse, or statements that the database refuses, so the connector does not start with it.
 */
export function contractFaults(sets: readonly BiSet[]): readonly string[] {
  return [
    ...repeated(sets.map(({ name }) => name)).map((name) => `set ${name}: there are two of this name`),
    ...repeated(sets.map(({ singular }) => singular)).map((name) => `set with singular ${name}: there are two`),
    ...sets.flatMap((set) => faultsOfSet(set, sets).map((fault) => `set ${set.name}: ${fault}`)),
  ];
}

function faultsOfSet(set: BiSet, sets: readonly BiSet[]): readonly string[] {
  const members = [...set.columns, ...set.navigations].map(({ name }) => name);
  return [
    ...repeated(members).map((name) => `${name} is there twice`),
    ...repeated(set.columns.map(({ label }) => label.vi)).map((label) => `two columns have the label "${label}"`),
    ...members.filter((name) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)).map((name) => `${name} is not snake_case`),
    ...(set.key.length === 0 ? ['it has no key'] : []),
    ...[...set.key, ...(set.pagingOrder ?? [])].flatMap((name) => faultsOfKey(name, set)),
    ...(set.provinceColumn !== null && !has(set, set.provinceColumn) ? [`no column ${set.provinceColumn}`] : []),
    ...(set.changeTracking && !has(set, 'recorded_at') ? ['changes are tracked, but there is no recorded_at'] : []),
    ...set.columns.flatMap((column) => faultsOfColumn(column).map((fault) => `column ${column.name}: ${fault}`)),
    ...set.navigations.flatMap((navigation) =>
      faultsOfNavigation(navigation, set, sets).map((fault) => `navigation ${navigation.name}: ${fault}`),
    ),
  ];
}

function faultsOfKey(name: string, set: BiSet): readonly string[] {
  const column = columnOf(set, name);
  if (column === undefined) return [`no column ${name}, which its key or order of pages has`];
  return column.nullable ? [`${name} is of the key or the order of pages, and may be null`] : [];
}

function faultsOfColumn({ type, precision, scale, maxLength, values, collation }: BiColumn): readonly string[] {
  const text = type === 'TEXT';
  return [
    ...(!text && (maxLength ?? values ?? collation) !== undefined ? ['length, values or collation, but no TEXT'] : []),
    ...(type !== 'DECIMAL' && (precision ?? scale) !== undefined ? ['precision or scale, but no DECIMAL'] : []),
    ...(maxLength !== undefined && maxLength < 1 ? ['a length below 1'] : []),
    ...(values !== undefined && maxLength !== undefined && values.some((value) => Array.from(value).length > maxLength)
      ? ['a value longer than its greatest length']
      : []),
    ...(values?.length === 0 ? ['an empty list of values'] : []),
    ...(precision !== undefined && precision < 1 ? ['a precision below 1'] : []),
    ...(scale !== undefined && precision === undefined ? ['a scale without a precision'] : []),
    ...(scale !== undefined && (scale < 0 || scale > (precision ?? scale))
      ? ['a scale outside 0 to its precision']
      : []),
  ];
}

function faultsOfNavigation(navigation: BiNavigation, set: BiSet, sets: readonly BiSet[]): readonly string[] {
  const target = sets.find(({ name }) => name === navigation.target);
  if (target === undefined) return [`no set ${navigation.target}`];
  const shared = sharedSets.some(({ name }) => name === target.name);
  return [
    ...(target.owner !== set.owner && !shared ? [`${target.name} is in another database`] : []),
    ...(navigation.on.length === 0 ? ['no columns that are equal'] : []),
    ...(navigation.many && navigation.nullable ? ['a collection is never null'] : []),
    ...navigation.on.flatMap(({ from, to }) => faultsOfPair(columnOf(set, from), columnOf(target, to), from, to)),
    ...faultsOfPartner(navigation, set, target),
  ];
}

function faultsOfPair(
  from: BiColumn | undefined,
  to: BiColumn | undefined,
  fromName: string,
  toName: string,
): readonly string[] {
  if (from === undefined) return [`no column ${fromName}`];
  if (to === undefined) return [`no column ${toName} in the target`];
  return from.type === to.type ? [] : [`${fromName} and ${toName} are of different types`];
}

function faultsOfPartner({ name, partner, on }: BiNavigation, set: BiSet, target: BiSet): readonly string[] {
  if (partner === undefined) return [];
  const back = target.navigations.find((navigation) => navigation.name === partner);
  if (back === undefined) return [`no partner ${partner} in ${target.name}`];
  const mirrored = back.on.map(({ from, to }) => `${to}=${from}`).sort();
  return [
    ...(back.target === set.name && back.partner === name ? [] : [`its partner ${partner} does not name it in turn`]),
    ...(JSON.stringify(mirrored) === JSON.stringify(on.map(({ from, to }) => `${from}=${to}`).sort())
      ? []
      : [`its partner ${partner} is over other columns`]),
  ];
}

const columnOf = (set: BiSet, name: string): BiColumn | undefined => set.columns.find((column) => column.name === name);
const has = (set: BiSet, name: string): boolean => columnOf(set, name) !== undefined;
const repeated = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].filter((name) => names.indexOf(name) !== names.lastIndexOf(name));

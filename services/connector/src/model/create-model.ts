import { publications, type BiColumn, type BiNavigation, type BiSet, type BiType } from '@lientinh/bi';
import { contractFaults } from './contract-faults';
import type { EdmType, EntitySet, Model, NamesLanguage, Navigation, Property } from './edm';
import { namesOf, SCHEMA_NAMES, type SetNames } from './names';

const EDM_TYPES: Readonly<Record<BiType, EdmType>> = {
  TEXT: 'Edm.String',
  BOOLEAN: 'Edm.Boolean',
  INTEGER: 'Edm.Int32',
  BIGINT: 'Edm.Int64',
  DECIMAL: 'Edm.Decimal',
  DATE: 'Edm.Date',
  INSTANT: 'Edm.DateTimeOffset',
};

/**
 * The model that a service root shows, from the contract of the views. Throws a plain Error that names every fault when the contract has
 * any: this is a mistake of the program, found when it starts.
 */
export function createModel(sets: readonly BiSet[], names: NamesLanguage): Model {
  const faults = contractFaults(sets);
  if (faults.length > 0) throw new Error(`The contract of the bi views has faults:\n${faults.join('\n')}`);
  const byName = namesOf(sets, names);
  return {
    names,
    ...SCHEMA_NAMES[names],
    title: { vi: 'Dữ liệu Liên Tỉnh', en: 'Liên Tỉnh data' },
    sets: new Map(sets.map((set) => [namesOfSet(byName, set.name).set, entitySet(set, byName, sets)])),
  };
}

function entitySet(set: BiSet, names: ReadonlyMap<string, SetNames>, sets: readonly BiSet[]): EntitySet {
  const own = namesOfSet(names, set.name);
  const properties = set.columns.map((column) => property(column, nameOf(own.columns, column.name)));
  const byColumn = new Map(properties.map((one) => [one.column.name, one]));
  const pick = (columns: readonly string[]): readonly Property[] => columns.map((column) => nameOf(byColumn, column));
  const navigations = set.navigations.map((one) => {
    const target = sets.find(({ name }) => name === one.target);
    const nullable = one.nullable || (!one.many && target !== undefined && isNarrowedApart(set, target));
    return { ...navigation(one, nameOf(own.navigations, one.name), names), nullable };
  });
  return {
    name: own.set,
    typeName: own.type,
    set,
    properties: new Map(properties.map((one) => [one.name, one])),
    navigations: new Map(navigations.map((one) => [one.name, one])),
    key: pick(set.key),
    pagingOrder: pick(set.pagingOrder ?? set.key),
  };
}

const property = (column: BiColumn, name: string): Property => ({
  name,
  column,
  type: EDM_TYPES[column.type],
  nullable: column.nullable,
});

/**
 * Whether the rights of a province may leave a row and not the one that it leads to: a row about the province, or about none, may have come
 * with a publication of the whole country. Rows of the other sets lead to rows about the same province.
 */
const isNarrowedApart = (from: BiSet, to: BiSet): boolean =>
  to.provinceColumn !== null && (from.provinceColumn === null || to.name === publications.name);

function navigation(definition: BiNavigation, name: string, names: ReadonlyMap<string, SetNames>): Navigation {
  const target = namesOfSet(names, definition.target);
  return {
    name,
    definition,
    target: target.set,
    many: definition.many,
    nullable: definition.nullable,
    partner: definition.partner === undefined ? null : nameOf(target.navigations, definition.partner),
  };
}

const namesOfSet = (names: ReadonlyMap<string, SetNames>, set: string): SetNames => nameOf(names, set);

function nameOf<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The contract names ${name}, which is not there`);
  return value;
}

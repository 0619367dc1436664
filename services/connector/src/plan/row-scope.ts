import { pascalCase, sharedSets } from '@lientinh/bi';
import type { BiOwner, BiSet } from '@lientinh/bi';
import type { Dataset } from '@lientinh/contracts';
import type { EntitySet, Model } from '../model/edm';
import { ALONE, leadsToOneOf } from './lower/own-column';
import { anyOf } from './lower/values';
import { columnSql, oneOf, operatorSql, parameterSql, testSql, type Sql } from '../source/sql/sql';
import type { RowScope } from './plan';
import { setNotAllowed, spansDatabases } from './plan.errors';

/** A set of several data sets tells of each row which one it is of. */
const DATASET_COLUMN = 'dataset';
const ENTITY_SET_COLUMN = 'entity_set';

const has = (set: BiSet, column: string): boolean => set.columns.some(({ name }) => name === column);
const within = (datasets: readonly Dataset[], allowed: readonly Dataset[]): boolean =>
  datasets.every((dataset) => allowed.includes(dataset));

/** Whether a caller may read the set: all that it comes from is allowed, or its rows can be told apart. */
export function isAllowed({ set }: EntitySet, { datasets }: RowScope): boolean {
  return datasets === null || within(set.datasets, datasets) || isNarrowed(set);
}

const isNarrowed = (set: BiSet): boolean => has(set, DATASET_COLUMN) || has(set, ENTITY_SET_COLUMN);

/** ODATA_SET_NOT_ALLOWED. */
export function refuseUnlessAllowed(set: EntitySet, scope: RowScope): void {
  if (!isAllowed(set, scope)) throw setNotAllowed({ option: 'path', at: 0, set: set.name, datasets: set.set.datasets });
}

/** What a caller's rights leave of the rows of a set that stands as `alias`. `ordered`: whether rows are read in order of a column. */
export function scopeConditions(
  entitySet: EntitySet,
  alias: string,
  scope: RowScope,
  model: Model,
  ordered: (column: string) => boolean = () => false,
): readonly Sql[] {
  const { set } = entitySet;
  const conditions: Sql[] = [];
  if (scope.provinceCode !== null && set.provinceColumn !== null)
    conditions.push(ofProvince(set, set.provinceColumn, alias, scope.provinceCode, ordered));
  const { datasets } = scope;
  if (datasets === null || within(set.datasets, datasets)) return conditions;
  if (has(set, DATASET_COLUMN)) conditions.push(anyOf(columnSql(alias, DATASET_COLUMN), datasets));
  else if (has(set, ENTITY_SET_COLUMN))
    conditions.push(anyOf(columnSql(alias, ENTITY_SET_COLUMN), allowedSets(model, datasets)));
  return conditions;
}

/** Rows about the province; and those about no one province, such as the publications of the whole country. */
function ofProvince(set: BiSet, name: string, alias: string, code: string, ordered: (column: string) => boolean): Sql {
  const column = columnSql(alias, name);
  const value = parameterSql(code, 'text');
  const { nullable = true, repeats } = set.columns.find((one) => one.name === name) ?? {};
  if (nullable) return oneOf([operatorSql('=', column, value), testSql(column, 'is null')]);
  const navigation = set.navigations.find((one) => one.name === repeats?.navigation);
  const isOrdered = navigation?.on.some(({ from }) => ordered(from)) ?? false;
  if (repeats === undefined || navigation === undefined || !isOrdered) return operatorSql('=', column, value);
  return leadsToOneOf(navigation, alias, [operatorSql('=', columnSql(ALONE, repeats.column), value)]);
}

/** Whether rights leave fewer rows of the set than there are. */
export function isNarrowedBy({ set }: EntitySet, scope: RowScope): boolean {
  return (
    (scope.provinceCode !== null && set.provinceColumn !== null) ||
    (scope.datasets !== null && !within(set.datasets, scope.datasets))
  );
}

const allowedSets = (model: Model, allowed: readonly Dataset[]): readonly string[] =>
  [...model.sets.values()].filter(({ set }) => within(set.datasets, allowed)).map(({ set }) => pascalCase(set.name));

/** Reference data of the platform is the same in every database; the ledger is in each for its own data sets. */
const isShared = ({ set }: EntitySet): boolean => sharedSets.some(({ name }) => name === set.name);
const isReference = (set: EntitySet): boolean => isShared(set) && set.set.datasets.length === 0;

/** The database that has all of the sets. `root`: whose rows are asked for. ODATA_QUERY_SPANS_DATABASES. */
export function ownerOf(root: EntitySet, sets: readonly EntitySet[]): BiOwner {
  const bound = sets.filter((set) => !isShared(set) || (set === root && !isReference(set)));
  const owners = new Set(bound.map(({ set }) => set.owner));
  const [owner] = owners;
  if (owners.size > 1) throw spansDatabases({ option: 'path', at: 0, sets: bound.map(({ name }) => name) });
  return owner ?? sets.find((set) => !isReference(set))?.set.owner ?? root.set.owner;
}

import type { Dataset } from '@lientinh/contracts';
import { deletions, pascalCase } from '@lientinh/bi';
import type { EntitySet, Model } from '../model/edm';
import { NO_QUERY_OPTIONS } from '../query';
import { columnSql, oneOf, operatorSql, parameterSql, type Sql } from '../source/sql/sql';
import { bareNames, CheckContext, entityRow } from './check/context';
import { checkOptions } from './check/options';
import type { Resource } from './check/resource';
import { isAllowed } from './row-scope';
import type { PageRequest, RowScope, RowsPlan } from './plan';
import { optionNotApplicable } from './plan.errors';
import { planRows, type RowsRequest } from './plan-rows';

/** Whether the set is the one whose rows are in every database. */
export const isDeletions = ({ set }: EntitySet): boolean => set.name === deletions.name;

type PlanOf = (resource: Resource, request: RowsRequest, page: PageRequest) => RowsPlan;

/** Sets whose ended rows are told, in the order of their names, which is that of the column EntitySet. */
function trackedSets(model: Model, scope: RowScope): readonly EntitySet[] {
  return [...model.sets.values()]
    .filter((set) => set.set.changeTracking && isAllowed(set, scope))
    .sort((one, other) => (nameInRows(one) < nameInRows(other) ? -1 : 1));
}

/** What stands in the column EntitySet: the English name, whatever the address's language. */
const nameInRows = ({ set }: EntitySet): string => pascalCase(set.name);

const ofSet =
  (set: EntitySet) =>
  (alias: string): readonly Sql[] => [
    operatorSql('=', columnSql(alias, 'entity_set'), parameterSql(nameInRows(set), 'text')),
  ];

/** The plan of `Deletions`: one part per set, on the database that has it. ODATA_OPTION_NOT_APPLICABLE for what needs all at once. */
export function deletionParts(resource: Resource, request: RowsRequest, page: PageRequest, planOf: PlanOf): RowsPlan {
  refuseOptions(request, resource);
  const parts = trackedSets(request.model, request.scope)
    .map((set) => ({ set, page: pageOf(set, page) }))
    .flatMap(({ set, page: own }) => {
      if (own === null) return [];
      const plan = planOf(resource, { ...request, also: ofSet(set) }, own);
      return [{ ...plan, owner: set.set.owner, datasets: set.set.datasets }];
    });
  const datasets = [...new Set(parts.flatMap((part) => part.datasets))];
  const [first] = parts;
  const whole = first ?? planOf(resource, request, page);
  return { ...whole, datasets, parts };
}

/** Parts before the page's place in the order are past; the first value of the order is EntitySet. */
function pageOf(set: EntitySet, page: PageRequest): PageRequest | null {
  const place = page.after?.[0];
  if (place === undefined || place === null) return page;
  const name = nameInRows(set);
  if (name < place) return null;
  return name === place ? page : { ...page, after: null };
}

function refuseOptions({ query }: RowsRequest, { single }: Resource): void {
  const used = single
    ? 'path'
    : query.steps.length > 0
      ? '$apply'
      : query.order.length > 0
        ? '$orderby'
        : query.skip > 0
          ? '$skip'
          : null;
  if (used === null) return;
  const reason = {
    vi: 'các dòng đã bỏ nằm ở nhiều cơ sở dữ liệu và luôn theo thứ tự EntitySet, EntityKey, DeletedAt',
    en: 'deletions are in several databases and always in the order EntitySet, EntityKey, DeletedAt',
  };
  throw optionNotApplicable({ option: used, at: 0, reason });
}

/**
 * The rows of one set that ended since those positions of its ledgers, as rows of `Deletions`: what a delta of the set tells as removed.
 * ODATA_OPTION_NOT_APPLICABLE when the set does not track changes.
 */
export function planDeletions(
  model: Model,
  of: EntitySet,
  since: ReadonlyMap<Dataset, string>,
  scope: RowScope,
  page: Omit<PageRequest, 'changedSince'>,
): RowsPlan {
  const set = [...model.sets.values()].find(isDeletions);
  if (set === undefined) throw new Error('the model has no set of deletions');
  if (!of.set.changeTracking) {
    const reason = { vi: `${of.name} không theo dõi thay đổi`, en: `${of.name} does not track changes` };
    throw optionNotApplicable({ option: '$deltatoken', at: 0, reason });
  }
  const row = entityRow(set);
  const query = checkOptions(
    NO_QUERY_OPTIONS,
    row,
    new Map([['$it', bareNames(row)]]),
    new CheckContext(model, scope),
    0,
  );
  const also = (alias: string): readonly Sql[] => [...ofSet(of)(alias), ...endedSince(of, since, alias)];
  const request: RowsRequest = { model, scope, steps: [{ set, navigation: null, key: null }], query, also };
  const form = { single: false, references: false, property: null };
  const rows = planRows(request, form, { ...page, changedSince: null });
  return {
    kind: 'COLLECTION',
    set,
    owner: of.set.owner,
    datasets: of.set.datasets,
    columns: rows.columns,
    rows: rows.rows,
    count: null,
    contextFragment: `${of.name}/$deletedEntity`,
    addressable: false,
    pageSize: page.size,
    parts: [],
  };
}

/** Later than the earliest of the positions; everything when one of them is not known. */
function endedSince({ set }: EntitySet, since: ReadonlyMap<Dataset, string>, alias: string): readonly Sql[] {
  const positions = set.datasets.map((dataset) => since.get(dataset)).filter((position) => position !== undefined);
  if (positions.length === 0 || positions.length < set.datasets.length) return [];
  const deletedAt = columnSql(alias, 'deleted_at');
  return [oneOf(positions.map((position) => operatorSql('>', deletedAt, parameterSql(position, 'timestamptz'))))];
}

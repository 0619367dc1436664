import type { Dataset } from '@lientinh/contracts';
import type { EntitySet, Model } from '../model/edm';
import type { RequestOptions, ResourcePath } from '../query/ast';
import { CheckContext, entityRow } from './check/context';
import { checkOptions } from './check/options';
import { checkResource, type Resource } from './check/resource';
import { contextFragment } from './context-fragment';
import { deletionParts, isDeletions } from './deletions';
import { ownerOf } from './row-scope';
import type { PageRequest, RowScope, RowsPlan } from './plan';
import { optionNotApplicable } from './plan.errors';
import { planCount, planRows, type RowsRequest } from './plan-rows';

/**
 * What a request means: checked against the model, narrowed to what the caller may see, as statements on one database. Every mistake of the
 * caller is a coded error (`plan.errors.ts`) that names the option, the character and, for names, the nearest that there are.
 */
export function planResource(
  model: Model,
  path: ResourcePath,
  options: RequestOptions,
  scope: RowScope,
  page: PageRequest,
): RowsPlan {
  const resource = checkResource(path, model);
  refuseOptions(resource, options, page);
  const set = lastSet(resource);
  const query = checkOptions(options, entityRow(set), new Map(), new CheckContext(model, scope), 0);
  const request: RowsRequest = { model, scope, steps: resource.steps, query };
  if (isDeletions(set) && resource.steps.length === 1) return deletionParts(resource, request, page, planOf);
  return planOf(resource, request, page);
}

function lastSet({ steps }: Resource): EntitySet {
  const step = steps.at(-1);
  if (step === undefined) throw new Error('an address has a set');
  return step.set;
}

/** One plan, on one database. */
function planOf(resource: Resource, request: RowsRequest, page: PageRequest): RowsPlan {
  const { query } = request;
  const { single, property, form } = resource;
  const set = lastSet(resource);
  const countOnly = form === 'COUNT';
  const rows = countOnly
    ? planCount(request)
    : planRows(request, { single, property, references: form === 'REFERENCE' }, page);
  const count = query.count && !single && !countOnly ? planCount(request) : null;
  const sets = [...new Set([...rows.sets, ...(count?.sets ?? [])])];
  return {
    kind: kindOf(resource),
    set,
    owner: ownerOf(resource.steps.length === 1 ? set : (resource.steps[0]?.set ?? set), sets),
    datasets: datasetsOf(sets),
    columns: rows.columns,
    rows: rows.rows,
    count: count?.rows ?? null,
    contextFragment: contextFragment(resource, query),
    addressable: !countOnly && property === null && query.result.shape.kind === 'entities',
    pageSize: single || countOnly ? null : page.size,
    parts: [],
  };
}

function kindOf({ form, property, single }: Resource): RowsPlan['kind'] {
  if (form === 'COUNT') return 'COUNT';
  if (form === 'VALUE') return 'VALUE';
  if (property !== null) return 'PROPERTY';
  return single ? 'ENTITY' : 'COLLECTION';
}

function datasetsOf(sets: readonly EntitySet[]): readonly Dataset[] {
  return [...new Set(sets.flatMap(({ set }) => set.datasets))];
}

/** One row is not filtered, ordered or paged; a delta is of plain rows. */
function refuseOptions({ single }: Resource, options: RequestOptions, { changedSince }: PageRequest): void {
  const delta = { vi: 'không đi cùng danh sách thay đổi', en: 'does not go with a list of changes' };
  const one = { vi: 'địa chỉ chỉ đến một dòng', en: 'the address is of one row' };
  if (single) {
    const [used] = usedOptions(options);
    if (used !== undefined) throw optionNotApplicable({ option: used, at: 0, reason: one });
  }
  if (changedSince !== null && options.apply !== null)
    throw optionNotApplicable({ option: '$apply', at: 0, reason: delta });
}

function usedOptions({ filter, search, orderBy, top, skip, apply }: RequestOptions): readonly string[] {
  return [
    ...(filter === null ? [] : ['$filter']),
    ...(search === null ? [] : ['$search']),
    ...(orderBy.length === 0 ? [] : ['$orderby']),
    ...(top === null ? [] : ['$top']),
    ...(skip === null ? [] : ['$skip']),
    ...(apply === null ? [] : ['$apply']),
  ];
}

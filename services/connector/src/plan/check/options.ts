import type { QueryOptions, SelectItem } from '../../query/ast';
import { findNavigation } from '../../model';
import { nearestNames } from '../../query';
import { optionNotApplicable, unknownName, wrongPath } from '../plan.errors';
import type { Output, TypedQuery } from '../typed/query';
import type { Names, RowNames } from '../typed/names';
import type { RowVariable } from '../typed/shape';
import { checkApply } from './apply';
import { inOption, nameOfRows, type CheckContext } from './context';
import { checkCompute, checkOrder } from './computed';
import { checkExpansions } from './expansions';
import { checkCondition } from './expression';
import { checkSearchable } from './search';

/**
 * The options over rows of `row`. `outer`: variables that nested options may use (`$it` of the request). Errors: those of expressions,
 * and ODATA_NAME_TAKEN, ODATA_OPTION_NOT_APPLICABLE.
 */
export function checkOptions(
  options: QueryOptions,
  row: RowVariable,
  outer: ReadonlyMap<string, RowNames>,
  context: CheckContext,
  depth: number,
): TypedQuery {
  const begin: Names = namesOf({ row, computed: new Map() }, outer, depth);
  const applied = options.apply === null ? null : checkApply(options.apply, inOption(begin, '$apply'), context);
  const after = namesOf(applied?.it ?? begin.it, outer, depth);
  const names = checkCompute(options.compute, inOption(after, '$compute'), context);
  const result = names.it.row;
  if (options.search !== null) checkSearchable(result, options.search, '$search');
  return {
    row,
    steps: applied?.steps ?? [],
    result,
    filter: options.filter === null ? null : checkCondition(options.filter, inOption(names, '$filter'), context),
    search: options.search,
    order: checkOrder(options.orderBy, inOption(names, '$orderby'), context),
    outputs: checkSelect(options.select, inOption(names, '$select')),
    expansions: expansionsOf(options, inOption(names, '$expand'), context, depth),
    top: options.top,
    skip: options.skip ?? 0,
    count: options.count === true,
    selected: options.select !== null,
  };
}

/** `$it` is the row of the request; `$this` the row that the options are about. */
function namesOf(it: RowNames, outer: ReadonlyMap<string, RowNames>, depth: number): Names {
  const variables = new Map(outer).set('$this', it);
  if (depth === 0) variables.set('$it', it);
  return { it, variables, option: '$filter' };
}

function expansionsOf(
  options: QueryOptions,
  names: Names,
  context: CheckContext,
  depth: number,
): TypedQuery['expansions'] {
  if (options.expand.length === 0) return [];
  const { shape } = names.it.row;
  if (shape.kind === 'entities')
    return checkExpansions(options.expand, {
      set: shape.set,
      variables: names.variables,
      context,
      depth,
      checkOptions,
    });
  const reason = { vi: 'các nhóm không có dòng liên quan', en: 'groups have no related rows' };
  throw optionNotApplicable({ option: '$expand', at: options.expand[0]?.at ?? 0, reason });
}

type Choice = readonly (readonly [key: string, output: Output])[];

/** The fields of the answer, each once: in the order of `$select`, else of the contract. */
function checkSelect(items: readonly SelectItem[] | null, names: Names): readonly Output[] {
  const all = everyOutput(names.it);
  if (items === null) return all.map(([, output]) => output);
  const chosen = items.flatMap((item) => (item.path.join('/') === '*' ? all : chosenBy(item, all, names)));
  return [...new Map(chosen).values()];
}

function everyOutput({ row, computed }: RowNames): Choice {
  const { shape } = row;
  const own: Choice =
    shape.kind === 'entities'
      ? [...shape.set.properties.values()].map((property) => [property.name, { kind: 'property', property }])
      : shape.columns.map(({ path }, place) => [path.join('/'), { kind: 'groupColumn', place }]);
  const added = [...computed].map(([name, expression]): [string, Output] => [
    name,
    { kind: 'computed', name, expression },
  ]);
  return [...own, ...added];
}

/** A navigation property in `$select` asks for its link, which is made from the address. */
function chosenBy(item: SelectItem, all: Choice, names: Names): Choice {
  const wanted = item.path.join('/').normalize('NFC');
  const found = all.filter(([key]) => key === wanted || key.startsWith(`${wanted}/`));
  if (found.length > 0) return found;
  const { shape } = names.it.row;
  const [first = ''] = item.path;
  const isNavigation = shape.kind === 'entities' && findNavigation(shape.set, first) !== null;
  if (isNavigation && item.path.length === 1) return [];
  if (isNavigation) {
    const reason = {
      vi: 'dùng $expand=…($select=…) cho dòng liên quan',
      en: 'use $expand=…($select=…) for related rows',
    };
    throw wrongPath({ option: '$select', at: item.at, path: wanted, reason });
  }
  const known = [...all.map(([key]) => key), ...(shape.kind === 'entities' ? shape.set.navigations.keys() : [])];
  throw unknownName({
    option: '$select',
    at: item.at,
    name: wanted,
    of: nameOfRows(names.it.row),
    nearest: nearestNames(wanted, known),
  });
}

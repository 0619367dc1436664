import type { ExpandItem, QueryOptions } from '../../query/ast';
import { findNavigation, targetOf } from '../../model';
import type { EntitySet, Navigation } from '../../model/edm';
import { MAXIMUM_EXPAND_DEPTH } from '../limits';
import { nearestNames } from '../../query';
import { nameTaken, optionNotApplicable, planTooLarge, unknownName, wrongPath } from '../plan.errors';
import { isAllowed } from '../row-scope';
import type { TypedExpansion, TypedQuery } from '../typed/query';
import type { RowNames } from '../typed/names';
import type { RowVariable } from '../typed/shape';
import { entityRow, type CheckContext } from './context';

/** Whose related rows are asked for, and how deep. */
export interface ExpandFrom {
  readonly set: EntitySet;
  /** What nested options may speak of beside their own rows. */
  readonly variables: ReadonlyMap<string, RowNames>;
  readonly context: CheckContext;
  readonly depth: number;
  /** Checks the options of an expansion, which may have expansions again. */
  readonly checkOptions: (
    options: QueryOptions,
    row: RowVariable,
    outer: ReadonlyMap<string, RowNames>,
    context: CheckContext,
    depth: number,
  ) => TypedQuery;
}

/** `$expand` with everything nested in it, `$levels` and `*` written out. ODATA_UNKNOWN_NAME, ODATA_WRONG_PATH, ODATA_PLAN_TOO_LARGE. */
export function checkExpansions(items: readonly ExpandItem[], from: ExpandFrom): readonly TypedExpansion[] {
  const named = new Set(items.map(({ path }) => path[0] ?? ''));
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const navigations = item.path.join('/') === '*' ? others(from, named) : [navigationOf(item, from.set)];
    return navigations.map((navigation) => {
      if (seen.has(navigation.name)) throw nameTaken({ option: '$expand', at: item.at, name: navigation.name });
      seen.add(navigation.name);
      return expansionOf(item, navigation, from);
    });
  });
}

/** `*`: every other navigation that the rights reach. */
const others = ({ set, context }: ExpandFrom, named: ReadonlySet<string>): readonly Navigation[] =>
  [...set.navigations.values()].filter(
    (navigation) => !named.has(navigation.name) && isAllowed(targetOf(context.model, navigation), context.scope),
  );

function navigationOf(item: ExpandItem, set: EntitySet): Navigation {
  const [name = '', next] = item.path;
  const navigation = findNavigation(set, name);
  if (navigation === null)
    throw unknownName({
      option: '$expand',
      at: item.at,
      name,
      of: set.name,
      nearest: nearestNames(name, set.navigations.keys()),
    });
  if (next !== undefined) {
    const reason = { vi: `viết ${name}($expand=${next})`, en: `write ${name}($expand=${next})` };
    throw wrongPath({ option: '$expand', at: item.at, path: item.path.join('/'), reason });
  }
  return navigation;
}

function expansionOf(item: ExpandItem, navigation: Navigation, from: ExpandFrom): TypedExpansion {
  const { context, variables, depth } = from;
  const place = { option: '$expand', at: item.at };
  context.spendExpansion(place);
  if (depth >= MAXIMUM_EXPAND_DEPTH)
    throw planTooLarge({
      ...place,
      what: { vi: 'tầng mở rộng', en: 'levels of $expand' },
      limit: MAXIMUM_EXPAND_DEPTH,
    });
  if (item.form === 'count' && !navigation.many) refuseCount(item, navigation);
  const options = withLevels(item, navigation, from);
  refuseOptions(item, navigation, options);
  const target = targetOf(context.model, navigation);
  const query = from.checkOptions(options, entityRow(target), variables, context, depth + 1);
  return { navigation, target, form: item.form, query };
}

/** `$levels=3` is the expansion within itself, two levels more (OData 4.01 Part 2, 5.1.3.4); `max` as deep as there may be. */
function withLevels(item: ExpandItem, navigation: Navigation, { context, depth }: ExpandFrom): QueryOptions {
  const { levels, options } = item;
  if (levels === null || levels === 1) return options;
  const target = targetOf(context.model, navigation);
  if (findNavigation(target, navigation.name) === null) {
    if (levels === 'max') return options;
    const reason = { vi: `${target.name} không có ${navigation.name}`, en: `${target.name} has no ${navigation.name}` };
    throw optionNotApplicable({ option: '$levels', at: item.at, reason });
  }
  const left = levels === 'max' ? MAXIMUM_EXPAND_DEPTH - depth : levels;
  if (left <= 1) return options;
  return { ...options, expand: [...options.expand, { ...item, levels: left - 1 }] };
}

function refuseCount(item: ExpandItem, navigation: Navigation): never {
  const reason = { vi: `${navigation.name} là một dòng`, en: `${navigation.name} is one row` };
  throw optionNotApplicable({ option: '$count', at: item.at, reason });
}

/** One related row is there or not: it is not filtered, ordered or counted. Rows within rows are not grouped. */
function refuseOptions(item: ExpandItem, navigation: Navigation, options: QueryOptions): void {
  const wrong = options.apply !== null ? '$apply' : navigation.many ? undefined : ofManyOnly(options);
  if (wrong === undefined) return;
  const reason =
    wrong === '$apply'
      ? { vi: '$apply không dùng trong $expand', en: '$apply does not go into $expand' }
      : { vi: `${navigation.name} chỉ có một dòng`, en: `${navigation.name} is one row only` };
  throw optionNotApplicable({ option: wrong, at: item.at, reason });
}

function ofManyOnly({ filter, search, orderBy, top, skip, count }: QueryOptions): string | undefined {
  const used = [
    filter === null ? '' : '$filter',
    search === null ? '' : '$search',
    orderBy.length === 0 ? '' : '$orderby',
    top === null ? '' : '$top',
    skip === null ? '' : '$skip',
    count === true ? '$count' : '',
  ];
  return used.find((option) => option !== '');
}

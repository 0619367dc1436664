import fc, { type Arbitrary } from 'fast-check';
import { NO_QUERY_OPTIONS, type Expression, type ExpandItem, type OrderItem, type QueryOptions } from '../../src/query';
import { conditions, orderKeys, path } from './plan-trees';

/** Random `$expand` over the sets of the test contract, with every option that goes into one. */
const at = 0;
const maybe = <T>(value: Arbitrary<T>): Arbitrary<T | null> => fc.option(value, { freq: 2 });
const whole = (text: string): Expression => ({ kind: 'literal', type: 'integer', text, at });
const text = (value: string): Expression => ({ kind: 'literal', type: 'string', text: value, at });
const compared = (operator: 'ge' | 'eq' | 'ne', left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operator,
  left,
  right,
  at,
});
const chosen = (...names: readonly string[]) =>
  maybe(fc.subarray([...names], { minLength: 1 }).map((some) => some.map((name) => ({ path: [name], at }))));

/** What rows of both sets can be chosen by; the last is of the row of the request. */
const common = [
  compared('ne', path('Id'), text('u1')),
  compared('eq', path('Id'), text('none')),
  compared('ne', path('Id'), path('$it/Id')),
];
/** What units can be chosen by. */
export const ofUnits: Arbitrary<Expression> = fc.constantFrom<Expression>(
  ...common,
  compared(
    'ge',
    { kind: 'count', collection: path('Children'), filter: common[2] ?? null, search: null, at },
    whole('1'),
  ),
  compared('ge', { kind: 'count', collection: path('Parent/Facts'), filter: null, search: null, at }, whole('3')),
  compared('ge', path('Size'), whole('1')),
  compared('ge', { kind: 'count', collection: path('Facts'), filter: null, search: null, at }, whole('2')),
  // Fails on a unit of size 0.
  compared('ge', { kind: 'binary', operator: 'div', left: whole('6'), right: path('Size'), at }, whole('2')),
);
const inOrder = (keys: Arbitrary<Expression>): Arbitrary<readonly OrderItem[]> =>
  fc.array(fc.record({ expression: keys, descending: fc.boolean() }), { maxLength: 2 });
const computed = (from: string) =>
  fc.constantFrom<QueryOptions['compute']>(
    [],
    [{ expression: { kind: 'binary', operator: 'add', left: path(from), right: whole('1'), at }, alias: 'More', at }],
  );

/** Options that only collections have. */
const ofMany = (filters: Arbitrary<Expression>, keys: Arbitrary<Expression>) => ({
  filter: maybe(filters),
  orderBy: inOrder(keys),
  top: maybe(fc.nat(3)),
  skip: maybe(fc.nat(2)),
  count: maybe(fc.boolean()),
});
const unitKeys = fc.constantFrom('Name', 'Size', 'Parent/Size', 'Id').map(path);
const toUnits = { select: chosen('Id', 'Size', 'Name'), compute: computed('Size') };
const toFacts = { select: chosen('Id', 'Level', 'Value', 'Name'), compute: computed('Level') };

type Items = Arbitrary<readonly ExpandItem[]>;
const optionsOf = (more: { readonly [K in keyof QueryOptions]?: Arbitrary<QueryOptions[K]> }, expand: Items) =>
  fc.record({ ...more, expand }).map((some): QueryOptions => ({ ...NO_QUERY_OPTIONS, ...some }));
const item = (name: string, forms: readonly ExpandItem['form'][], options: Arbitrary<QueryOptions>) =>
  fc.record({
    path: fc.constant([name]),
    form: fc.constantFrom(...forms),
    levels: fc.constant(null),
    options,
    at: fc.constant(at),
  });
const some = (...items: readonly Arbitrary<ExpandItem>[]): Items =>
  fc
    .tuple(...items.map((one) => fc.option(one, { freq: 1 })))
    .map((all) => all.flatMap((one) => (one === null ? [] : [one])));

const ROWS = ['entities', 'entities', 'entities', 'references', 'count'] as const;
/** `$ref` and `$count` have neither fields nor expansions. */
const plain = (one: ExpandItem): ExpandItem =>
  one.form === 'entities'
    ? one
    : { ...one, options: { ...one.options, select: null, compute: [], expand: [], count: null } };
const countedOnly = (one: ExpandItem): ExpandItem =>
  one.form === 'count' ? { ...one, options: { ...one.options, orderBy: [], top: null, skip: null } } : one;
const many = (name: string, options: Arbitrary<QueryOptions>) => item(name, ROWS, options).map(plain).map(countedOnly);

function unitExpansions(depth: number): Items {
  if (depth === 0) return fc.constant([]);
  const facts = {
    ...ofMany(conditions, orderKeys),
    ...toFacts,
    search: maybe(fc.constant({ kind: 'term', text: 'a', at } as const)),
  };
  return some(
    many('Facts', optionsOf(facts, factExpansions(depth - 1))),
    many('Children', optionsOf({ ...ofMany(ofUnits, unitKeys), ...toUnits }, unitExpansions(depth - 1))),
    item('Parent', ['entities'], optionsOf(toUnits, unitExpansions(depth - 1))),
  );
}
function factExpansions(depth: number): Items {
  return depth === 0
    ? fc.constant([])
    : some(item('Unit', ['entities'], optionsOf(toUnits, unitExpansions(depth - 1))));
}

/** `$expand` of units and of facts, three levels deep. */
export const expansionsOf = { Units: unitExpansions(3), Facts: factExpansions(3) } as const;

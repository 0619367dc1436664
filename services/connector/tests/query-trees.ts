import fc, { type Arbitrary } from 'fast-check';
import {
  type AggregateItem,
  type ExpandItem,
  type Expression,
  isIdentifier,
  type KeyPredicate,
  type Literal,
  type MemberPath,
  NO_QUERY_OPTIONS,
  type OrderItem,
  type QueryOptions,
  type RequestOptions,
  type ResourcePath,
  type ResourceSegment,
  type SearchExpression,
  type Transformation,
} from '../src/query';

/** Trees of every kind, as the parser can give them; all stand at 0. */
const at = 0;
const LETTERS = [...Array.from('abzABZ_09'), 'ỉ', 'ễ', 'Đ', 'ơ', 'Ư', '中', 'é'];
const RESERVED = /^(?:null|true|false|inf|nan|not)$/i;
/** Text that a value can have: no NUL, no half of a surrogate pair. */
const text = fc.string({ unit: 'binary', maxLength: 12 }).filter((each) => each.isWellFormed() && !each.includes('\0'));
const identifier = fc
  .oneof(
    fc.constantFrom('Value', 'in', 'eq', 'desc', 'any', 'TênTỉnh', 'case', 'duration'),
    fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 8 }),
  )
  .filter((name) => isIdentifier(name) && !RESERVED.test(name));

const digits = (least: number, most: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength: least, maxLength: most });
const whole = fc.tuple(fc.constantFrom('', '-'), fc.nat()).map(([sign, value]) => `${sign}${value}`);
const two = (most: number, least = 0) =>
  fc.integer({ min: least, max: most }).map((value) => String(value).padStart(2, '0'));
const date = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const fraction = fc.oneof(
  fc.constant(''),
  digits(1, 12).map((each) => `.${each}`),
);
const time = fc.tuple(two(23), two(59), two(59), fraction).map(([hour, minute, second, rest]) => {
  return `${hour}:${minute}:${second}${rest}`;
});
const offset = fc.oneof(
  fc.constant('Z'),
  fc.tuple(fc.constantFrom('+', '-'), two(13), two(59)).map(([sign, hours, minutes]) => `${sign}${hours}:${minutes}`),
);
const duration = fc
  .tuple(fc.constantFrom('', '-'), fc.nat(999), fc.nat(99), fraction)
  .map(([sign, days, hours, rest]) => `${sign}P${days}DT${hours}H5${rest}S`);

const LITERAL_TEXTS: Readonly<Record<Literal['type'], Arbitrary<string>>> = {
  null: fc.constant('null'),
  boolean: fc.constantFrom('true', 'false'),
  integer: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
  decimal: fc.oneof(
    fc.tuple(whole, digits(1, 6)).map(([before, after]) => `${before}.${after}`),
    fc.constantFrom('9223372036854775808', '-9223372036854775809'),
  ),
  double: fc.oneof(
    fc.tuple(whole, fraction, fc.integer({ min: -200, max: 200 })).map(([a, b, power]) => `${a}${b}e${power}`),
    fc.constantFrom('INF', '-INF', 'NaN'),
  ),
  string: text,
  date,
  instant: fc.tuple(date, time, offset).map(([day, clock, zone]) => `${day}T${clock}${zone}`),
  timeOfDay: time,
  duration,
  guid: fc.uuid(),
};
const LITERAL_TYPES = Object.keys(LITERAL_TEXTS) as Literal['type'][];
const literal: Arbitrary<Literal> = fc.oneof(
  ...LITERAL_TYPES.map((type) =>
    LITERAL_TEXTS[type].map((written): Literal => ({ kind: 'literal', type, text: written, at })),
  ),
);

const qualified = fc.oneof(
  { weight: 5, arbitrary: identifier },
  fc.tuple(identifier, identifier).map((parts) => parts.join('.')),
);
const member: Arbitrary<MemberPath> = fc
  .tuple(fc.oneof({ weight: 5, arbitrary: qualified }, fc.constant('$it')), fc.array(qualified, { maxLength: 2 }))
  .map(([first, rest]) => ({ kind: 'member', segments: [first, ...rest], at }));

const searchTerm = text.filter((each) => each.trim() !== '');
const search = fc.letrec<{ node: SearchExpression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc
      .oneof(searchTerm, fc.constantFrom('AND', 'OR', 'NOT', 'cải', 'hành chính'))
      .map((each): SearchExpression => ({ kind: 'term', text: each, at })),
    tie('node').map((operand): SearchExpression => ({ kind: 'searchNot', operand, at })),
    fc
      .tuple(fc.constantFrom('searchAnd' as const, 'searchOr' as const), tie('node'), tie('node'))
      .map(([kind, left, right]): SearchExpression => ({ kind, left, right, at })),
  ),
})).node;

const OPERATORS = [
  ...(['or', 'and', 'eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const),
  ...(['add', 'sub', 'mul', 'div', 'divby', 'mod', 'has'] as const),
];
const CALLS = [
  ...[['now', 0] as const, ['length', 1] as const, ['matchespattern', 2] as const, ['substring', 2] as const],
  ...[['substring', 3] as const, ['case', 2] as const, ['case', 4] as const, ['year', 1] as const],
];
export const expression = fc.letrec<{ node: Expression }>((tie) => {
  const node = tie('node');
  const optional = <Each>(each: Arbitrary<Each>): Arbitrary<Each | null> => fc.option(each, { nil: null });
  const call = fc
    .constantFrom(...CALLS)
    .chain(([name, count]) =>
      fc
        .array(node, { minLength: count, maxLength: count })
        .map((values): Expression => ({ kind: 'call', name, arguments: values, at })),
    );
  const typed = fc
    .tuple(fc.constantFrom('cast', 'isof'), fc.array(node, { maxLength: 1 }), qualified)
    .map(([name, values, type]): Expression => {
      const target: MemberPath = { kind: 'member', segments: [type], at };
      return { kind: 'call', name, arguments: [...values, target], at };
    });
  const lambda = fc
    .tuple(fc.constantFrom('any' as const, 'all' as const), member, identifier, node)
    .map(([operator, collection, variable, predicate]): Expression => {
      return { kind: 'lambda', operator, collection, variable, predicate, at };
    });
  return {
    node: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(literal, member),
      fc
        .tuple(fc.constantFrom(...OPERATORS), node, node)
        .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, at })),
      fc
        .tuple(fc.constantFrom('and' as const, 'or' as const), node, node)
        .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, at })),
      fc
        .tuple(fc.constantFrom('not' as const, 'negate' as const), node)
        .map(([operator, operand]): Expression => ({ kind: 'unary', operator, operand, at })),
      fc
        .tuple(node, fc.array(node, { maxLength: 3 }))
        .map(([value, list]): Expression => ({ kind: 'in', value, list, at })),
      call,
      typed,
      lambda,
      member.map((collection): Expression => {
        return { kind: 'lambda', operator: 'any', collection, variable: null, predicate: null, at };
      }),
      fc
        .tuple(member, optional(node), optional(search))
        .map(([collection, filter, words]): Expression => ({ kind: 'count', collection, filter, search: words, at })),
    ),
  };
}).node;

const orderItem: Arbitrary<OrderItem> = fc.record({ expression, descending: fc.boolean() });
const computeItem = fc.record({ expression, alias: identifier, at: fc.constant(at) });
const aggregateItem: Arbitrary<AggregateItem> = fc.oneof(
  identifier.map((alias): AggregateItem => ({ expression: null, method: 'count', alias, at })),
  fc.tuple(member, identifier).map(([collection, alias]): AggregateItem => {
    return { expression: { kind: 'count', collection, filter: null, search: null, at }, method: 'count', alias, at };
  }),
  fc
    .tuple(expression, fc.constantFrom('sum' as const, 'min', 'max', 'average', 'countdistinct'), identifier)
    .map(([value, method, alias]): AggregateItem => ({ expression: value, method, alias, at })),
);
const some = <Item>(item: Arbitrary<Item>): Arbitrary<Item[]> => fc.array(item, { minLength: 1, maxLength: 3 });
const groupingPath = some(qualified).map((segments): MemberPath => ({ kind: 'member', segments, at }));
const apply = fc.letrec<{ steps: Transformation[] }>((tie) => ({
  steps: fc.array(
    fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.constant<Transformation>({ kind: 'identity', at }),
      expression.map((filter): Transformation => ({ kind: 'filter', filter, at })),
      search.map((words): Transformation => ({ kind: 'search', search: words, at })),
      some(computeItem).map((items): Transformation => ({ kind: 'compute', items, at })),
      some(aggregateItem).map((items): Transformation => ({ kind: 'aggregate', items, at })),
      some(orderItem).map((items): Transformation => ({ kind: 'orderby', items, at })),
      fc
        .tuple(fc.constantFrom('top' as const, 'skip' as const), fc.maxSafeNat())
        .map(([kind, count]): Transformation => ({ kind, count, at })),
      fc
        .tuple(some(groupingPath), tie('steps'))
        .map(([by, then]): Transformation => ({ kind: 'groupby', by, then, at })),
    ),
    { minLength: 1, maxLength: 3 },
  ),
})).steps;

/** The options that a form of `$expand` takes; every other keeps its empty value. */
const FORM_OPTIONS: Readonly<Record<ExpandItem['form'], readonly (keyof QueryOptions)[]>> = {
  entities: Object.keys(NO_QUERY_OPTIONS) as (keyof QueryOptions)[],
  references: ['filter', 'search', 'orderBy', 'skip', 'top', 'count'],
  count: ['filter', 'search'],
};
const shaping = (depth: number): Arbitrary<QueryOptions> =>
  fc.record({
    filter: fc.option(expression, { nil: null }),
    search: fc.option(search, { nil: null }),
    orderBy: fc.array(orderItem, { maxLength: 2 }),
    select: fc.option(some(fc.record({ path: fc.oneof(fc.constant(['*']), some(qualified)), at: fc.constant(at) })), {
      nil: null,
    }),
    expand: depth === 0 ? fc.constant([]) : fc.array(expandItem(depth - 1), { maxLength: 2 }),
    compute: fc.array(computeItem, { maxLength: 2 }),
    apply: fc.option(apply, { nil: null }),
    top: fc.option(fc.maxSafeNat(), { nil: null }),
    skip: fc.option(fc.maxSafeNat(), { nil: null }),
    count: fc.option(fc.boolean(), { nil: null }),
  });
const expandItem = (depth: number): Arbitrary<ExpandItem> =>
  fc
    .record({
      path: fc.oneof(fc.constant(['*']), some(qualified)),
      form: fc.constantFrom('entities' as const, 'references' as const, 'count' as const),
      levels: fc.option(fc.oneof(fc.constant('max' as const), fc.integer({ min: 1, max: 9 })), { nil: null }),
      options: shaping(depth),
      at: fc.constant(at),
    })
    .map((item): ExpandItem => {
      const kept = FORM_OPTIONS[item.form].map((name) => [name, item.options[name]] as const);
      const options = { ...NO_QUERY_OPTIONS, ...Object.fromEntries(kept) };
      return { ...item, levels: item.form === 'entities' ? item.levels : null, options };
    });

const SYSTEM_NAME =
  /^\$|^@|^(?:filter|search|orderby|select|expand|compute|apply|top|skip|count|format|id|index|schemaversion)$/i;
const customName = text.filter((name) => name !== '' && !SYSTEM_NAME.test(name));
const token = fc.option(
  text.filter((each) => each.trim() !== ''),
  { nil: null },
);
/** Every option of a request. */
export const requestOptions: Arbitrary<RequestOptions> = fc
  .tuple(
    shaping(2),
    fc.record({
      skipToken: token,
      deltaToken: token,
      format: fc.option(fc.constantFrom('json', 'xml', 'application/json;odata.metadata=full'), { nil: null }),
      others: fc.dictionary(fc.oneof(customName, fc.constant('$index')), fc.constantFrom('1', 'a b+c', '%&=#')),
    }),
  )
  .map(([rows, rest]) => ({ ...rows, ...rest }));

const keyValue = literal.filter(({ type }) => type !== 'null');
export const key: Arbitrary<KeyPredicate> = fc.oneof(
  keyValue.map((value): KeyPredicate => ({ kind: 'positional', value })),
  fc
    .uniqueArray(fc.tuple(identifier, keyValue), { selector: ([name]) => name, minLength: 1, maxLength: 3 })
    .map((values): KeyPredicate => ({ kind: 'named', values: new Map(values) })),
);
const plainName = text
  .map((each) => each.normalize('NFC'))
  .filter((each) => each !== '' && each.isWellFormed() && !each.startsWith('$') && !each.includes('('));
const nameSegment: Arbitrary<ResourceSegment> = fc.oneof(
  fc.tuple(qualified, key).map(([name, each]): ResourceSegment => ({ kind: 'name', name, key: each, at })),
  plainName.map((name): ResourceSegment => ({ kind: 'name', name, key: null, at })),
);
/** Paths of every kind. */
export const resourcePath: Arbitrary<ResourcePath> = fc.oneof(
  fc.constantFrom<ResourcePath>(
    { kind: 'service', segments: [] },
    { kind: 'metadata', segments: [] },
    { kind: 'batch', segments: [] },
  ),
  fc
    .tuple(some(nameSegment), fc.option(fc.constantFrom('$count' as const, '$value', '$ref', '$query'), { nil: null }))
    .map(([names, name]): ResourcePath => {
      const end: ResourceSegment[] = name === null ? [] : [{ kind: 'operation', name, at }];
      return { kind: 'resource', segments: [...names, ...end] };
    }),
);

/** The same value with every place at 0. */
export function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (value instanceof Map) return new Map([...value].map(([name, each]) => [name, withoutPlaces(each)]));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, name === 'at' ? 0 : withoutPlaces(each)]);
  return Object.fromEntries(entries) as unknown;
}

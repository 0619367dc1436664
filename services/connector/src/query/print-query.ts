import type {
  AggregateItem,
  ComputeItem,
  ExpandItem,
  KeyPredicate,
  OrderItem,
  QueryOptions,
  RequestOptions,
  ResourcePath,
  ResourceSegment,
  Transformation,
} from './ast';
import { SHAPING_OPTIONS, type ShapingOption } from './option-names';
import { printExpression, printLiteral, printSearch } from './print-expression';
import { visit, type Visitor } from './visitor';

const list = <Item>(items: readonly Item[], print: (item: Item) => string): string => items.map(print).join(',');
const printOrderItem = ({ expression, descending }: OrderItem): string =>
  `${printExpression(expression)}${descending ? ' desc' : ''}`;
const printComputeItem = ({ expression, alias }: ComputeItem): string => `${printExpression(expression)} as ${alias}`;

function printAggregateItem({ expression, method, alias }: AggregateItem): string {
  if (expression === null) return `$count as ${alias}`;
  return `${printExpression(expression)}${method === 'count' ? '' : ` with ${method}`} as ${alias}`;
}

const TRANSFORMATION_PRINTER: Visitor<Transformation, string> = {
  filter: ({ filter }) => `filter(${printExpression(filter)})`,
  search: ({ search }) => `search(${printSearch(search)})`,
  compute: ({ items }) => `compute(${list(items, printComputeItem)})`,
  groupby: ({ by, then }) =>
    `groupby((${list(by, printExpression)})${then.length === 0 ? '' : `,${printApply(then)}`})`,
  aggregate: ({ items }) => `aggregate(${list(items, printAggregateItem)})`,
  orderby: ({ items }) => `orderby(${list(items, printOrderItem)})`,
  top: ({ count }) => `top(${count})`,
  skip: ({ count }) => `skip(${count})`,
  identity: () => 'identity',
};

/** `$apply` as canonical text. */
export function printApply(steps: readonly Transformation[]): string {
  return steps.map((step) => visit(step, TRANSFORMATION_PRINTER)).join('/');
}

function printExpandItem({ path, form, levels, options }: ExpandItem): string {
  const inner = [
    ...(levels === null ? [] : [['$levels', String(levels)] as const]),
    ...printShapingOptions(options),
  ].map(([name, value]) => `${name}=${value}`);
  const suffix = { entities: '', references: '/$ref', count: '/$count' }[form];
  return `${path.join('/')}${suffix}${inner.length === 0 ? '' : `(${inner.join(';')})`}`;
}

/** One printer for each option; null when the option is not given. */
const PRINTERS: { readonly [Name in ShapingOption]: (options: QueryOptions) => string | null } = {
  apply: ({ apply }) => apply && printApply(apply),
  compute: ({ compute }) => (compute.length === 0 ? null : list(compute, printComputeItem)),
  filter: ({ filter }) => filter && printExpression(filter),
  search: ({ search }) => search && printSearch(search),
  orderby: ({ orderBy }) => (orderBy.length === 0 ? null : list(orderBy, printOrderItem)),
  select: ({ select }) => select && list(select, ({ path }) => path.join('/')),
  expand: ({ expand }) => (expand.length === 0 ? null : list(expand, printExpandItem)),
  skip: ({ skip }) => (skip === null ? null : String(skip)),
  top: ({ top }) => (top === null ? null : String(top)),
  count: ({ count }) => (count === null ? null : String(count)),
};

function printShapingOptions(options: QueryOptions): [name: string, value: string][] {
  const names = Object.keys(SHAPING_OPTIONS) as ShapingOption[];
  return names.flatMap((name): [string, string][] => {
    const value = PRINTERS[name](options);
    return value === null ? [] : [[`$${name}`, value]];
  });
}

/** The options of a request as canonical names and values, not percent-encoded, always in the same order. */
export function printOptions(options: RequestOptions): [name: string, value: string][] {
  const rest = { $format: options.format, $skiptoken: options.skipToken, $deltatoken: options.deltaToken };
  return [
    ...printShapingOptions(options),
    ...Object.entries(rest).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]])),
    ...Object.entries(options.others).sort(([a], [b]) => (a < b ? -1 : 1)),
  ];
}

const READABLE: Readonly<Record<string, string>> = {
  '%24': '$',
  '%2C': ',',
  '%2F': '/',
  '%3A': ':',
  '%40': '@',
  '%3B': ';',
};

/** Percent-encodes a text for a query; what has no meaning there stays readable. A plus and a space are encoded. */
export function encodeInQuery(text: string): string {
  return encodeURIComponent(text).replaceAll(/%(?:24|2C|2F|3A|40|3B)/g, (code) => READABLE[code] ?? code);
}

/** Names and values as a query string, percent-encoded, without `?`. */
export function joinQueryString(pairs: Iterable<readonly [name: string, value: string]>): string {
  return [...pairs].map(([name, value]) => `${encodeInQuery(name)}=${encodeInQuery(value)}`).join('&');
}

/** The options of a request as a canonical, percent-encoded query string without `?`: split and parsed again it is the same tree. */
export function printQuery(options: RequestOptions): string {
  return joinQueryString(printOptions(options));
}

/** `('46')`, `(Code='46',Year=2018)`, not percent-encoded. */
export function printKey(key: KeyPredicate): string {
  if (key.kind === 'positional') return `(${printLiteral(key.value)})`;
  return `(${[...key.values].map(([name, value]) => `${name}=${printLiteral(value)}`).join(',')})`;
}

const KEPT_IN_PATH: Readonly<Record<string, string>> = { '%24': '$', '%2C': ',', '%3D': '=', '%3A': ':', '%40': '@' };
const encodeInPath = (text: string): string =>
  encodeURIComponent(text).replaceAll(/%(?:24|2C|3D|3A|40)/g, (code) => KEPT_IN_PATH[code] ?? code);

/** A name without a key may be a key in the manner of a path: its parentheses and quotes are no key predicate. */
const encodeName = (name: string): string =>
  encodeInPath(name).replaceAll(/['()]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

const SEGMENT_PRINTER: Visitor<ResourceSegment, string> = {
  name: ({ name, key }) => (key === null ? encodeName(name) : encodeInPath(`${name}${printKey(key)}`)),
  operation: ({ name }) => name,
};

/** A path after the service root, percent-encoded, without a slash at its ends. */
export function printResourcePath(path: ResourcePath): string {
  if (path.kind === 'metadata' || path.kind === 'batch') return `$${path.kind}`;
  return path.segments.map((segment) => visit(segment, SEGMENT_PRINTER)).join('/');
}

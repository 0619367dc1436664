import type { AggregateItem, MemberPath, Transformation } from './ast';
import type { ParseContext } from './context';
import { parseExpression } from './expression-parser';
import { parseAlias, parseComputeItem, parseCountNumber, parseList, parseNames, parseOrderItem } from './item-parsers';
import { PHRASES, sameInBoth } from './phrases';
import { constructUnsupported, shown, transformationUnknown } from './query.errors';
import { parseSearch } from './search-parser';
import type { OfKind } from './visitor';

type Reader<Kind extends Transformation['kind']> = (context: ParseContext, at: number) => OfKind<Transformation, Kind>;

/** One reader for each kind: what stands in the parentheses. */
const READERS: { readonly [Kind in Exclude<Transformation['kind'], 'identity'>]: Reader<Kind> } = {
  filter: (context, at) => ({ kind: 'filter', filter: parseExpression(context), at }),
  search: (context, at) => ({ kind: 'search', search: parseSearch(context), at }),
  compute: (context, at) => ({ kind: 'compute', items: parseList(context, parseComputeItem), at }),
  groupby: (context, at) => ({ kind: 'groupby', ...parseGrouping(context), at }),
  aggregate: (context, at) => ({ kind: 'aggregate', items: parseList(context, parseAggregateItem), at }),
  orderby: (context, at) => ({ kind: 'orderby', items: parseList(context, parseOrderItem), at }),
  top: (context, at) => ({ kind: 'top', count: parseCountNumber(context), at }),
  skip: (context, at) => ({ kind: 'skip', count: parseCountNumber(context), at }),
};
const KNOWN: readonly string[] = [...Object.keys(READERS), 'identity'];

/** Steps joined by `/` (OData Data Aggregation 4.0, section 3). */
export function parseApply(context: ParseContext): readonly Transformation[] {
  const { scanner, budget } = context;
  return budget.nest(scanner.place(scanner.peek().at), () => {
    const steps: Transformation[] = [];
    do {
      budget.count(scanner.place(scanner.peek().at));
      steps.push(parseTransformation(context));
    } while (scanner.tryMark('/'));
    return steps;
  });
}

function parseTransformation(context: ParseContext): Transformation {
  const { scanner } = context;
  const { text, at } = scanner.takeName(PHRASES.transformation, true);
  const name = text.toLowerCase();
  if (name === 'identity') return { kind: 'identity', at };
  if (!Object.hasOwn(READERS, name))
    throw transformationUnknown({ ...scanner.place(at), name: shown(text), known: KNOWN });
  scanner.takeMark('(');
  const step = READERS[name as keyof typeof READERS](context, at);
  scanner.takeMark(')');
  return step;
}

/** `(ProvinceCode,Year),aggregate(…)`. */
function parseGrouping(context: ParseContext): { by: readonly MemberPath[]; then: readonly Transformation[] } {
  const { scanner } = context;
  scanner.takeMark('(');
  const by = parseList(context, parseGroupingPath);
  scanner.takeMark(')');
  return { by, then: scanner.tryMark(',') ? parseApply(context) : [] };
}

function parseGroupingPath(context: ParseContext): MemberPath {
  const { scanner } = context;
  const { at } = scanner.peek();
  const segments = parseNames(context, PHRASES.property);
  if (scanner.atMark('('))
    throw constructUnsupported({ ...scanner.place(at), construct: `groupby((${shown(segments.join('/'))}(…)))` });
  return { kind: 'member', segments, at };
}

const METHODS = ['sum', 'min', 'max', 'average', 'countdistinct'] as const;

/** `Value with sum as Total`, `$count as Rows`, `Scores/$count as Rows`. */
function parseAggregateItem(context: ParseContext): AggregateItem {
  const { scanner } = context;
  const first = scanner.peek();
  const { at } = first;
  if (first.kind === 'system' && first.text === '$count') {
    scanner.take();
    return { expression: null, method: 'count', alias: parseAlias(context), at };
  }
  const expression = parseExpression(context);
  if (expression.kind === 'count' && scanner.atWord('as'))
    return { expression, method: 'count', alias: parseAlias(context), at };
  scanner.takeWord('with');
  const method = METHODS.find((each) => scanner.atWord(each));
  if (method === undefined) return scanner.fail(sameInBoth(METHODS.join(', ')));
  scanner.take();
  if (scanner.atWord('from')) throw constructUnsupported({ ...scanner.place(scanner.peek().at), construct: 'from' });
  return { expression, method, alias: parseAlias(context), at };
}

import type { ExpandItem, QueryOptions } from './ast';
import type { ParseContext } from './context';
import { parseNames } from './item-parsers';
import { findSystemOption, isShapingOption, type ShapingOption } from './option-names';
import { PHRASES } from './phrases';
import { constructUnsupported, optionNotHere, optionTwice, optionUnknown, shown } from './query.errors';

/** Reads the value of one shaping option. */
export type ReadOption = (context: ParseContext, option: ShapingOption) => Partial<QueryOptions>;

/** Which options each form takes (ABNF of OData 4.01: expandOption, expandRefOption, expandCountOption). */
const ALLOWED: Readonly<Record<ExpandItem['form'], readonly (ShapingOption | 'levels')[]>> = {
  entities: ['filter', 'search', 'orderby', 'skip', 'top', 'count', 'select', 'expand', 'compute', 'apply', 'levels'],
  references: ['filter', 'search', 'orderby', 'skip', 'top', 'count'],
  count: ['filter', 'search'],
};

/** `Scores($filter=…;$top=5)`, `Province/$ref`, `*`. */
export function parseExpandItem(context: ParseContext, readOption: ReadOption, empty: QueryOptions): ExpandItem {
  const { scanner, budget } = context;
  const { at } = scanner.peek();
  const path = scanner.tryMark('*') ? ['*'] : parseNames(context, PHRASES.navigationOrStar);
  const form = parseForm(context);
  if (!scanner.tryMark('(')) return { path, form, levels: null, options: empty, at };
  const options: Partial<QueryOptions> = {};
  const levels = budget.nestExpand(scanner.place(at), () => parseOptions(context, form, readOption, options));
  scanner.takeMark(')');
  return { path, form, levels, options: { ...empty, ...options }, at };
}

function parseForm({ scanner }: ParseContext): ExpandItem['form'] {
  if (!scanner.atMark('/')) return 'entities';
  const place = scanner.place(scanner.take().at);
  const token = scanner.take();
  if (token.kind === 'system' && token.text === '$ref') return 'references';
  if (token.kind === 'system' && token.text === '$count') return 'count';
  throw constructUnsupported({ ...place, construct: shown(scanner.text.slice(place.at, token.end)) });
}

/** The options between the parentheses, separated by semicolons; gives `$levels`. */
function parseOptions(
  context: ParseContext,
  form: ExpandItem['form'],
  readOption: ReadOption,
  into: Partial<QueryOptions>,
): ExpandItem['levels'] {
  const { scanner } = context;
  const seen = new Set<string>();
  let levels: ExpandItem['levels'] = null;
  do {
    const { at } = scanner.peek();
    const option = takeOption(context, ALLOWED[form]);
    const place = scanner.place(at);
    if (seen.has(option)) throw optionTwice({ ...place, name: `$${option}` });
    seen.add(option);
    scanner.takeMark('=');
    if (option === 'levels') levels = parseLevels(context);
    else Object.assign(into, readOption(context, option));
  } while (scanner.tryMark(';'));
  return levels;
}

function takeOption(
  { scanner }: ParseContext,
  allowed: readonly (ShapingOption | 'levels')[],
): ShapingOption | 'levels' {
  const token = scanner.peek();
  if (token.kind !== 'name' && token.kind !== 'system') return scanner.fail(PHRASES.option);
  scanner.take();
  const place = scanner.place(token.at);
  const written = scanner.text.slice(token.at, token.end);
  const possible = allowed.map((each) => `$${each}`);
  const option =
    token.kind === 'name' && written.toLowerCase() === 'levels' ? 'levels' : findSystemOption(written, place);
  if (option === null) throw optionUnknown({ ...place, name: shown(written), nearest: possible });
  const isPossible = option === 'levels' || isShapingOption(option);
  if (!isPossible || !allowed.includes(option))
    throw optionNotHere({ ...place, name: `$${option}`, allowed: possible });
  return option;
}

/** A whole number from one on, or `max`. */
function parseLevels({ scanner }: ParseContext): number | 'max' {
  if (scanner.atWord('max')) {
    scanner.take();
    return 'max';
  }
  const token = scanner.peek();
  const levels = token.kind === 'literal' && token.literal.type === 'integer' ? Number(token.literal.text) : 0;
  if (levels < 1 || !Number.isSafeInteger(levels)) return scanner.fail(PHRASES.levels);
  scanner.take();
  return levels;
}

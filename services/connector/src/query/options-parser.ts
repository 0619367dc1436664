import type { QueryOptions, RequestOptions } from './ast';
import { parseApply } from './apply-parser';
import { Aliases, createContext, limitsOf, type ParseContext } from './context';
import { parseExpandItem } from './expand-parser';
import { parseExpression } from './expression-parser';
import {
  parseBoolean,
  parseComputeItem,
  parseCountNumber,
  parseList,
  parseOrderItem,
  parseSelectItem,
} from './item-parsers';
import { Budget, type QueryLimits } from './limits';
import {
  findSystemOption,
  isShapingOption,
  type SHAPING_OPTIONS,
  type ShapingOption,
  type SystemOption,
} from './option-names';
import { PHRASES } from './phrases';
import { constructUnsupported, optionNotHere, optionTwice, queryTooLarge, shown, syntaxError } from './query.errors';
import { parseSearch } from './search-parser';

/** No option given. */
export const NO_QUERY_OPTIONS: QueryOptions = {
  filter: null,
  search: null,
  orderBy: [],
  select: null,
  expand: [],
  compute: [],
  apply: null,
  top: null,
  skip: null,
  count: null,
};
/** No option given for a request. */
export const NO_REQUEST_OPTIONS: RequestOptions = {
  ...NO_QUERY_OPTIONS,
  skipToken: null,
  deltaToken: null,
  format: null,
  others: {},
};

const READERS: {
  readonly [Option in ShapingOption]: (context: ParseContext) => Pick<QueryOptions, (typeof SHAPING_OPTIONS)[Option]>;
} = {
  filter: (context) => ({ filter: parseExpression(context) }),
  search: (context) => ({ search: parseSearch(context) }),
  orderby: (context) => ({ orderBy: parseList(context, parseOrderItem) }),
  select: (context) => ({ select: parseList(context, parseSelectItem) }),
  expand: (context) => ({ expand: parseList(context, (each) => parseExpandItem(each, readOption, NO_QUERY_OPTIONS)) }),
  compute: (context) => ({ compute: parseList(context, parseComputeItem) }),
  apply: (context) => ({ apply: parseApply(context) }),
  top: (context) => ({ top: parseCountNumber(context) }),
  skip: (context) => ({ skip: parseCountNumber(context) }),
  count: (context) => ({ count: parseBoolean(context) }),
};

function readOption(context: ParseContext, option: ShapingOption): Partial<QueryOptions> {
  return READERS[option](context);
}

/** What may be told to the parser. */
export interface ParseSettings {
  /** Instead of the usual limits. */
  readonly limits?: Partial<QueryLimits>;
}

/**
 * The options of a request from decoded names and values in the order of the query string (`splitQueryString` gives them). System options
 * in any case, with or without `$`; parameter aliases are put in; other names are kept in `others`.
 * @throws CodedError `ODATA_…` that names the option, the character and the value.
 */
export function parseQueryOptions(
  pairs: Iterable<readonly [name: string, value: string]>,
  settings: ParseSettings = {},
): RequestOptions {
  const budget = new Budget(limitsOf(settings.limits));
  const { system, aliases, others } = sortOptions(pairs, budget);
  const table = new Aliases(aliases);
  const parts = [...system].map(([option, text]) =>
    isShapingOption(option)
      ? readWhole(createContext(`$${option}`, text, table, budget), option)
      : readRequestOption(option, text, others),
  );
  return Object.assign({}, NO_REQUEST_OPTIONS, ...parts, { others: Object.fromEntries(others) }) as RequestOptions;
}

function readWhole(context: ParseContext, option: ShapingOption): Partial<RequestOptions> {
  const read = readOption(context, option);
  context.scanner.takeEnd(PHRASES.operatorOrEnd);
  return read;
}

interface SortedOptions {
  readonly system: ReadonlyMap<SystemOption, string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly others: Map<string, string>;
}

function sortOptions(pairs: Iterable<readonly [string, string]>, budget: Budget): SortedOptions {
  const system = new Map<SystemOption, string>();
  const aliases = new Map<string, string>();
  const others = new Map<string, string>();
  let count = 0;
  for (const [name, text] of pairs) {
    const place = { option: shown(name), at: 0 };
    count += 1;
    if (count > budget.limits.options)
      throw queryTooLarge({
        ...place,
        what: { vi: 'số tùy chọn', en: 'the number of options' },
        limit: budget.limits.options,
      });
    budget.checkText(place.option, text);
    const option = name.startsWith('@') ? null : findSystemOption(name, place);
    const isNew =
      option !== null
        ? addNew(system, option, text)
        : name.startsWith('@')
          ? addNew(aliases, name.normalize('NFC'), text)
          : addNew(others, name, text);
    if (!isNew) throw optionTwice({ ...place, name: shown(name) });
  }
  return { system, aliases, others };
}

function addNew<Key>(map: Map<Key, string>, key: Key, text: string): boolean {
  const isNew = !map.has(key);
  map.set(key, text);
  return isNew;
}

/** An option that shapes no rows; `$index` and `$schemaversion` go to the others. */
function readRequestOption(
  option: Exclude<SystemOption, ShapingOption>,
  text: string,
  others: Map<string, string>,
): Partial<RequestOptions> {
  const name = `$${option}`;
  const place = { option: name, at: 0 };
  if (option === 'levels') throw optionNotHere({ ...place, name, allowed: ['$expand=…($levels=…)'] });
  if (option === 'id') throw constructUnsupported({ ...place, construct: name });
  if (text.trim() === '') throw syntaxError({ ...place, found: PHRASES.end, expected: PHRASES.value });
  if (option === 'skiptoken') return { skipToken: text };
  if (option === 'deltatoken') return { deltaToken: text };
  if (option === 'format') return { format: text };
  others.set(name, text);
  return {};
}

import { conditionOfShortFilters, isShortFilter, SHORT_FILTER_NAMES } from '../http/short-filters';
import type { EntitySet, Model, NamesLanguage } from '../model/edm';
import { planResource } from '../plan';
import type { RowScope } from '../plan/plan';
import { joinQueryString, parseQueryOptions, parseResourcePath, printResourcePath, type ResourcePath } from '../query';
import { connectFileUnknown, connectOptionRefused } from './delivery.errors';

/** The service roots: their models, and their paths on this server. */
export type ConnectRoots = Readonly<Record<NamesLanguage, { readonly model: Model; readonly path: string }>>;

/** What a connection file connects to. */
export interface Connection {
  readonly names: NamesLanguage;
  readonly model: Model;
  readonly set: EntitySet;
  /** Absolute, percent-encoded, with the options of the query; without credentials. */
  readonly address: string;
}

type Pair = readonly [name: string, value: string];

/** Custom options of file formats that may be carried over. */
const FORMAT_OPTIONS = ['headers', 'decimal', 'guard'];
const OWN_OPTIONS = ['names', ...SHORT_FILTER_NAMES];
/** System options that say which rows, with what; the format is the file's to decide, and tokens belong to one page. */
const CARRIED_OPTIONS = ['filter', 'search', 'orderby', 'select', 'expand', 'compute', 'apply', 'top', 'skip', 'count'];
const EVERYBODY: RowScope = { provinceCode: null, datasets: null, unpublished: 'NONE' };

/**
 * The connection that a request for a file means. The set is called by its name in either language; `names=vi|en` chooses the service root,
 * the language of the name does when it is absent. Options are checked as the service itself would check them, so that nobody finds out in
 * Excel that a filter was wrong: their coded errors, ODATA_CONNECT_FILE_UNKNOWN, ODATA_CONNECT_OPTION_REFUSED.
 */
export function connectionOf(roots: ConnectRoots, server: string, setName: string, pairs: readonly Pair[]): Connection {
  const { names, set } = findConnected(roots, setName, valueOf(pairs, 'names'));
  const { model, path } = roots[names];
  const carried = carriedPairs(set, pairs);
  const resource: ResourcePath = {
    kind: 'resource',
    segments: [{ kind: 'name', name: set.name, key: null, at: 0 }],
  };
  const setPath = printResourcePath(resource);
  check(model, setPath, carried);
  const query = joinQueryString(carried);
  const address = `${server}${path}${setPath}`;
  return { names, model, set, address: query === '' ? address : `${address}?${query}` };
}

const LANGUAGES: readonly NamesLanguage[] = ['en', 'vi'];

function findConnected(
  roots: ConnectRoots,
  name: string,
  wanted: string | null,
): { readonly names: NamesLanguage; readonly set: EntitySet } {
  const asked = LANGUAGES.find((language) => language === wanted);
  if (wanted !== null && asked === undefined)
    throw connectOptionRefused({ option: `names=${wanted}`, available: LANGUAGES.map((one) => `names=${one}`) });
  const called = LANGUAGES.find((language) => roots[language].model.sets.has(name));
  const known = called === undefined ? undefined : roots[called].model.sets.get(name);
  if (called === undefined || known === undefined)
    throw connectFileUnknown({ file: name, available: ['pbids', 'odc', 'iqy'] });
  const names = asked ?? called;
  const set = [...roots[names].model.sets.values()].find((one) => one.set.name === known.set.name);
  return { names, set: set ?? known };
}

/** The options that go into the address, short filters written out. */
function carriedPairs(set: EntitySet, pairs: readonly Pair[]): readonly Pair[] {
  const others = pairs.filter(([name]) => name !== 'names' && !isShortFilter(name));
  for (const [name] of others) refuseUnlessCarried(name);
  const isFilter = ([name]: Pair): boolean => systemName(name) === 'filter';
  const given = others.find(isFilter)?.[1] ?? null;
  const condition = conditionOfShortFilters(
    set,
    pairs.filter(([name]) => isShortFilter(name)),
  );
  const filter = given === null || condition === null ? (condition ?? given) : `(${given}) and ${condition}`;
  return [...(filter === null ? [] : [['$filter', filter] as const]), ...others.filter((pair) => !isFilter(pair))];
}

const systemName = (name: string): string => name.replace(/^\$/, '').toLowerCase();

function refuseUnlessCarried(name: string): void {
  if (name.startsWith('@') || FORMAT_OPTIONS.includes(name) || CARRIED_OPTIONS.includes(systemName(name))) return;
  const available = [...CARRIED_OPTIONS.map((option) => `$${option}`), ...FORMAT_OPTIONS, ...OWN_OPTIONS];
  throw connectOptionRefused({ option: name, available });
}

function check(model: Model, path: string, pairs: readonly Pair[]): void {
  const page = { size: null, after: null, changedSince: null };
  planResource(model, parseResourcePath(path), parseQueryOptions(pairs), EVERYBODY, page);
}

const valueOf = (pairs: readonly Pair[], wanted: string): string | null =>
  pairs.find(([name]) => name === wanted)?.[1] ?? null;

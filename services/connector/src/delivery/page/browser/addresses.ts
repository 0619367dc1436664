import type { FilterName, PageLanguage, PageSet } from './page-data.js';

/** Chosen values by short filter; nothing chosen: an empty list. */
export type Chosen = ReadonlyMap<FilterName, readonly string[]>;

/** Every way to the chosen rows of one set; encoded, below the server. */
export interface SetPaths {
  readonly odata: string;
  readonly pbids: string;
  readonly odc: string;
  readonly iqy: string;
  readonly xlsx: string;
  readonly csv: string;
  readonly parquet: string;
}

/** Options that say the same as the choice: `index=PAPI&provinces=46,62`. */
export function queryOf(chosen: Chosen): string {
  return [...chosen]
    .filter(([, values]) => values.length > 0)
    .map(([name, values]) => `${name}=${values.map(encodeURIComponent).join(',')}`)
    .join('&');
}

/** The ways to a set under the names of a language. CSV comes as the spreadsheet of that language reads it. */
export function pathsOf(set: PageSet, names: PageLanguage, root: string, chosen: Chosen): SetPaths {
  const name = encodeURIComponent(set.names[names]);
  const query = queryOf(chosen);
  const table = (...options: readonly string[]): string => withQuery(`${root}${name}`, [query, ...options]);
  const file = (ending: string): string => withQuery(`/connect/${name}.${ending}`, [query]);
  const csv = names === 'vi' ? ['headers=vi', 'decimal=comma'] : [];
  return {
    odata: table(),
    pbids: file('pbids'),
    odc: file('odc'),
    iqy: file('iqy'),
    xlsx: table('$format=xlsx'),
    csv: table('$format=csv', ...csv),
    parquet: table('$format=parquet'),
  };
}

function withQuery(path: string, options: readonly string[]): string {
  const query = options.filter((option) => option !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
}

import type { BilingualText } from '@lientinh/contracts';
import { shortFiltersOf } from '../http/short-filters';
import type { EntitySet, NamesLanguage } from '../model/edm';
import type { ConnectRoots } from './connection';

/** The ways to one set under the names of one language: absolute addresses. */
export interface SetLinks {
  readonly odata: string;
  readonly pbids: string;
  readonly odc: string;
  readonly iqy: string;
  readonly csv: string;
  readonly xlsx: string;
  readonly parquet: string;
}

/** A set as the index lists it. */
export interface ConnectedSet {
  readonly name: Readonly<Record<NamesLanguage, string>>;
  readonly title: BilingualText;
  readonly description: BilingualText;
  /** Short filters that its files take. */
  readonly shortcuts: readonly string[];
  readonly links: Readonly<Record<NamesLanguage, SetLinks>>;
}

/** What `GET /connect` answers. */
export interface ConnectIndex {
  readonly title: BilingualText;
  /** The service roots, for whoever enters an address by hand. */
  readonly roots: Readonly<Record<NamesLanguage, string>>;
  readonly sets: readonly ConnectedSet[];
}

/** Every set of the model in the order of the contract. `server` is the address of this server without a slash at the end. */
export function connectIndex(roots: ConnectRoots, server: string): ConnectIndex {
  const inVietnamese = new Map([...roots.vi.model.sets.values()].map((set) => [set.set.name, set]));
  return {
    title: roots.vi.model.title,
    roots: { vi: server + roots.vi.path, en: server + roots.en.path },
    sets: [...roots.en.model.sets.values()].flatMap((en) => {
      const vi = inVietnamese.get(en.set.name);
      return vi === undefined ? [] : [connectedSet(roots, server, { vi, en })];
    }),
  };
}

function connectedSet(
  roots: ConnectRoots,
  server: string,
  { vi, en }: Readonly<Record<NamesLanguage, EntitySet>>,
): ConnectedSet {
  return {
    name: { vi: vi.name, en: en.name },
    title: en.set.label,
    description: en.set.description,
    shortcuts: shortFiltersOf(en),
    links: { vi: linksOf(server, roots.vi.path, vi.name), en: linksOf(server, roots.en.path, en.name) },
  };
}

function linksOf(server: string, root: string, name: string): SetLinks {
  const encoded = encodeURIComponent(name);
  const odata = `${server}${root}${encoded}`;
  const file = `${server}/connect/${encoded}`;
  return {
    odata,
    pbids: `${file}.pbids`,
    odc: `${file}.odc`,
    iqy: `${file}.iqy`,
    csv: `${odata}?$format=csv`,
    xlsx: `${odata}?$format=xlsx`,
    parquet: `${odata}?$format=parquet`,
  };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_SUBGRAPH_URLS } from '../subgraphs/owners';

/** The committed schema of one subgraph. */
export interface SubgraphSchema {
  readonly name: string;
  /** Its default address, written into the supergraph; a running gateway takes the address from its environment. */
  readonly url: string;
  readonly sdl: string;
}

/** The subgraphs that have a committed `schema.graphql`, found by listing the folder of services, in the order of their names. */
export function findSubgraphSchemas(servicesFolder: string): SubgraphSchema[] {
  return readdirSync(servicesFolder)
    .sort()
    .filter((name) => existsSync(join(servicesFolder, name, 'schema.graphql')))
    .map((name) => ({
      name,
      url: `${addressOf(name)}/graphql`,
      sdl: readFileSync(join(servicesFolder, name, 'schema.graphql'), 'utf8'),
    }));
}

function addressOf(name: string): string {
  if (name in DEFAULT_SUBGRAPH_URLS) return DEFAULT_SUBGRAPH_URLS[name as keyof typeof DEFAULT_SUBGRAPH_URLS];
  throw new Error(`services/${name} has a schema.graphql, but the gateway knows no default address of it`);
}

import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { trySupergraph } from '../supergraph/try-supergraph';
import type { SubgraphSchema } from './subgraph-schemas';

/** The subgraphs do not fit together. `problems` has one line each, as the composition library words them. */
export class CompositionFailure extends Error {
  override readonly name = 'CompositionFailure';
  constructor(readonly problems: readonly string[]) {
    super(`The subgraphs do not compose:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const HEADER = `# Generated from services/*/schema.graphql by \`npm run compose\` in gateway/. Do not edit.\n`;

/**
 * Composes subgraphs into the text of the supergraph, and proves that the gateway of this version can serve it (it refuses some features
 * that compose without complaint). Rejects with a CompositionFailure.
 */
export async function composeSupergraph(subgraphs: readonly SubgraphSchema[]): Promise<string> {
  if (subgraphs.length === 0) throw new CompositionFailure(['no subgraph has a schema.graphql']);
  const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors !== undefined) throw new CompositionFailure(result.errors.map(({ message }) => message));
  const supergraph = `${HEADER}${result.supergraphSdl.trim()}\n`;
  await trySupergraph(supergraph).catch((error: unknown) => {
    throw new CompositionFailure([`the gateway refuses the supergraph: ${(error as Error).message}`]);
  });
  return supergraph;
}

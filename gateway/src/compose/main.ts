import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root';
import { composeSupergraph, CompositionFailure } from './compose';
import { lineDifference } from './line-difference';
import { findSubgraphSchemas } from './subgraph-schemas';

const SERVICES = join(packageRoot, '..', 'services');
const SUPERGRAPH = join(packageRoot, 'supergraph.graphql');

/** Writes `gateway/supergraph.graphql`; with `--check` writes nothing and fails when the committed file is not what would be written. */
async function main(checkOnly: boolean): Promise<void> {
  const subgraphs = findSubgraphSchemas(SERVICES);
  const composed = await composeSupergraph(subgraphs);
  const names = subgraphs.map(({ name }) => name).join(', ');
  if (!checkOnly) {
    writeFileSync(SUPERGRAPH, composed);
    process.stdout.write(`supergraph.graphql written from ${names}\n`);
    return;
  }
  const difference = lineDifference(existsSync(SUPERGRAPH) ? readFileSync(SUPERGRAPH, 'utf8') : '', composed);
  if (difference.length === 0) {
    process.stdout.write(`supergraph.graphql is up to date (${names})\n`);
    return;
  }
  process.stderr.write(
    `supergraph.graphql is not what services/*/schema.graphql compose to:\n${difference.join('\n')}\n`,
  );
  process.exitCode = 1;
}

main(process.argv.includes('--check')).catch((error: unknown) => {
  process.stderr.write(`${error instanceof CompositionFailure ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = 1;
});

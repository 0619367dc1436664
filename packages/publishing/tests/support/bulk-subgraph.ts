import { Query, Resolver } from 'type-graphql';
import type { TokenVerifier } from '@lientinh/identity';
import type { Logger } from '@lientinh/logger';
import type { Database } from '@lientinh/postgres';
import { createSubgraph, type Subgraph } from '@lientinh/subgraph';
import {
  bulkRoute,
  changesRoute,
  officeRoutes,
  PublicationResolver,
  type PublisherRegistry,
  type SigningReceipts,
} from '../../src';
import { exampleScores } from './scores-example';

@Resolver()
class ExampleResolver {
  @Query(() => String)
  exampleName(): string {
    return 'example';
  }
}

/** A subgraph with nothing but the doors of publishing. */
export function createBulkSubgraph(parts: {
  readonly database: Database;
  readonly verifier: TokenVerifier;
  readonly logger: Logger;
  readonly signer?: SigningReceipts | null;
  readonly registry?: PublisherRegistry | null;
  readonly stallTimeoutMs?: number;
}): Promise<Subgraph> {
  const { database, verifier, logger, signer = null, registry = null, stallTimeoutMs = 60_000 } = parts;
  return createSubgraph({
    name: 'example',
    schema: { resolvers: [ExampleResolver, PublicationResolver] },
    services: {},
    database,
    verifier,
    logger,
    routes: (app) => {
      bulkRoute(app, { database, signer, registry, datasets: [exampleScores], stallTimeoutMs });
      changesRoute(app, database, ['SCORES']);
      officeRoutes(app, { signer, registry });
    },
  });
}

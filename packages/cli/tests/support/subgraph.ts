import type { MigrationInterface, QueryRunner } from 'typeorm';
import { Arg, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { createTokenVerifier, DEFAULT_AUDIENCE, mayPublish, throwIfRefused } from '@lientinh/identity';
import { Database, statement } from '@lientinh/postgres';
import {
  bulkRoute,
  changesRoute,
  loadOrCreateSigningKey,
  PublicationResolver,
  receiptKeysRoute,
  runChecks,
  uniqueCheck,
  valueCheck,
  type BulkDataset,
} from '@lientinh/publishing';
import { createSubgraph, type Subgraph } from '@lientinh/subgraph';
import { silentLogger } from '@lientinh/testkit';

export class CreateCliScores1795240000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table cli_score (year int, province text, criterion text, value numeric, publication bigint)',
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cli_score');
  }
}

const CHECKS = [
  valueCheck('staged', [
    { column: 'province', kind: 'text', required: true },
    { column: 'criterion', kind: 'text', required: true },
    { column: 'value', kind: 'decimal', required: true },
  ]),
  uniqueCheck('staged', ['province', 'criterion']),
];

/** Scores of one index and year, with the columns of the published files. */
const scores: BulkDataset = {
  name: 'scores',
  dataset: 'SCORES',
  staging: 'staged',
  parameters: ['index', 'year', 'status', 'coverage'],
  columns: [
    { column: 'province', names: ['province_code'], required: true },
    { column: 'criterion', names: ['criterion_code'], required: true },
    { column: 'value', names: ['score'], required: true },
  ],
  open({ publisher, parameters }) {
    const { index = '', year = '', status = '', coverage = 'PARTIAL' } = parameters;
    const right = { dataset: 'SCORES', province: null, index, status } as const;
    throwIfRefused(mayPublish(publisher, right));
    return {
      province: null,
      rights: [right],
      scope: { index, year, status, coverage },
      confidential: status === 'SELF_ASSESSED' ? { ledgerScope: { index, year } } : null,
      check: (writer, problems) => runChecks(writer, CHECKS, problems),
      store: async (writer, { sequence }) => ({
        superseded: new Map(),
        rowCount: await writer.run(
          statement(
            'store',
            z.unknown(),
            'insert into cli_score select $1, province, criterion, value::numeric, $2 from staged',
          ),
          [Number(year), sequence],
        ),
      }),
    };
  },
};

@Resolver()
class GreetingResolver {
  @Query(() => String)
  greeting(@Arg('name', () => String) name: string): string {
    return `xin chào ${name}`;
  }
}

/** A subgraph that stands for the gateway: GraphQL, the bulk door, the ledger, the receipt keys. */
export async function createPlatform(databaseUrl: string, issuer: string, keyFile: string): Promise<Subgraph> {
  const database = new Database({ url: databaseUrl, logger: silentLogger, applicationName: 'cli test' });
  const signer = await loadOrCreateSigningKey(keyFile);
  return createSubgraph({
    name: 'example',
    schema: { resolvers: [GreetingResolver, PublicationResolver] },
    services: {},
    database,
    verifier: createTokenVerifier({ issuer, audience: DEFAULT_AUDIENCE }),
    logger: silentLogger,
    routes: (app) => {
      bulkRoute(app, { database, signer, datasets: [scores] });
      changesRoute(app, database, ['SCORES']);
      receiptKeysRoute(app, signer);
    },
  });
}

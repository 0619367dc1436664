import { Query, Resolver } from 'type-graphql';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { DATASETS, type Dataset } from '@lientinh/contracts';
import type { TokenVerifier } from '@lientinh/identity';
import { Database, statement } from '@lientinh/postgres';
import {
  changesRoute,
  type Confidentiality,
  contentHash,
  type JsonValue,
  type LedgerEntry,
  listLedger,
  ProblemReport,
  publish,
  publishingMigrations,
  retract,
  VersionedTable,
} from '@lientinh/publishing';
import { createSubgraph, type Subgraph } from '@lientinh/subgraph';
import { createTestDatabase, freePort, silentLogger, type TestDatabase } from '@lientinh/testkit';

class CreateOwnedCells1795240000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table cell (dataset text not null, name text not null, publication bigint not null,
      recorded_from timestamptz not null, recorded_to timestamptz not null)`);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cell');
  }
}

const cells = new VersionedTable({
  table: 'cell',
  unit: ['dataset', 'name'],
  key: ['dataset', 'name'],
  values: [],
  staging: 'staged',
});
const createStaging = statement(
  'create-staging',
  z.unknown(),
  'create temp table staged (dataset text, name text) on commit drop',
);
const stageRows = statement('stage-rows', z.unknown(), 'insert into staged select $1, unnest($2::text[])');

@Resolver()
class AliveResolver {
  @Query(() => Boolean)
  alive(): boolean {
    return true;
  }
}

/** A publication of a test. */
export interface TestPublication {
  readonly dataset: Dataset;
  readonly key: string;
  /** Names of the cells that it states. */
  readonly cells: readonly string[];
  readonly publisher?: string;
  readonly province?: string;
  readonly scope?: JsonValue;
  /** Public when absent. */
  readonly confidential?: Confidentiality | null;
}

/** A subgraph that owns every data set, with the real protocol, ledgers and change feed. */
export interface LedgerOwner {
  readonly url: string;
  /** Address of its database. */
  readonly databaseUrl: string;
  readonly database: Database;
  /** Id of the publication, durable. */
  publish(publication: TestPublication): Promise<string>;
  retract(dataset: Dataset, publication: string, reason: string, publisher?: string): Promise<void>;
  ledger(dataset: Dataset): Promise<LedgerEntry[]>;
  /** Stops its HTTP door; the database stays. */
  goDown(): Promise<void>;
  /** Opens the door at the same address. */
  comeBack(): Promise<void>;
  destroy(): Promise<void>;
}

export async function startLedgerOwner(verifier: TokenVerifier): Promise<LedgerOwner> {
  const test = await createTestDatabase([...publishingMigrations, CreateOwnedCells1795240000002]);
  const port = await freePort();
  let door: Subgraph | null = null;
  const comeBack = async (): Promise<void> => {
    const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'owner' });
    door = await createSubgraph({
      name: 'owner',
      schema: { resolvers: [AliveResolver] },
      services: null,
      database,
      verifier,
      logger: silentLogger,
      routes: (app) => changesRoute(app, database, DATASETS),
    });
    await door.listen('127.0.0.1', port);
  };
  const goDown = async (): Promise<void> => {
    await door?.stop();
    door = null;
  };
  await comeBack();
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl: test.url,
    database: test.database,
    publish: (publication) => publishCells(test, publication),
    async retract(dataset, publication, reason, publisher = 'kon-tum') {
      await retract(
        test.database,
        { dataset, publication, reason, publisher },
        {
          restore: (writer, place) =>
            cells.retract(writer, place.retracted, place.earlierRetractions, place.recordedAt),
        },
      );
    },
    ledger: (dataset) => listLedger(test.database.reader, dataset, 0, 1_000),
    goDown,
    comeBack,
    async destroy() {
      await goDown();
      await test.destroy();
    },
  };
}

async function publishCells({ database }: TestDatabase, publication: TestPublication): Promise<string> {
  const {
    dataset,
    key,
    cells: names,
    publisher = 'kon-tum',
    province = null,
    scope = {},
    confidential = null,
  } = publication;
  const outcome = await publish(
    database,
    { dataset, publisher, province, idempotencyKey: key, dryRun: false, scope, confidential },
    {
      async stage(writer) {
        await writer.run(createStaging);
        await writer.run(stageRows, [dataset, names]);
        return { rowCount: names.length, contentHash: contentHash({ key, names }), problems: new ProblemReport() };
      },
      async store(writer, { sequence, recordedAt }) {
        const superseded = await cells.supersede(writer, recordedAt);
        return { superseded, rowCount: await cells.insert(writer, sequence, recordedAt) };
      },
    },
  );
  if (outcome.publication === null) throw new Error(`not published: ${outcome.status}`);
  return outcome.publication.publication;
}

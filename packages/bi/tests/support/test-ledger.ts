import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import type { Dataset } from '@lientinh/contracts';
import { statement, type Database } from '@lientinh/postgres';
import {
  contentHash,
  ProblemReport,
  publish,
  publishingMigrations,
  retract,
  VersionedTable,
} from '@lientinh/publishing';

class CreateCells1795240000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table cell (dataset text not null, name text not null, publication bigint not null,
      recorded_from timestamptz not null, recorded_to timestamptz not null)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table cell');
  }
}

/** A database with ledgers and one table of cells, each of which the latest publication states. */
export const ledgerMigrations = [...publishingMigrations, CreateCells1795240000005];

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

let keys = 0;

/** Publishes cells through the protocol of all data sets; the instant at which they became current. */
export async function publishCells(
  database: Database,
  dataset: Dataset,
  names: readonly string[],
  province: string | null = null,
): Promise<{ readonly id: string; readonly recordedAt: string }> {
  keys += 1;
  const submission = {
    dataset,
    publisher: 'kon-tum',
    province,
    idempotencyKey: `key-${keys}`,
    dryRun: false,
    scope: {},
    confidential: null,
  };
  const outcome = await publish(database, submission, {
    async stage(writer) {
      await writer.run(createStaging);
      await writer.run(stageRows, [dataset, names]);
      return { rowCount: names.length, contentHash: contentHash([...names]), problems: new ProblemReport() };
    },
    async store(writer, { sequence, recordedAt }) {
      const superseded = await cells.supersede(writer, recordedAt);
      return { superseded, rowCount: await cells.insert(writer, sequence, recordedAt) };
    },
  });
  if (outcome.publication === null) throw new Error(`not published: ${outcome.status}`);
  return { id: outcome.publication.publication, recordedAt: outcome.publication.recordedAt };
}

/** Takes cells back; the instant from which they were not current. */
export async function retractCells(database: Database, dataset: Dataset, publication: string): Promise<string> {
  const outcome = await retract(
    database,
    { dataset, publisher: 'kon-tum', publication, reason: 'Sai số liệu' },
    {
      restore: (writer, place) => cells.retract(writer, place.retracted, place.earlierRetractions, place.recordedAt),
    },
  );
  const retractedAt = outcome.publication?.retractedAt ?? null;
  if (retractedAt === null) throw new Error(`not retracted: ${publication}`);
  return retractedAt;
}

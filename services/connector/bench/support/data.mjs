// The databases that the measurements read: 5,000,000 made-up rows of dossier statistics in the product's own tables and views.
import { createRequire } from 'node:module';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { factLine, lines, MONTHS, procedures } from '../../../procedures/bench/support/synthetic.mjs';
import { agenciesFor } from '../../../procedures/bench/support/load.mjs';

const require = createRequire(import.meta.url);
const pg = require('pg');
const { from: copyFrom } = require('pg-copy-streams');
const { ensureBiLogin, installBi } = require('@lientinh/bi');
const { createLogger } = require('@lientinh/logger');
const { Database, ensureDatabase, migrate } = require('@lientinh/postgres');
const { provinceCatalogue } = require('@lientinh/datasets');
const { CreatePublishingTables1795240000000 } = require('@lientinh/publishing');
const { biInstallation } = require('../../../procedures/dist/src/bi');
const { migrations } = require('../../../procedures/dist/src/migrations');
const { writeReference } = require('../../../procedures/dist/src/modules/reference/reference.store');

const logger = createLogger({ service: 'bench', level: 'error' });
export const READER = { name: 'connector_reader', password: 'connector' };
/** Columns of a fact as the synthetic rows have them. */
const COLUMNS = `province, month, procedure_code, agency, received, received_online, received_postal, resolved, on_time, overdue, paid_online,
  results_digitised, publication, recorded_from, recorded_to`;

/** Makes the three databases: that of procedures with rows, one with views and no rows for the others, and that of keys. */
export async function prepareDatabases(server, rows) {
  for (const name of ['procedures', 'others', 'connector']) await ensureDatabase(server.url('postgres'), name);
  await ensureBiLogin(server.url('postgres'), { ...READER, ministry: true });
  await migrate(server.url('others'), [CreatePublishingTables1795240000000]);
  await inDatabase(server.url('others'), (database) => installBi(database, { views: [] }));
  await migrate(server.url('procedures'), migrations);
  await inDatabase(server.url('procedures'), async (database) => {
    await writeReference(database);
    await installBi(database, biInstallation);
  });
  const client = new pg.Client({ connectionString: server.url('procedures') });
  await client.connect();
  try {
    const { rows: found } = await client.query('select count(*)::int as rows from dossier_statistic');
    return found[0].rows > 0 ? found[0].rows : await load(client, rows);
  } finally {
    await client.end();
  }
}

async function inDatabase(url, work) {
  const database = new Database({ url, logger, applicationName: 'bench', poolSize: 2 });
  await work(database);
  await database.close();
}

/** By plain COPY into the table: publishing them is measured elsewhere. The ledger's only entry says that they are made up. */
async function load(client, wanted) {
  const codes = procedures().map(({ code }) => code);
  const agencies = agenciesFor(wanted, codes);
  const provinces = provinceCatalogue().inForce('2021-06-30');
  await client.query('select ensure_dossier_partitions(2021, 2023)');
  const facts = (function* () {
    for (const [place, { id }] of provinces.entries())
      if (agencies(place) > 0)
        yield* lines({ seed: place + 1, procedures: codes, months: MONTHS, agencies: agencies(place) }, factLine(id));
  })();
  const copy = client.query(copyFrom(`copy dossier_statistic (${COLUMNS}) from stdin with (format csv)`));
  await pipeline(Readable.from(facts), copy);
  await client.query(
    `insert into ledger_entry (dataset, sequence, kind, publication, publisher, scope, idempotency_key, content_hash, row_count, supersedes,
       row_changes, recorded_at, previous_hash, hash)
     values ('DOSSIER_STATISTICS', 1, 'PUBLISH', 'dossier-statistics-1', 'synthetic', '{}', 'synthetic', '', $1, '{}', '[]',
       '2024-01-01T00:00:00Z', '', '')`,
    [copy.rowCount],
  );
  await client.query('vacuum (analyze) dossier_statistic');
  await client.query('checkpoint');
  return copy.rowCount;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createTestIssuer } from '@lientinh/identity/testing';
import { createLogger } from '@lientinh/logger';
import { Database, statement } from '@lientinh/postgres';
import { createTestDatabase } from '@lientinh/testkit';
import { loadOrCreateSigningKey, publishingMigrations } from '../src';
import { createBulkSubgraph } from './support/bulk-subgraph';
import { CreateExampleScores1795240000001 } from './support/scores-example';

const FAULTS = {
  publication: 'alter table publication add constraint at_fault check (false)',
  score: 'alter table example_score add constraint at_fault check (false)',
} as const;

it.each(Object.entries(FAULTS))(
  'a fault of the database in the table %s puts neither key nor salt nor rows into the log',
  async (_, fault) => {
    let log = '';
    const logger = createLogger({ service: 'test', level: 'info', destination: { write: (line) => (log += line) } });
    const folder = mkdtempSync(join(tmpdir(), 'confidential-log-'));
    const issuer = await createTestIssuer();
    const test = await createTestDatabase([...publishingMigrations, CreateExampleScores1795240000001]);
    const database = new Database({ url: test.url, logger, applicationName: 'confidential log' });
    const signer = await loadOrCreateSigningKey(join(folder, 'receipts.json'));
    const subgraph = await createBulkSubgraph({ database, verifier: issuer.verifier(), logger, signer });
    const address = await subgraph.listen('127.0.0.1', 0);
    await test.database.write('fault', (writer) => writer.run(statement('fault', z.unknown(), fault)));
    const { status } = await fetch(`${address}/publish/scores?index=PAPI&status=SELF_ASSESSED`, {
      method: 'POST',
      headers: {
        authorization: await issuer.bearer('papi'),
        'content-type': 'text/csv',
        'idempotency-key': 'tu-cham-12.34',
      },
      body: 'year,province,criterion,value\n2020,62,1,12.34\n',
    });
    await subgraph.stop();
    await test.destroy();
    await issuer.close();
    rmSync(folder, { recursive: true });
    expect(status).toBe(500);
    expect(log).toContain('at_fault');
    expect(log).not.toMatch(/12\.34|Failing row contains|sha256-salted/);
  },
);

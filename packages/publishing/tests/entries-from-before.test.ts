import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { z } from 'zod';
import { Database, migrate, statement } from '@lientinh/postgres';
import type { Subgraph } from '@lientinh/subgraph';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import {
  CreatePublishingTables1795240000000,
  entryHash,
  fileContentHash,
  GENESIS_HASH,
  listLedger,
  publishingMigrations,
  verifyChain,
  type BulkReceipt,
  type LedgerEntry,
} from '../src';
import { createBulkSubgraph } from './support/bulk-subgraph';
import { CreateExampleScores1795240000001 } from './support/scores-example';

const FILE = 'year,province,criterion,value\n2020,62,1,5.25\n';

/** What was written of a claim before there were salts: the plain hash, and the key as it was sent. */
async function claimFromBefore(): Promise<LedgerEntry> {
  const scope = { index: 'PAPI', status: 'SELF_ASSESSED' };
  const unsealed = {
    dataset: 'SCORES' as const,
    sequence: 1,
    kind: 'PUBLISH' as const,
    publication: 'scores-1',
    publisher: 'papi',
    province: null,
    scope,
    idempotencyKey: 'from-before',
    contentHash: await fileContentHash('csv', scope, [Buffer.from(FILE)] as unknown as AsyncIterable<Buffer>),
    rowCount: 1,
    supersedes: [],
    rowChanges: [],
    reason: null,
    recordedAt: '2026-01-02T03:04:05.000006Z',
    previousHash: GENESIS_HASH,
  };
  return { ...unsealed, hash: entryHash(unsealed) };
}

const insertEntry = statement(
  'insert-entry-from-before',
  z.unknown(),
  `insert into ledger_entry (dataset, sequence, kind, publication, publisher, province, scope, idempotency_key, content_hash, row_count,
     supersedes, row_changes, reason, recorded_at, previous_hash, hash)
   select e.dataset, e.sequence, e.kind, e.publication, e.publisher, null, e.scope, e."idempotencyKey", e."contentHash", e."rowCount",
     '{}', '[]', null, e."recordedAt", e."previousHash", e.hash
   from jsonb_to_record($1) as e (dataset text, sequence bigint, kind text, publication text, publisher text, scope jsonb,
     "idempotencyKey" text, "contentHash" text, "rowCount" integer, "recordedAt" timestamptz, "previousHash" text, hash text)`,
);
const insertPublication = statement(
  'insert-publication-from-before',
  z.unknown(),
  `insert into publication (id, dataset, sequence, publisher, idempotency_key, content_hash, current_rows, receipt)
   select publication, dataset, sequence, publisher, idempotency_key, content_hash, 0, 'kept' from ledger_entry`,
);

describe('a database with publications from before there were salts', () => {
  let issuer: TestIssuer;
  let test: TestDatabase;
  let subgraph: Subgraph;
  let address: string;

  beforeAll(async () => {
    issuer = await createTestIssuer();
    test = await createTestDatabase([CreatePublishingTables1795240000000, CreateExampleScores1795240000001]);
    const entry = await claimFromBefore();
    await test.database.write('before', async (writer) => {
      await writer.run(insertEntry, [JSON.stringify(entry)]);
      await writer.run(insertPublication);
    });
    await migrate(test.url, [...publishingMigrations, CreateExampleScores1795240000001]);
    const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'from before' });
    subgraph = await createBulkSubgraph({ database, verifier: issuer.verifier(), logger: silentLogger });
    address = await subgraph.listen('127.0.0.1', 0);
  });
  afterAll(async () => {
    await subgraph.stop();
    await test.destroy();
    await issuer.close();
  });

  async function send(file: string, key: string) {
    const response = await fetch(`${address}/publish/scores?index=PAPI&status=SELF_ASSESSED`, {
      method: 'POST',
      headers: { authorization: await issuer.bearer('papi'), 'content-type': 'text/csv', 'idempotency-key': key },
      body: file,
    });
    return (await response.json()) as BulkReceipt & { errors?: readonly { extensions: { code: string } }[] };
  }
  const ledger = () => listLedger(test.database.reader, 'SCORES', 0, 100);

  it('keeps the entry as it was sealed', async () => {
    expect(await ledger()).toEqual([await claimFromBefore()]);
  });

  it('knows an old publication again under its key, and takes no other content under it', async () => {
    const again = await send(FILE, 'from-before');
    expect(again).toMatchObject({ replayed: true, publication: { id: 'scores-1' }, signed: 'kept', contentSalt: null });
    expect((await send(`${FILE}2020,62,2,1\n`, 'from-before')).errors?.[0]?.extensions.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await ledger()).toHaveLength(1);
  });

  it('conceals what comes after in the same chain', async () => {
    expect(await send(FILE, 'new')).toMatchObject({ status: 'ACCEPTED', publication: { id: 'scores-2' } });
    const entries = await ledger();
    expect(verifyChain(entries)).toBeNull();
    expect(entries[1]?.contentHash).toMatch(/^sha256-salted:/);
    expect(entries[1]?.idempotencyKey).toMatch(/^sha256-salted:/);
  });

  it('refuses a salt without a commitment and a commitment without its salt', async () => {
    for (const attack of [
      `update publication set content_salt = repeat('a', 64) where id = 'scores-1'`,
      `update publication set content_salt = null where id = 'scores-2'`,
    ]) {
      await expect(
        test.database.write('attack', (writer) => writer.run(statement('attack', z.unknown(), attack))),
      ).rejects.toThrow(/publication_salted_alone/);
    }
  });
});

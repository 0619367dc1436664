import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { Database } from '@lientinh/postgres';
import type { Subgraph } from '@lientinh/subgraph';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import {
  fileContentHash,
  isContentOf,
  LedgerWalk,
  loadOrCreateSigningKey,
  parseLedgerEntry,
  publishingMigrations,
  sentScopeOf,
  signedReceiptPayload,
  verifyReceipt,
  type BulkReceipt,
  type LedgerEntry,
  type ReceiptPayload,
  type SigningReceipts,
} from '../src';
import { createBulkSubgraph } from './support/bulk-subgraph';
import { CreateExampleScores1795240000001 } from './support/scores-example';

/** Every file of one row that a province could have sent of itself. */
const FILES = Array.from(
  { length: 2_001 },
  (_, hundredths) => `year,province,criterion,value\n2020,62,1,${hundredths / 100}\n`,
);
const SECRET = FILES[1_234] ?? '';

describe('a publication whose rows viewers do not see', () => {
  let folder: string;
  let issuer: TestIssuer;
  let test: TestDatabase;
  let subgraph: Subgraph;
  let address: string;
  let signer: SigningReceipts;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'confidential-'));
    signer = await loadOrCreateSigningKey(join(folder, 'receipts.json'));
    issuer = await createTestIssuer();
    test = await createTestDatabase([...publishingMigrations, CreateExampleScores1795240000001]);
    const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'confidential' });
    subgraph = await createBulkSubgraph({ database, verifier: issuer.verifier(), logger: silentLogger, signer });
    address = await subgraph.listen('127.0.0.1', 0);
  });
  afterEach(async () => {
    await subgraph.stop();
    await test.destroy();
    await issuer.close();
    rmSync(folder, { recursive: true });
  });

  async function send(file: string, key: string, status = 'SELF_ASSESSED') {
    const response = await fetch(`${address}/publish/scores?index=PAPI&status=${status}`, {
      method: 'POST',
      headers: { authorization: await issuer.bearer('papi'), 'content-type': 'text/csv', 'idempotency-key': key },
      body: file,
    });
    return (await response.json()) as BulkReceipt & { errors?: readonly { extensions: { code: string } }[] };
  }
  const ledgerText = async (): Promise<string> => (await fetch(`${address}/changes?dataset=SCORES`)).text();
  const entriesOf = (text: string): LedgerEntry[] => text.trim().split('\n').map(parseLedgerEntry);

  async function payloadOf({ signed }: BulkReceipt, entries: readonly LedgerEntry[]): Promise<ReceiptPayload> {
    const proof = await verifyReceipt(signed ?? '', signer.publicKeys, { kind: 'ledger', entries });
    if (!proof.valid) throw new Error(proof.fault);
    return proof.payload;
  }

  /** The files whose hash, as content or as a key that a sender made of it, stands in a text. */
  async function guess(text: string, status: string): Promise<string[]> {
    const found: string[] = [];
    for (const file of FILES) {
      const hash = await fileContentHash('csv', { index: 'PAPI', status }, chunks(file));
      if (text.includes(hash.replace('sha256:', '')) || text.includes(digest(file))) found.push(file);
    }
    return found;
  }

  it('cannot be guessed from the ledger, and a public one can, which proves that the guessing works', async () => {
    await send(SECRET, digest(SECRET));
    const text = await ledgerText();
    expect(entriesOf(text)).toMatchObject([{ publication: 'scores-1', rowCount: 1, scope: { index: 'PAPI' } }]);
    expect(await guess(text, 'SELF_ASSESSED')).toEqual([]);
    await send(SECRET, digest(SECRET), 'APPRAISED').then(({ errors }) =>
      expect(errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED'),
    );
    await send(SECRET, 'public', 'APPRAISED');
    await send(FILES[55] ?? '', digest(FILES[55] ?? ''), 'APPRAISED');
    expect(await guess(await ledgerText(), 'APPRAISED')).toEqual([FILES[55], SECRET]);
  });

  it('gives its sender the salt, and nobody sees that it was sent twice under two keys', async () => {
    const [one, two] = [await send(SECRET, 'one'), await send(SECRET, 'two')];
    expect(one.contentSalt).toMatch(/^[0-9a-f]{64}$/);
    expect(two.contentSalt).not.toBe(one.contentSalt);
    expect(one.publication?.contentHash).toMatch(/^sha256-salted:[0-9a-f]{64}$/);
    expect(two.publication?.contentHash).not.toBe(one.publication?.contentHash);
    const text = await ledgerText();
    for (const secret of [one.contentSalt ?? '', two.contentSalt ?? '', '"one"', 'SELF_ASSESSED']) {
      expect(text).not.toContain(secret);
    }
    expect((await send(SECRET, 'three', 'PUBLISHED')).contentSalt).toBeNull();
  });

  it('is known again under its key, which takes no other content', async () => {
    const first = await send(SECRET, 'key');
    expect(await send(SECRET, 'key')).toEqual({ ...first, replayed: true });
    expect((await send(FILES[1] ?? '', 'key')).errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(entriesOf(await ledgerText())).toHaveLength(1);
  });

  it('is made once of twenty equal uploads at once, with one receipt', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(SECRET, 'race')));
    const receipts = answers.map((receipt) => JSON.stringify({ ...receipt, replayed: null }));
    expect(new Set(receipts).size).toBe(1);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(entriesOf(await ledgerText())).toHaveLength(1);
  });

  it('is proven by its receipt: the entry, the key and scope as they were sent, and the content, but no other content', async () => {
    const receipt = await send(SECRET, 'tu-cham-12.34');
    const entries = entriesOf(await ledgerText());
    const payload = await payloadOf(receipt, entries);
    expect(payload).toMatchObject({
      scope: { index: 'PAPI' },
      contentSalt: receipt.contentSalt,
      sent: { idempotencyKey: 'tu-cham-12.34', scope: { index: 'PAPI', status: 'SELF_ASSESSED' } },
    });
    const fits = async (file: string) =>
      isContentOf(payload, await fileContentHash('csv', sentScopeOf(payload), chunks(file)));
    expect([await fits(SECRET), await fits(FILES[1] ?? '')]).toEqual([true, false]);
  });

  it('has a receipt that is refused when the key or the salt in it does not open the entry', async () => {
    const receipt = await send(SECRET, 'key');
    const payload = await payloadOf(receipt, entriesOf(await ledgerText()));
    const { contentSalt, sent, ...bare } = payload;
    const forged: readonly ReceiptPayload[] = [
      { ...payload, contentSalt: 'f'.repeat(64) },
      { ...payload, sent: { ...sent, idempotencyKey: 'other', scope: sent?.scope ?? null } },
      { ...bare, ...(contentSalt === undefined ? {} : { contentSalt }) },
      bare,
    ];
    for (const each of forged) {
      expect(await verifyReceipt(await signer.sign(each), signer.publicKeys)).toMatchObject({ fault: 'SEAL_WRONG' });
    }
    expect(await verifyReceipt(await signer.sign(payload), signer.publicKeys)).toMatchObject({ valid: true });
  });

  it('leaves receipts of public content as they always were', async () => {
    const receipt = await send(SECRET, 'key', 'PUBLISHED');
    const entries = entriesOf(await ledgerText());
    const [entry] = entries;
    if (entry === undefined) throw new Error('no entry');
    expect(await payloadOf(receipt, entries)).toEqual(signedReceiptPayload(entry, null));
    expect(receipt.publication?.contentHash).toBe(
      await fileContentHash('csv', { index: 'PAPI', status: 'PUBLISHED' }, chunks(SECRET)),
    );
  });

  it('stands in an unbroken ledger among public ones', async () => {
    await send(SECRET, 'one', 'PUBLISHED');
    await send(SECRET, 'two');
    await send(SECRET, 'three', 'APPRAISED');
    const walk = new LedgerWalk();
    entriesOf(await ledgerText()).forEach((entry) => walk.push(entry));
    expect(walk.ledgers).toMatchObject([{ entries: 3, broken: null }]);
  });
});

async function* chunks(file: string): AsyncGenerator<Buffer> {
  yield Promise.resolve(Buffer.from(file));
}

/** A key that a careful sender may make of a file, and the command line does. */
function digest(file: string): string {
  return createHash('sha256').update(file).digest('hex');
}

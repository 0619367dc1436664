import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { Database } from '@lientinh/postgres';
import type { Subgraph } from '@lientinh/subgraph';
import { createTestDatabase, silentLogger, type TestDatabase } from '@lientinh/testkit';
import {
  LedgerWalk,
  loadOrCreateSigningKey,
  parseLedgerEntry,
  publishingMigrations,
  renderReceipt,
  verifyReceipt,
  type BulkReceipt,
  type LedgerEntry,
  type ReceiptKey,
  type SigningReceipts,
} from '../src';
import { createBulkSubgraph } from './support/bulk-subgraph';
import { CreateExampleScores1795240000001 } from './support/scores-example';

describe('signed receipts', () => {
  let folder: string;
  let issuer: TestIssuer;
  let test: TestDatabase;
  let subgraph: Subgraph;
  let address: string;
  let signer: SigningReceipts;
  let receipts: string[];
  let keys: readonly ReceiptKey[];
  let entries: LedgerEntry[];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'receipts-'));
    signer = await loadOrCreateSigningKey(join(folder, 'keys', 'receipts.json'));
    issuer = await createTestIssuer();
    test = await createTestDatabase([...publishingMigrations, CreateExampleScores1795240000001]);
    const database = new Database({ url: test.url, logger: silentLogger, applicationName: 'receipts' });
    subgraph = await createBulkSubgraph({ database, verifier: issuer.verifier(), logger: silentLogger, signer });
    address = await subgraph.listen('127.0.0.1', 0);
    receipts = [await publish('one', 5), await publish('two', 6), await publish('three', 7)];
    keys = ((await (await fetch(`${address}/receipt-keys`)).json()) as { keys: ReceiptKey[] }).keys;
    const changes = await (await fetch(`${address}/changes?dataset=SCORES`)).text();
    entries = changes.trim().split('\n').map(parseLedgerEntry);
  });
  afterAll(async () => {
    await subgraph.stop();
    await test.destroy();
    await issuer.close();
    rmSync(folder, { recursive: true });
  });

  async function publish(key: string, score: number): Promise<string> {
    const response = await fetch(`${address}/publish/scores?index=PAPI`, {
      method: 'POST',
      headers: { authorization: await issuer.bearer('papi'), 'content-type': 'text/csv', 'idempotency-key': key },
      body: `year,province_code,criterion_code,score\n2020,01,1,${score}\n`,
    });
    return ((await response.json()) as BulkReceipt).signed ?? '';
  }

  const second = (): string => receipts[1] ?? '';

  it('prove a publication and its place in the ledger without the platform', async () => {
    const proof = await verifyReceipt(second(), keys, { kind: 'ledger', entries });
    expect(proof).toMatchObject({
      valid: true,
      place: 'IN_LEDGER',
      retraction: null,
      payload: { publication: 'scores-2', publisher: 'papi', rowCount: 1, supersedes: ['scores-1'] },
    });
  });

  it('are placed by the head of the ledger when they are the last, else not', async () => {
    const { hash } = entries[2] ?? { hash: '' };
    const head = { kind: 'head', sequence: 3, hash } as const;
    expect(await verifyReceipt(receipts[2] ?? '', keys, head)).toMatchObject({ valid: true, place: 'IN_LEDGER' });
    expect(await verifyReceipt(second(), keys, head)).toMatchObject({ valid: true, place: 'NOT_CHECKED' });
    expect(await verifyReceipt(receipts[2] ?? '', keys, { ...head, sequence: 2 })).toMatchObject({
      fault: 'NOT_IN_LEDGER',
    });
    expect(await verifyReceipt(receipts[2] ?? '', keys, { ...head, hash: 'x' })).toMatchObject({
      fault: 'LEDGER_DIFFERS',
    });
  });

  it('are refused when a single character of what they say is changed', async () => {
    const [header = '', payload = '', signature = ''] = second().split('.');
    const forged = Buffer.from(payload, 'base64url').toString().replace('"rowCount":1', '"rowCount":2');
    const jws = [header, Buffer.from(forged).toString('base64url'), signature].join('.');
    expect(await verifyReceipt(jws, keys)).toMatchObject({ valid: false, fault: 'SIGNATURE_WRONG' });
  });

  it('are refused under another key, and when they are none', async () => {
    const other = await loadOrCreateSigningKey(join(folder, 'other.json'));
    expect(await verifyReceipt(second(), other.publicKeys)).toMatchObject({ fault: 'KEY_UNKNOWN' });
    const pretending = other.publicKeys.map((key) => ({ ...key, kid: keys[0]?.kid ?? '' }));
    expect(await verifyReceipt(second(), pretending)).toMatchObject({ fault: 'SIGNATURE_WRONG' });
    for (const text of ['', 'a.b.c', '{"status":"ACCEPTED"}']) {
      expect(await verifyReceipt(text, keys)).toMatchObject({ fault: 'MALFORMED' });
    }
  });

  it('are not believed with a ledger that was changed, cut short or rewritten', async () => {
    const changed = entries.map((entry) => (entry.sequence === 1 ? { ...entry, rowCount: 9 } : entry));
    const withLedger = (given: readonly LedgerEntry[]) =>
      verifyReceipt(second(), keys, { kind: 'ledger', entries: given });
    expect(await withLedger(changed)).toMatchObject({ fault: 'LEDGER_BROKEN' });
    expect(await withLedger(entries.slice(0, 1))).toMatchObject({ fault: 'NOT_IN_LEDGER' });
    expect(await withLedger(entries.slice(1))).toMatchObject({ fault: 'LEDGER_BROKEN' });
  });

  it('say the same to a clerk in Vietnamese and English', async () => {
    const proof = await verifyReceipt(second(), keys);
    if (!proof.valid) throw new Error(proof.fault);
    const vietnamese = renderReceipt(proof.payload, 'VI');
    const english = renderReceipt(proof.payload, 'EN');
    expect(vietnamese).toMatch(/^BIÊN NHẬN[\s\S]*Bên công bố\s+papi[\s\S]*Thay thế\s+scores-1/);
    expect(english).toMatch(/^RECEIPT[\s\S]*Publisher\s+papi[\s\S]*Supersedes\s+scores-1/);
    for (const text of [vietnamese, english]) expect(text).toContain(proof.payload.ledger.hash);
  });

  it('outlive a change of the signing key', async () => {
    const file = join(folder, 'keys', 'receipts.json');
    const fresh = join(folder, 'fresh.json');
    await loadOrCreateSigningKey(fresh);
    const keysOf = (path: string) => (JSON.parse(readFileSync(path, 'utf8')) as { keys: unknown[] }).keys;
    writeFileSync(file, JSON.stringify({ keys: [...keysOf(fresh), ...keysOf(file)] }));
    const rotated = await loadOrCreateSigningKey(file);
    expect(rotated.publicKeys).toHaveLength(2);
    expect(await verifyReceipt(second(), rotated.publicKeys)).toMatchObject({ valid: true });
    const proof = await verifyReceipt(second(), keys);
    if (!proof.valid) throw new Error(proof.fault);
    const signedAnew = await rotated.sign(proof.payload);
    expect(await verifyReceipt(signedAnew, keys)).toMatchObject({ fault: 'KEY_UNKNOWN' });
    expect(await verifyReceipt(signedAnew, rotated.publicKeys)).toMatchObject({ valid: true });
  });

  it('keep one key, readable for its owner only, when several processes start at once', async () => {
    const file = join(folder, 'race', 'receipts.json');
    const signers = await Promise.all(Array.from({ length: 5 }, () => loadOrCreateSigningKey(file)));
    expect(new Set(signers.map(({ publicKeys }) => publicKeys[0]?.kid)).size).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(signers[0]?.publicKeys)).not.toContain('"d"');
  });

  it('keep one key when real processes start at the same moment (needs a build)', async () => {
    const file = join(folder, 'processes', 'receipts.json');
    const begin = Date.now() + 1_500;
    const program = `
      const { loadOrCreateSigningKey } = require(${JSON.stringify(resolve(__dirname, '../dist/src'))});
      while (Date.now() < ${begin});
      loadOrCreateSigningKey(${JSON.stringify(file)}).then(({ publicKeys }) => console.log(publicKeys[0].kid));`;
    const start = promisify(execFile);
    const outputs = await Promise.all(Array.from({ length: 5 }, () => start(process.execPath, ['-e', program])));
    const kids = outputs.map(({ stdout }) => stdout.trim());
    const { publicKeys } = await loadOrCreateSigningKey(file);
    expect(kids).toEqual(kids.map(() => publicKeys[0]?.kid));
    expect(readdirSync(join(folder, 'processes'))).toEqual(['receipts.json']);
  });

  it('let a walk over several ledgers name the first entry that does not fit', () => {
    const walk = new LedgerWalk();
    for (const entry of entries) walk.push(entry.sequence === 2 ? { ...entry, publisher: 'pci' } : entry);
    expect(walk.ledgers).toMatchObject([
      { dataset: 'SCORES', entries: 1, head: { sequence: 1 }, broken: { sequence: 2, kind: 'HASH' } },
    ]);
    const whole = new LedgerWalk();
    for (const entry of entries) whole.push(parseLedgerEntry(JSON.stringify({ ...entry, cursor: 'SCORES:1' })));
    expect(whole.ledgers).toMatchObject([{ entries: 3, broken: null }]);
  });
});

import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLedgerEntry, verifyReceipt, type LedgerEntry, type ReceiptKey } from '@lientinh/publishing';
import type { Platform } from '../src';
import { publishingDoors, publishPlan, registerDoor } from './every-door';
import { ask, makeDataFolder, root, start, tokenOf } from './support';

const PUBLISH = `mutation ($input: PublishScoresInput!) {
  publishScores(input: $input) { status replayed signed publication { id } } }`;
const INPUT = {
  idempotencyKey: 'papi-2016',
  index: 'PAPI',
  year: 2016,
  status: 'PUBLISHED',
  scores: [
    { province: '62', criterion: '1', value: 5.1 },
    { province: '46', criterion: '1', value: 5.2 },
  ],
};

interface Receipt {
  readonly status: string;
  readonly replayed: boolean;
  readonly signed: string;
  readonly publication: { readonly id: string };
}

describe('signed receipts of a running platform', () => {
  const place = makeDataFolder();
  let platform: Platform;
  let gateway: string;
  let receipt: Receipt;
  let keys: readonly ReceiptKey[];
  let ledger: string;
  let entries: readonly LedgerEntry[];

  const file = (name: string, content: string): string => {
    const path = join(place.folder, name);
    writeFileSync(path, content);
    return path;
  };
  const text = async (path: string): Promise<string> => (await fetch(`${gateway}${path}`)).text();
  const publish = async (token: string): Promise<Receipt> => {
    const { data, errors } = await ask(gateway, PUBLISH, { input: INPUT }, token);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return (data as unknown as { publishScores: Receipt }).publishScores;
  };
  const tampered = (jws: string): string => {
    const [header = '', payload = '', signature = ''] = jws.split('.');
    const forged = Buffer.from(payload, 'base64url').toString().replace('"rowCount":2', '"rowCount":3');
    return [header, Buffer.from(forged).toString('base64url'), signature].join('.');
  };

  beforeAll(async () => {
    platform = await start(place.folder, 2_650);
    gateway = platform.topology.gateway;
    const token = await tokenOf(platform, 'papi');
    receipt = await publish(token);
    await ask(gateway, PUBLISH, { input: { ...INPUT, idempotencyKey: 'papi-2017', year: 2017 } }, token);
    keys = (JSON.parse(await text('/receipt-keys')) as { keys: ReceiptKey[] }).keys;
    ledger = await text('/changes?dataset=SCORES');
    entries = ledger.trim().split('\n').map(parseLedgerEntry);
  });
  afterAll(async () => {
    await platform.stop();
    place.remove();
  });

  it('are signed with one key, however many subgraphs start at once', async () => {
    expect(keys).toHaveLength(1);
    const publishing = platform.topology.subgraphs.filter(({ name }) => name !== 'publications');
    for (const { url } of publishing) {
      expect(await (await fetch(`${url}/receipt-keys`)).json()).toEqual({ keys });
    }
    expect(publishing).toHaveLength(4);
  });

  it('prove a publication offline against the exported ledger', async () => {
    expect(entries).toHaveLength(2);
    expect(await verifyReceipt(receipt.signed, keys, { kind: 'ledger', entries })).toMatchObject({
      valid: true,
      place: 'IN_LEDGER',
      payload: { publication: receipt.publication.id, publisher: 'papi', dataset: 'SCORES', rowCount: 2 },
    });
  });

  it('are the same when the publication is sent again', async () => {
    expect(await publish(await tokenOf(platform, 'papi'))).toEqual({ ...receipt, replayed: true });
  });

  it('are refused when receipt or ledger was changed', async () => {
    const whole = { kind: 'ledger', entries } as const;
    expect(await verifyReceipt(tampered(receipt.signed), keys, whole)).toMatchObject({ fault: 'SIGNATURE_WRONG' });
    const changed = entries.map((entry) => (entry.sequence === 1 ? { ...entry, rowCount: 3 } : entry));
    expect(await verifyReceipt(receipt.signed, keys, { kind: 'ledger', entries: changed })).toMatchObject({
      fault: 'LEDGER_BROKEN',
    });
  });

  describe('and the command line', () => {
    const verify = (jws: string, ledgerText: string): Promise<{ status: number; output: string }> => {
      const files = [file('receipt.jws', jws), '--ledger', file('ledger.ndjson', ledgerText)];
      const keyFile = ['--keys', file('keys.json', JSON.stringify({ keys }))];
      const command = [join(root, 'packages/cli/bin/lientinh.js'), 'verify', ...files, ...keyFile];
      return new Promise((resolve) => {
        execFile(process.execPath, command, (error, output) =>
          resolve({ status: error === null ? 0 : Number(error.code), output }),
        );
      });
    };

    it('proves them', async () => {
      const { status, output } = await verify(receipt.signed, ledger);
      expect(output).toContain(receipt.publication.id);
      expect(status).toBe(0);
    });

    it('refuses a changed receipt and a changed ledger', async () => {
      const forged = await verify(tampered(receipt.signed), ledger);
      expect(forged.output).toContain('SIGNATURE_WRONG');
      expect(forged.status).not.toBe(0);
      const rewritten = await verify(receipt.signed, ledger.replace('"rowCount":2', '"rowCount":3'));
      expect(rewritten.output).toContain('LEDGER_BROKEN');
      expect(rewritten.status).not.toBe(0);
    });
  });

  it('are given at every door, mutation or file, for publications and their repetition', async () => {
    const token = await tokenOf(platform, 'kon-tum');
    const ministry = await tokenOf(platform, 'ministry');
    const doors = publishingDoors(platform, await publishPlan(platform, token));
    for (const door of [...doors, registerDoor(platform)]) {
      const sender = door.name === 'publishNationalProcedures' ? ministry : token;
      const first = await door.send(sender);
      expect([door.name, first]).toMatchObject([door.name, { code: null, status: 'ACCEPTED', replayed: false }]);
      const proof = await verifyReceipt(first.signed ?? '', keys);
      if (!proof.valid) throw new Error(`${door.name}: ${proof.fault}`);
      const { payload } = proof;
      expect([payload.publication, (payload.sent ?? payload).idempotencyKey]).toEqual([
        first.publication?.id,
        door.name,
      ]);
      expect(await door.send(sender)).toEqual({ ...first, replayed: true });
    }
  });
});

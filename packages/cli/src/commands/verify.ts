import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { inLanguage } from '@lientinh/contracts';
import {
  LedgerWalk,
  parseLedgerEntry,
  renderReceipt,
  verifyReceipt,
  type LedgerEntry,
  type ReceiptKey,
  type WalkedLedger,
} from '@lientinh/publishing';
import { readJson } from '@lientinh/client';
import { inputNotUsable } from '../cli.errors';
import { connect } from '../credentials';
import { readJsonFile } from '../publish/json-rows';
import { unreadable } from '../publish/source-file';
import { showContentProof } from './verify-content';
import { EXIT, say, type ExitStatus, type Terminal } from '../terminal';

/** Options of `verify`. */
export interface VerifyOptions {
  readonly ledger?: string;
  readonly keys?: string;
  readonly file?: string;
}

/** `lientinh verify`: proves receipts, an exported ledger, or receipts against it. */
export async function verifyCommand(
  terminal: Terminal,
  receiptFile: string | undefined,
  options: VerifyOptions,
): Promise<ExitStatus> {
  if (receiptFile === undefined && (options.ledger === undefined || options.file !== undefined)) {
    throw inputNotUsable({
      what: {
        vi: 'Hãy nêu tệp biên nhận (và --file <tệp đã gửi>), hoặc --ledger <tệp sổ cái>.',
        en: 'Name a receipt file (and --file <file that was sent>), or --ledger <exported ledger>.',
      },
    });
  }
  const ledger = options.ledger === undefined ? null : await readLedger(options.ledger, receiptFile !== undefined);
  const isWhole = ledger === null || showLedgers(terminal, ledger.walked);
  if (receiptFile === undefined) return isWhole ? EXIT.DONE : EXIT.REFUSED;
  const keys = await readKeys(terminal, options.keys);
  let proven = isWhole;
  for (const jws of await readReceipts(receiptFile)) {
    proven = (await showProof(terminal, jws, keys, ledger?.entries ?? null, options.file)) && proven;
  }
  return proven ? EXIT.DONE : EXIT.REFUSED;
}

interface ReadLedger {
  readonly walked: readonly WalkedLedger[];
  readonly entries: readonly LedgerEntry[];
}

async function readLedger(path: string, keepEntries: boolean): Promise<ReadLedger> {
  const walk = new LedgerWalk();
  const entries: LedgerEntry[] = [];
  let line = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      line += 1;
      if (text === '') continue;
      const entry = parseLedgerEntry(text);
      walk.push(entry);
      if (keepEntries) entries.push(entry);
    }
  } catch (error) {
    throw unreadable(`${path}:${line}`, error);
  }
  return { walked: walk.ledgers, entries };
}

function showLedgers(terminal: Terminal, ledgers: readonly WalkedLedger[]): boolean {
  for (const { dataset, entries, head, broken } of ledgers) {
    const count = say(terminal, `${entries} mục khớp`, `${entries} entries fit`);
    if (broken === null) terminal.out(`${dataset}: ${count}, ${head?.hash ?? ''}`);
    else {
      const where = say(terminal, `ĐỨT tại mục ${broken.sequence}`, `BROKEN at entry ${broken.sequence}`);
      terminal.out(`${dataset}: ${count}, ${where} (${broken.kind})`);
    }
  }
  if (ledgers.length === 0) terminal.out(say(terminal, 'Sổ cái không có mục nào.', 'The ledger has no entries.'));
  return ledgers.every(({ broken }) => broken === null);
}

async function readReceipts(path: string): Promise<readonly string[]> {
  const text = (
    await readFile(path, 'utf8').catch((error: unknown) => {
      throw unreadable(path, error);
    })
  ).trim();
  if (!/^[[{]/.test(text)) return [text];
  const value = await readJsonFile(path);
  return [value].flat().map((receipt) => {
    const { signed } = receipt as { signed?: unknown };
    if (typeof signed === 'string') return signed;
    throw inputNotUsable({
      what: {
        vi: `Biên nhận trong ${path} không có chữ ký ("signed").`,
        en: `The receipt in ${path} is not signed ("signed").`,
      },
    });
  });
}

async function readKeys(terminal: Terminal, source: string | undefined): Promise<readonly ReceiptKey[]> {
  const value =
    source === undefined || /^https?:/.test(source) ? await fetchKeys(terminal, source) : await readJsonFile(source);
  const { keys } = value as { keys?: readonly ReceiptKey[] };
  if (Array.isArray(keys)) return keys as readonly ReceiptKey[];
  throw inputNotUsable({
    what: {
      vi: 'Không có khóa công khai: hãy nêu --keys <tệp hoặc địa chỉ của /receipt-keys>.',
      en: 'There are no public keys: give --keys <file or address of /receipt-keys>.',
    },
  });
}

async function fetchKeys(terminal: Terminal, address: string | undefined): Promise<object> {
  if (address !== undefined) return readJson(await fetch(address));
  return readJson(await (await connect(terminal, undefined)).request('/receipt-keys'));
}

async function showProof(
  terminal: Terminal,
  jws: string,
  keys: readonly ReceiptKey[],
  entries: readonly LedgerEntry[] | null,
  contentFile: string | undefined,
): Promise<boolean> {
  const evidence = entries === null ? ({ kind: 'none' } as const) : ({ kind: 'ledger', entries } as const);
  const proof = await verifyReceipt(jws, keys, evidence);
  if (!proof.valid) {
    terminal.out(`${proof.fault}: ${inLanguage(proof.text, terminal.language)}`);
    return false;
  }
  terminal.out(renderReceipt(proof.payload, terminal.language));
  terminal.out(say(terminal, 'Chữ ký: đúng.', 'Signature: good.'));
  if (proof.place === 'IN_LEDGER') terminal.out(say(terminal, 'Sổ cái: có mục này.', 'Ledger: the entry is there.'));
  const { retraction } = proof;
  if (retraction !== null) {
    const text = say(terminal, 'Đã thu hồi', 'Retracted');
    terminal.out(`${text}: ${retraction.recordedAt}, ${retraction.reason ?? ''}`);
  }
  return contentFile === undefined || showContentProof(terminal, proof.payload, contentFile);
}

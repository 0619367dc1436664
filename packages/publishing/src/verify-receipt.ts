import { compactVerify, decodeProtectedHeader, importJWK } from 'jose';
import { z } from 'zod';
import { DATASETS, type BilingualText } from '@lientinh/contracts';
import type { JsonValue } from './canonical-json';
import { isOpenedBy, toldContentHash, type Opening } from './confidential';
import { entryHash, verifyChain, type LedgerEntry, type UnsealedEntry } from './ledger.rules';
import type { ReceiptPayload } from './receipts';
import { RECEIPT_TYPE, type ReceiptKey } from './receipt-keys';

/** What a receipt is held against: the whole exported ledger of its data set, its end as somebody trusted told it, or nothing. */
export type LedgerEvidence =
  | { readonly kind: 'ledger'; readonly entries: Iterable<LedgerEntry> }
  | { readonly kind: 'head'; readonly sequence: number; readonly hash: string }
  | { readonly kind: 'none' };

/** Why a receipt proves nothing. */
export type ReceiptFault =
  'MALFORMED' | 'KEY_UNKNOWN' | 'SIGNATURE_WRONG' | 'SEAL_WRONG' | 'LEDGER_BROKEN' | 'NOT_IN_LEDGER' | 'LEDGER_DIFFERS';

/** What a receipt proves. */
export type ReceiptProof =
  | {
      readonly valid: true;
      readonly payload: ReceiptPayload;
      /** Whether its entry was found in the ledger; a head proves the place of the last entry only. */
      readonly place: 'IN_LEDGER' | 'NOT_CHECKED';
      /** The later entry that took the publication back, if the ledger has one. */
      readonly retraction: LedgerEntry | null;
    }
  | { readonly valid: false; readonly fault: ReceiptFault; readonly text: BilingualText };

const sentScope = z.custom<JsonValue>((value) => value !== undefined);

const payloadShape = z.object({
  publication: z.string(),
  dataset: z.enum(DATASETS),
  publisher: z.string(),
  province: z.string().nullable(),
  scope: sentScope,
  idempotencyKey: z.string(),
  rowCount: z.number().int(),
  contentHash: z.string(),
  supersedes: z.array(z.string()),
  rowChanges: z.array(z.object({ publication: z.string(), rows: z.number().int() })),
  recordedAt: z.string(),
  ledger: z.object({ sequence: z.number().int(), previousHash: z.string(), hash: z.string() }),
  text: z.object({ vi: z.string(), en: z.string() }),
  contentSalt: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  sent: z.object({ idempotencyKey: z.string(), scope: sentScope }).optional(),
});

/**
 * Proves a receipt without asking anybody: its signature under one of the platform's public keys, that its ledger hash seals just what
 * it says (and a confidential one opens what the ledger conceals), and its place in the ledger as far as the evidence goes.
 */
export async function verifyReceipt(
  jws: string,
  publicKeys: readonly ReceiptKey[],
  evidence: LedgerEvidence = { kind: 'none' },
): Promise<ReceiptProof> {
  const read = await readSigned(jws, publicKeys);
  if (typeof read === 'string') return fault(read);
  if (entryHash(entryOf(read)) !== read.ledger.hash || !isOpenedBy(read, openingOf(read))) return fault('SEAL_WRONG');
  return placeIn(evidence, read);
}

async function readSigned(jws: string, publicKeys: readonly ReceiptKey[]): Promise<ReceiptPayload | ReceiptFault> {
  const header = readHeader(jws);
  if (header === null) return 'MALFORMED';
  const key = publicKeys.find(({ kid }) => kid === header.kid);
  if (key === undefined) return 'KEY_UNKNOWN';
  try {
    const { payload } = await compactVerify(jws.trim(), await importJWK({ ...key }, 'EdDSA'), {
      algorithms: ['EdDSA'],
    });
    const read = payloadShape.safeParse(JSON.parse(Buffer.from(payload).toString('utf8')));
    return read.success ? read.data : 'MALFORMED';
  } catch {
    return 'SIGNATURE_WRONG';
  }
}

/** What opens a confidential publication's entry; null when its receipt has nothing of the kind. */
function openingOf({ contentSalt, sent }: ReceiptPayload): Opening | null {
  return contentSalt === undefined || sent === undefined ? null : { contentSalt, sent };
}

/** The scope as it was sent, which the content hash covers. */
export function sentScopeOf({ scope, sent }: ReceiptPayload): JsonValue {
  return sent === undefined ? scope : sent.scope;
}

/** Whether content with this hash is what a receipt, itself proven before, was given for. */
export function isContentOf({ contentHash, contentSalt }: ReceiptPayload, hashOfContent: string): boolean {
  return contentHash === toldContentHash(hashOfContent, contentSalt ?? null);
}

function readHeader(jws: string): { kid: string } | null {
  try {
    const { kid, typ } = decodeProtectedHeader(jws.trim());
    return typ === RECEIPT_TYPE && kid !== undefined ? { kid } : null;
  } catch {
    return null;
  }
}

/** The ledger entry that a receipt speaks of: it says everything that the entry's hash covers. */
function entryOf(payload: ReceiptPayload): UnsealedEntry {
  const { dataset, publication, publisher, province, scope, idempotencyKey, contentHash } = payload;
  const { rowCount, supersedes, rowChanges, recordedAt, ledger } = payload;
  return {
    dataset,
    sequence: ledger.sequence,
    kind: 'PUBLISH',
    publication,
    publisher,
    province,
    scope,
    idempotencyKey,
    contentHash,
    rowCount,
    supersedes,
    rowChanges,
    reason: null,
    recordedAt,
    previousHash: ledger.previousHash,
  };
}

function placeIn(evidence: LedgerEvidence, payload: ReceiptPayload): ReceiptProof {
  const { sequence, hash } = payload.ledger;
  switch (evidence.kind) {
    case 'none':
      return { valid: true, payload, place: 'NOT_CHECKED', retraction: null };
    case 'head':
      if (evidence.sequence < sequence) return fault('NOT_IN_LEDGER');
      if (evidence.sequence > sequence) return { valid: true, payload, place: 'NOT_CHECKED', retraction: null };
      return evidence.hash === hash
        ? { valid: true, payload, place: 'IN_LEDGER', retraction: null }
        : fault('LEDGER_DIFFERS');
    case 'ledger':
      return findInLedger(evidence.entries, payload);
  }
}

function findInLedger(entries: Iterable<LedgerEntry>, payload: ReceiptPayload): ReceiptProof {
  let previous: LedgerEntry | null = null;
  let found = false;
  let retraction: LedgerEntry | null = null;
  for (const entry of entries) {
    if (entry.dataset !== payload.dataset) continue;
    if (verifyChain([entry], previous) !== null) return fault('LEDGER_BROKEN');
    if (entry.sequence === payload.ledger.sequence) {
      if (entry.hash !== payload.ledger.hash) return fault('LEDGER_DIFFERS');
      found = true;
    }
    if (entry.kind === 'RETRACT' && entry.publication === payload.publication) retraction = entry;
    previous = entry;
  }
  return found ? { valid: true, payload, place: 'IN_LEDGER', retraction } : fault('NOT_IN_LEDGER');
}

const TEXTS: Readonly<Record<ReceiptFault, BilingualText>> = {
  MALFORMED: {
    vi: 'Đây không phải biên nhận đã ký của nền tảng (JWS dạng rút gọn).',
    en: 'This is not a signed receipt of the platform (compact JWS).',
  },
  KEY_UNKNOWN: {
    vi: 'Biên nhận được ký bằng khóa không có trong danh sách khóa công khai; hãy lấy danh sách tại /receipt-keys.',
    en: 'The receipt was signed with a key that is not among the public keys; get them at /receipt-keys.',
  },
  SIGNATURE_WRONG: {
    vi: 'Chữ ký không khớp: biên nhận đã bị sửa sau khi ký, hoặc không do nền tảng ký.',
    en: 'The signature does not fit: the receipt was changed after it was signed, or the platform did not sign it.',
  },
  SEAL_WRONG: {
    vi: 'Mã băm sổ cái trong biên nhận không niêm phong đúng nội dung biên nhận.',
    en: 'The ledger hash in the receipt does not seal what the receipt says.',
  },
  LEDGER_BROKEN: {
    vi: 'Sổ cái được đưa ra bị đứt chuỗi, nên không chứng minh được gì.',
    en: 'The chain of the ledger that was given is broken, so it proves nothing.',
  },
  NOT_IN_LEDGER: {
    vi: 'Sổ cái được đưa ra không có mục của biên nhận này.',
    en: 'The ledger that was given has no entry of this receipt.',
  },
  LEDGER_DIFFERS: {
    vi: 'Sổ cái được đưa ra có mục khác tại vị trí của biên nhận này.',
    en: 'The ledger that was given has another entry at the place of this receipt.',
  },
};

function fault(code: ReceiptFault): ReceiptProof {
  return { valid: false, fault: code, text: TEXTS[code] };
}

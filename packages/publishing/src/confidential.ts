import { createHash, randomBytes } from 'node:crypto';
import type { JsonValue } from './canonical-json';

/** A publication whose rows viewers do not see, and what everybody is told of it all the same. */
export interface Confidentiality {
  /** What the ledger says of the scope. The content hash covers the whole scope all the same. */
  readonly ledgerScope: JsonValue;
}

/** What the sender of a confidential publication is given, and nobody else. */
export interface Opening {
  /** 32 random bytes as 64 hexadecimal digits. Whoever has them can hold a guess of the content against the ledger. */
  readonly contentSalt: string;
  /** As it was sent, where the ledger says less. */
  readonly sent: { readonly idempotencyKey: string; readonly scope: JsonValue };
}

/** The part of a ledger entry that may conceal. */
export interface ToldParts {
  readonly scope: JsonValue;
  readonly idempotencyKey: string;
  readonly contentHash: string;
}

const SALT = /^[0-9a-f]{64}$/;
const SALTED = 'sha256-salted:';

/** Whether a hash of the ledger is a commitment, which tells nothing without its salt. */
export function isSalted(hash: string): boolean {
  return hash.startsWith(SALTED);
}

/** SHA-256 of three lines: purpose, salt, text. A salt has one form, so that no other salt and text make the same lines. */
function commit(purpose: 'lientinh-content' | 'lientinh-key', salt: string, text: string): string {
  if (!SALT.test(salt)) throw new RangeError('a salt is 64 hexadecimal digits');
  return `${SALTED}${createHash('sha256').update(`${purpose}\n${salt}\n${text}\n`).digest('hex')}`;
}

/** What the ledger tells of content with this hash: the hash itself without a salt, else a commitment to it. */
export function toldContentHash(contentHash: string, contentSalt: string | null): string {
  return contentSalt === null ? contentHash : commit('lientinh-content', contentSalt, contentHash);
}

/** What the ledger tells of an idempotency key, which may have been made from the content. */
export function toldKey(idempotencyKey: string, contentSalt: string | null): string {
  return contentSalt === null ? idempotencyKey : commit('lientinh-key', contentSalt, idempotencyKey);
}

/** What the ledger tells of a publication, and what opens it; null when it conceals nothing. A new salt each time. */
export function conceal(
  confidential: Confidentiality | null,
  parts: ToldParts,
): { readonly told: ToldParts; readonly opening: Opening | null } {
  const { scope, idempotencyKey, contentHash } = parts;
  if (confidential === null) return { told: { scope, idempotencyKey, contentHash }, opening: null };
  const contentSalt = randomBytes(32).toString('hex');
  return {
    told: {
      scope: confidential.ledgerScope,
      idempotencyKey: toldKey(idempotencyKey, contentSalt),
      contentHash: toldContentHash(contentHash, contentSalt),
    },
    opening: { contentSalt, sent: { idempotencyKey, scope } },
  };
}

/** Whether what is told is told of just this opening: both or neither, and the key is the one that was sent. */
export function isOpenedBy(told: ToldParts, opening: Opening | null): boolean {
  if (opening === null) return !isSalted(told.contentHash);
  const { contentSalt, sent } = opening;
  return isSalted(told.contentHash) && told.idempotencyKey === toldKey(sent.idempotencyKey, contentSalt);
}

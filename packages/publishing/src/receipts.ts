import type { BilingualText, Dataset } from '@lientinh/contracts';
import type { JsonValue } from './canonical-json';
import type { Opening } from './confidential';
import type { LedgerEntry, RowChange } from './ledger.rules';

/**
 * What a receipt says: enough to prove years later what was sent, when, and what it replaced. That of a confidential publication has the
 * opening besides: it is as secret as the rows.
 */
export interface ReceiptPayload extends Partial<Opening> {
  readonly publication: string;
  readonly dataset: Dataset;
  readonly publisher: string;
  readonly province: string | null;
  readonly scope: JsonValue;
  readonly idempotencyKey: string;
  readonly rowCount: number;
  readonly contentHash: string;
  readonly supersedes: readonly string[];
  /** What it did to the current rows of other publications. */
  readonly rowChanges: readonly RowChange[];
  readonly recordedAt: string;
  readonly ledger: { readonly sequence: number; readonly previousHash: string; readonly hash: string };
  /** The same for a clerk. */
  readonly text: BilingualText;
}

/** Signs receipts as a JWS in compact form. */
export interface ReceiptSigner {
  sign(payload: ReceiptPayload): Promise<string>;
}

/** The receipt of a publication's ledger entry, with what opens it when it is confidential. */
export function signedReceiptPayload(entry: LedgerEntry, opening: Opening | null): ReceiptPayload {
  const {
    publication,
    dataset,
    publisher,
    province,
    scope,
    idempotencyKey,
    rowCount,
    contentHash,
    supersedes,
    rowChanges,
    recordedAt,
  } = entry;
  const { sequence, previousHash, hash } = entry;
  return {
    publication,
    dataset,
    publisher,
    province,
    scope,
    idempotencyKey,
    rowCount,
    contentHash,
    supersedes,
    rowChanges,
    recordedAt,
    ledger: { sequence, previousHash, hash },
    text: receiptText(entry),
    ...opening,
  };
}

function receiptText({
  publication,
  dataset,
  publisher,
  rowCount,
  contentHash,
  supersedes,
  recordedAt,
  sequence,
}: LedgerEntry): BilingualText {
  const replaced = supersedes.join(', ');
  return {
    vi: `Biên nhận công bố ${publication}: bên công bố ${publisher} đã gửi ${rowCount} dòng của bộ dữ liệu ${dataset}, ghi nhận lúc ${recordedAt}, mục ${sequence} của sổ cái, mã băm nội dung ${contentHash}${replaced === '' ? '' : `; thay thế ${replaced}`}.`,
    en: `Receipt of publication ${publication}: publisher ${publisher} sent ${rowCount} rows of data set ${dataset}, recorded at ${recordedAt}, entry ${sequence} of the ledger, content hash ${contentHash}${replaced === '' ? '' : `; supersedes ${replaced}`}.`,
  };
}

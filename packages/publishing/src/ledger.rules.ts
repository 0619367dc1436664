import type { Dataset } from '@lientinh/contracts';
import { contentHash, type JsonValue } from './canonical-json';

/** By how much the number of a publication's current rows changed. */
export interface RowChange {
  readonly publication: string;
  /** Negative: rows it lost to another publication. Positive: rows that a retraction brought back. Never 0. */
  readonly rows: number;
}

/** What the hash of an entry covers. */
export interface UnsealedEntry {
  readonly dataset: Dataset;
  /** 1, 2, 3 … in each data set, without holes. */
  readonly sequence: number;
  readonly kind: 'PUBLISH' | 'RETRACT';
  /** Id of the publication that is made, or taken back. */
  readonly publication: string;
  readonly publisher: string;
  /** Id of the province it speaks for, or null for the whole country. */
  readonly province: string | null;
  /** What was published beside the rows: index, year, status, source, … Of a confidential publication, what everybody may know. */
  readonly scope: JsonValue;
  /** As it was sent; a commitment to it (`sha256-salted:…`) where the rows are confidential. */
  readonly idempotencyKey: string;
  /** Hash of the whole scope and all rows as they were sent (`sha256:…`); a commitment to it (`sha256-salted:…`) where they are confidential. */
  readonly contentHash: string;
  readonly rowCount: number;
  /** Ids of the publications that lost rows to this one. */
  readonly supersedes: readonly string[];
  /**
   * What the entry did to the current rows of OTHER publications, in ledger order. With `rowCount` of the publication itself, and 0
   * after its retraction, whoever follows the ledger knows the number of current rows of each publication, exactly.
   */
  readonly rowChanges: readonly RowChange[];
  /** Why it was taken back; null for a publication. */
  readonly reason: string | null;
  /** ISO 8601 with microseconds, UTC. Strictly increasing in each data set. */
  readonly recordedAt: string;
  /** Hash of the entry before; GENESIS_HASH for the first. */
  readonly previousHash: string;
}

/** One line of a data set's append-only ledger. */
export interface LedgerEntry extends UnsealedEntry {
  readonly hash: string;
}

/** Id of a publication: its data set and place in the ledger. */
export function publicationId(dataset: Dataset, sequence: number): string {
  return `${dataset.toLowerCase().replaceAll('_', '-')}-${sequence}`;
}

/** Numbers of rows by place in the ledger, as changes of publications; `sign` -1 for rows lost, 1 for rows brought back. */
export function rowChanges(dataset: Dataset, rows: ReadonlyMap<number, number>, sign: 1 | -1): readonly RowChange[] {
  return [...rows]
    .filter(([, count]) => count !== 0)
    .sort(([a], [b]) => a - b)
    .map(([sequence, count]) => ({ publication: publicationId(dataset, sequence), rows: sign * count }));
}

/** What the first entry of a ledger points back to. */
export const GENESIS_HASH = `sha256:${'0'.repeat(64)}`;

/** The hash that seals an entry: SHA-256 of its canonical JSON without the hash itself. */
export function entryHash(entry: UnsealedEntry): string {
  return contentHash({ ...entry, hash: undefined } as unknown as JsonValue);
}

/** The end of a ledger as far as it is trusted. */
export type ChainEnd = Pick<LedgerEntry, 'sequence' | 'hash' | 'recordedAt'>;

/** The first entry that does not fit, and why. */
export interface ChainBreak {
  readonly sequence: number;
  readonly kind: 'SEQUENCE' | 'PREVIOUS_HASH' | 'HASH' | 'TIME';
}

/** Walks a ledger from its first entry (or from `after`, already trusted); null when every entry fits, else the first that does not. */
export function verifyChain(entries: Iterable<LedgerEntry>, after: ChainEnd | null = null): ChainBreak | null {
  let previous: ChainEnd | null = after;
  for (const entry of entries) {
    const { sequence } = entry;
    if (sequence !== (previous?.sequence ?? 0) + 1) return { sequence, kind: 'SEQUENCE' };
    if (entry.previousHash !== (previous?.hash ?? GENESIS_HASH)) return { sequence, kind: 'PREVIOUS_HASH' };
    if (entry.hash !== entryHash(entry)) return { sequence, kind: 'HASH' };
    if (previous !== null && entry.recordedAt <= previous.recordedAt) return { sequence, kind: 'TIME' };
    previous = entry;
  }
  return null;
}

import { z } from 'zod';
import { DATASETS, type Dataset } from '@lientinh/contracts';
import type { JsonValue } from './canonical-json';
import { verifyChain, type ChainBreak, type LedgerEntry } from './ledger.rules';

const entryShape = z.object({
  dataset: z.enum(DATASETS),
  sequence: z.number().int().positive(),
  kind: z.enum(['PUBLISH', 'RETRACT']),
  publication: z.string(),
  publisher: z.string(),
  province: z.string().nullable(),
  scope: z.custom<JsonValue>((value) => value !== undefined),
  idempotencyKey: z.string(),
  contentHash: z.string(),
  rowCount: z.number().int().nonnegative(),
  supersedes: z.array(z.string()),
  rowChanges: z.array(z.object({ publication: z.string(), rows: z.number().int() })),
  reason: z.string().nullable(),
  recordedAt: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});

/**
 * One entry from a line of an exported ledger (`/changes` of a subgraph or of the gateway, whose cursor is left aside). Throws for text
 * that is no entry.
 */
export function parseLedgerEntry(line: string): LedgerEntry {
  return entryShape.parse(JSON.parse(line));
}

/** How far the ledger of one data set was walked. */
export interface WalkedLedger {
  readonly dataset: Dataset;
  /** Entries that fit. */
  readonly entries: number;
  /** The last entry that fits; null when not even the first does. */
  readonly head: LedgerEntry | null;
  /** The first entry that does not fit; everything after it proves nothing. */
  readonly broken: ChainBreak | null;
}

/** Walks the ledgers of an export entry by entry, several data sets mixed or not; holds only the last entry of each. */
export class LedgerWalk {
  readonly #ledgers = new Map<Dataset, WalkedLedger>();

  push(entry: LedgerEntry): void {
    const walked = this.#ledgers.get(entry.dataset) ?? { dataset: entry.dataset, entries: 0, head: null, broken: null };
    if (walked.broken !== null) return;
    const broken = verifyChain([entry], walked.head);
    this.#ledgers.set(
      entry.dataset,
      broken === null ? { ...walked, entries: walked.entries + 1, head: entry } : { ...walked, broken },
    );
  }

  /** What was found, by data set. */
  get ledgers(): readonly WalkedLedger[] {
    return [...this.#ledgers.values()];
  }
}

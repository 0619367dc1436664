import { z } from 'zod';
import type { Dataset } from '@lientinh/contracts';
import { statement, type Database, type Writer } from '@lientinh/postgres';
import { contentHash } from './canonical-json';
import { entryHash, rowChanges, type LedgerEntry, type UnsealedEntry } from './ledger.rules';
import type { PublishOutcome } from './publish';
import {
  publicationRetractedAlready,
  publicationUnknown,
  retractionNotYours,
  retractionReasonMissing,
} from './publishing.errors';
import {
  appendEntry,
  findPublication,
  lockLedger,
  markRetracted,
  moveCurrentRows,
  notifyChange,
  type PublicationRecord,
} from './publishing.store';

/** Who takes back what, and why. */
export interface Retraction {
  readonly dataset: Dataset;
  readonly publisher: string;
  readonly publication: string;
  readonly reason: string;
}

/** What a data set does in the one transaction of a retraction. */
export interface RetractSteps {
  /** Ends the publication's rows and brings back what they had superseded; rows brought back, by place in the ledger. */
  restore(
    writer: Writer,
    place: { readonly retracted: number; readonly earlierRetractions: readonly number[]; readonly recordedAt: string },
  ): Promise<ReadonlyMap<number, number>>;
}

const retractedStatement = statement(
  'list-retracted',
  z.object({ sequence: z.coerce.number().int() }),
  'select sequence from publication where dataset = $1 and retracted_at is not null',
);

/** Printable text and line breaks: what the database keeps exactly as it was hashed. */
const REASON = /^[^\0\p{Cs}]{1,1000}$/u;

/** Takes a publication back in one transaction. Its history stays; what it had superseded is current again. */
export async function retract(
  database: Database,
  retraction: Retraction,
  steps: RetractSteps,
): Promise<PublishOutcome> {
  const reason = retraction.reason.trim();
  if (!REASON.test(reason)) throw retractionReasonMissing({});
  return database.write(`retract-${retraction.dataset}`, async (writer) => {
    const head = await lockLedger(writer, retraction.dataset);
    const target = await findTarget(writer, retraction);
    const earlierRetractions = (await writer.all(retractedStatement, [retraction.dataset])).map(
      ({ sequence }) => sequence,
    );
    const restored = await steps.restore(writer, {
      retracted: target.sequence,
      earlierRetractions,
      recordedAt: head.now,
    });
    const unsealed: UnsealedEntry = {
      dataset: retraction.dataset,
      sequence: head.sequence + 1,
      kind: 'RETRACT',
      publication: target.publication,
      publisher: retraction.publisher,
      province: target.province,
      scope: target.scope,
      idempotencyKey: target.idempotencyKey,
      contentHash: contentHash({ retracts: target.publication, reason }),
      rowCount: target.currentRows,
      supersedes: [],
      rowChanges: rowChanges(retraction.dataset, restored, 1),
      reason,
      recordedAt: head.now,
      previousHash: head.hash,
    };
    const entry: LedgerEntry = { ...unsealed, hash: entryHash(unsealed) };
    await appendEntry(writer, entry);
    await markRetracted(writer, target.publication, head.now, entry.sequence);
    await moveCurrentRows(writer, entry.rowChanges);
    await notifyChange(writer, entry);
    const publication = await findPublication(writer, target.publication);
    return {
      status: 'ACCEPTED',
      publication,
      acceptedRows: 0,
      problems: [],
      problemCounts: new Map(),
      replayed: false,
    };
  });
}

async function findTarget(writer: Writer, { dataset, publication, publisher }: Retraction): Promise<PublicationRecord> {
  const target = await findPublication(writer, publication);
  if (target?.dataset !== dataset) throw publicationUnknown({ publication });
  if (target.publisher !== publisher) throw retractionNotYours({ publication, publisher: target.publisher });
  if (target.retractedAt !== null) throw publicationRetractedAlready({ publication, retractedAt: target.retractedAt });
  return target;
}

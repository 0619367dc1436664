import type { Dataset } from '@lientinh/contracts';
import type { Database, Reader, Writer } from '@lientinh/postgres';
import type { JsonValue } from './canonical-json';
import { conceal, toldContentHash, type Confidentiality } from './confidential';
import { entryHash, publicationId, rowChanges, type LedgerEntry, type UnsealedEntry } from './ledger.rules';
import type { ProblemReport, RowProblem } from './problems';
import { idempotencyKeyInvalid, idempotencyKeyReused } from './publishing.errors';
import {
  appendEntry,
  findByIdempotencyKey,
  findPublication,
  insertPublication,
  lockLedger,
  moveCurrentRows,
  notifyChange,
  type PublicationRecord,
} from './publishing.store';
import { signedReceiptPayload, type ReceiptSigner } from './receipts';

/** What is known of a publication before its rows are looked at. */
export interface Submission {
  readonly dataset: Dataset;
  readonly publisher: string;
  /** Id of the province it speaks for; null for the whole country. */
  readonly province: string | null;
  readonly idempotencyKey: string;
  readonly dryRun: boolean;
  readonly scope: JsonValue;
  /** Null when everybody may see the rows. Else the public ledger conceals whatever could confirm a guess of them. */
  readonly confidential: Confidentiality | null;
}

/** What was written: rows, and the rows that other publications lost (by their place in the ledger). */
export interface StoredRows {
  readonly rowCount: number;
  readonly superseded: ReadonlyMap<number, number>;
}

/** What a data set does in the one transaction of a publication. */
export interface PublishSteps {
  /** Puts the rows into a staging table of the transaction and checks all of them. Writes nothing that lasts. */
  stage(
    writer: Writer,
  ): Promise<{ readonly rowCount: number; readonly contentHash: string; readonly problems: ProblemReport }>;
  /** Moves the staged rows into the tables of facts. */
  store(
    writer: Writer,
    entry: { readonly sequence: number; readonly recordedAt: string; readonly publication: string },
  ): Promise<StoredRows>;
}

/** How it ended. Nothing was written unless `publication` is there and `replayed` is false. */
export interface PublishOutcome {
  readonly status: 'ACCEPTED' | 'REJECTED' | 'DRY_RUN';
  readonly publication: PublicationRecord | null;
  readonly acceptedRows: number;
  readonly problems: readonly RowProblem[];
  readonly problemCounts: ReadonlyMap<string, number>;
  /** The same key and content were accepted before: this is that receipt. */
  readonly replayed: boolean;
}

/** No control characters, and no half of a surrogate pair: the database could not keep it as it was hashed. */
const KEY = /^[^\p{Cc}\p{Cs}]{1,200}$/u;

/**
 * Publishes in one database transaction: stages and checks all rows, then (holding the data set's ledger) closes what they supersede,
 * inserts them, appends the ledger entry and notifies. All rows or none; when it returns an accepted publication, it is durable.
 */
export async function publish(
  database: Database,
  submission: Submission,
  steps: PublishSteps,
  signer: ReceiptSigner | null = null,
): Promise<PublishOutcome> {
  if (!KEY.test(submission.idempotencyKey)) throw idempotencyKeyInvalid({ key: submission.idempotencyKey });
  return database.write(`publish-${submission.dataset}`, async (writer) => {
    const { rowCount, contentHash, problems } = await steps.stage(writer);
    const earlier = await findEarlier(writer, submission, contentHash);
    if (earlier !== null) return replay(earlier);
    if (!problems.isEmpty) return report('REJECTED', 0, problems);
    if (submission.dryRun) return report('DRY_RUN', rowCount, problems);
    const head = await lockLedger(writer, submission.dataset);
    const meanwhile = await findEarlier(writer, submission, contentHash);
    if (meanwhile !== null) return replay(meanwhile);
    const place = {
      sequence: head.sequence + 1,
      recordedAt: head.now,
      publication: publicationId(submission.dataset, head.sequence + 1),
    };
    const stored = await steps.store(writer, place);
    const publication = await record(
      writer,
      submission,
      { ...place, contentHash, previousHash: head.hash, stored },
      signer,
    );
    return { ...report('ACCEPTED', stored.rowCount, problems), publication };
  });
}

interface Place {
  readonly sequence: number;
  readonly recordedAt: string;
  readonly publication: string;
  readonly contentHash: string;
  readonly previousHash: string;
  readonly stored: StoredRows;
}

async function record(
  writer: Writer,
  submission: Submission,
  place: Place,
  signer: ReceiptSigner | null,
): Promise<PublicationRecord | null> {
  const { dataset, publisher, province, scope, idempotencyKey, confidential } = submission;
  const { stored, contentHash, ...rest } = place;
  const { told, opening } = conceal(confidential, { scope, idempotencyKey, contentHash });
  const changes = rowChanges(dataset, stored.superseded, -1);
  const unsealed: UnsealedEntry = {
    ...rest,
    ...told,
    dataset,
    kind: 'PUBLISH',
    publisher,
    province,
    rowCount: stored.rowCount,
    supersedes: changes.map(({ publication }) => publication),
    rowChanges: changes,
    reason: null,
  };
  const entry: LedgerEntry = { ...unsealed, hash: entryHash(unsealed) };
  await appendEntry(writer, entry);
  await insertPublication(writer, entry, {
    idempotencyKey,
    contentSalt: opening?.contentSalt ?? null,
    receipt: signer === null ? null : await signer.sign(signedReceiptPayload(entry, opening)),
  });
  await moveCurrentRows(writer, changes);
  await notifyChange(writer, entry);
  return findPublication(writer, entry.publication);
}

async function findEarlier(
  reader: Reader,
  submission: Submission,
  contentHash: string,
): Promise<PublicationRecord | null> {
  const { dataset, publisher, idempotencyKey } = submission;
  const earlier = await findByIdempotencyKey(reader, dataset, publisher, idempotencyKey);
  if (earlier === null || earlier.contentHash === toldContentHash(contentHash, earlier.contentSalt)) return earlier;
  throw idempotencyKeyReused({ key: idempotencyKey, publication: earlier.publication });
}

function replay(publication: PublicationRecord): PublishOutcome {
  return {
    status: 'ACCEPTED',
    publication,
    acceptedRows: publication.rowCount,
    problems: [],
    problemCounts: new Map(),
    replayed: true,
  };
}

function report(status: PublishOutcome['status'], acceptedRows: number, problems: ProblemReport): PublishOutcome {
  return {
    status,
    publication: null,
    acceptedRows,
    problems: problems.listed,
    problemCounts: problems.counts,
    replayed: false,
  };
}

import { z } from 'zod';
import { DATASETS, type Dataset } from '@lientinh/contracts';
import { statement, type Reader, type Writer } from '@lientinh/postgres';
import type { JsonValue } from './canonical-json';
import { GENESIS_HASH, type LedgerEntry, type RowChange } from './ledger.rules';

const whole = z.coerce.number().int();

const ledgerRow = z
  .object({
    dataset: z.enum(DATASETS),
    sequence: whole,
    kind: z.enum(['PUBLISH', 'RETRACT']),
    publication: z.string(),
    publisher: z.string(),
    province: z.string().nullable(),
    scope: z.custom<JsonValue>(),
    idempotency_key: z.string(),
    content_hash: z.string(),
    row_count: whole,
    supersedes: z.array(z.string()),
    row_changes: z.array(z.object({ publication: z.string(), rows: z.number().int() })),
    reason: z.string().nullable(),
    recorded_at: z.string(),
    previous_hash: z.string(),
    hash: z.string(),
  })
  .transform(
    ({ idempotency_key, content_hash, row_count, row_changes, recorded_at, previous_hash, ...entry }): LedgerEntry => ({
      ...entry,
      rowChanges: row_changes,
      idempotencyKey: idempotency_key,
      contentHash: content_hash,
      rowCount: row_count,
      recordedAt: recorded_at,
      previousHash: previous_hash,
    }),
  );

/** Instants leave the database as ISO 8601 text with microseconds, UTC: the ledger's hash covers just this text. */
export const instantText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const LEDGER_COLUMNS = `l.dataset, l.sequence, l.kind, l.publication, l.publisher, l.province, l.scope, l.idempotency_key, l.content_hash,
  l.row_count, l.supersedes, l.row_changes, l.reason, ${instantText('l.recorded_at')} as recorded_at, l.previous_hash, l.hash`;

/** A publication with its ledger entry and what became of it. */
export interface PublicationRecord extends LedgerEntry {
  /** Rows that are current; 0 when all are superseded or retracted. */
  readonly currentRows: number;
  readonly retractedAt: string | null;
  readonly retractionReason: string | null;
  /** Opens what the ledger conceals of a confidential publication; for its publisher only. Null for others. */
  readonly contentSalt: string | null;
  /** The signed receipt (JWS, compact), if the platform signs. */
  readonly receipt: string | null;
}

const publicationRow = z.intersection(
  ledgerRow,
  z
    .object({
      current_rows: whole,
      retracted_at: z.string().nullable(),
      retraction_reason: z.string().nullable(),
      content_salt: z.string().nullable(),
      receipt: z.string().nullable(),
    })
    .transform(({ current_rows, retracted_at, retraction_reason, content_salt, receipt }) => ({
      currentRows: current_rows,
      retractedAt: retracted_at,
      retractionReason: retraction_reason,
      contentSalt: content_salt,
      receipt,
    })),
);

const PUBLICATION_SOURCE = `select ${LEDGER_COLUMNS}, p.current_rows, ${instantText('p.retracted_at')} as retracted_at,
  r.reason as retraction_reason, p.content_salt, p.receipt
  from publication p
  join ledger_entry l on l.dataset = p.dataset and l.sequence = p.sequence
  left join ledger_entry r on r.dataset = p.dataset and r.sequence = p.retracted_by`;

const byIds = statement('find-publications', publicationRow, `${PUBLICATION_SOURCE} where p.id = any($1::text[])`);
const byKey = statement(
  'find-publication-by-key',
  publicationRow,
  `${PUBLICATION_SOURCE} where p.dataset = $1 and p.publisher = $2 and p.idempotency_key = $3`,
);

/** The publications with these ids that this subgraph holds, by id. */
export async function findPublications(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, PublicationRecord>> {
  const rows = await reader.all(byIds, [ids]);
  return new Map(rows.map((row) => [row.publication, row]));
}

export async function findPublication(reader: Reader, id: string): Promise<PublicationRecord | null> {
  return (await findPublications(reader, [id])).get(id) ?? null;
}

/** By the key as it was sent. */
export function findByIdempotencyKey(
  reader: Reader,
  dataset: Dataset,
  publisher: string,
  key: string,
): Promise<PublicationRecord | null> {
  return reader.find(byKey, [dataset, publisher, key]);
}

const lockLedgerStatement = statement(
  'lock-ledger',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('ledger:' || $1, 0))`,
);
const headStatement = statement(
  'read-ledger-head',
  z.object({ sequence: whole, hash: z.string(), now: z.string() }),
  `select coalesce(max(sequence), 0) as sequence,
     coalesce((array_agg(hash order by sequence desc))[1], '${GENESIS_HASH}') as hash,
     ${instantText(`greatest(clock_timestamp(), max(recorded_at) + interval '1 microsecond')`)} as now
   from (select sequence, hash, recorded_at from ledger_entry where dataset = $1 order by sequence desc limit 1) head`,
);

/** End of a ledger, and the instant that the next entry gets. */
export interface LedgerHead {
  readonly sequence: number;
  readonly hash: string;
  readonly now: string;
}

/** Takes the ledger for this transaction (others wait until it ends) and reads its end. */
export async function lockLedger(writer: Writer, dataset: Dataset): Promise<LedgerHead> {
  await writer.all(lockLedgerStatement, [dataset]);
  return writer.get(headStatement, [dataset]);
}

const appendEntryStatement = statement(
  'append-ledger-entry',
  z.unknown(),
  `insert into ledger_entry (dataset, sequence, kind, publication, publisher, province, scope, idempotency_key, content_hash, row_count,
     supersedes, row_changes, reason, recorded_at, previous_hash, hash)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
);

export async function appendEntry(writer: Writer, entry: LedgerEntry): Promise<void> {
  await writer.run(appendEntryStatement, [
    entry.dataset,
    entry.sequence,
    entry.kind,
    entry.publication,
    entry.publisher,
    entry.province,
    JSON.stringify(entry.scope),
    entry.idempotencyKey,
    entry.contentHash,
    entry.rowCount,
    entry.supersedes,
    JSON.stringify(entry.rowChanges),
    entry.reason,
    entry.recordedAt,
    entry.previousHash,
    entry.hash,
  ]);
}

const insertPublicationStatement = statement(
  'insert-publication',
  z.unknown(),
  `insert into publication (id, dataset, sequence, publisher, idempotency_key, content_hash, current_rows, content_salt, receipt)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

/** What is kept of a publication and stands in no ledger. */
export interface PrivateParts {
  /** As it was sent: replays are found by it. */
  readonly idempotencyKey: string;
  readonly contentSalt: string | null;
  readonly receipt: string | null;
}

export async function insertPublication(
  writer: Writer,
  entry: LedgerEntry,
  { idempotencyKey, contentSalt, receipt }: PrivateParts,
): Promise<void> {
  const { publication, dataset, sequence, publisher, contentHash, rowCount } = entry;
  await writer.run(insertPublicationStatement, [
    publication,
    dataset,
    sequence,
    publisher,
    idempotencyKey,
    contentHash,
    rowCount,
    contentSalt,
    receipt,
  ]);
}

const moveRowsStatement = statement(
  'move-current-rows',
  z.unknown(),
  `update publication p set current_rows = p.current_rows + d.change
   from unnest($1::text[], $2::int[]) as d(id, change) where p.id = d.id`,
);

/** Adds `changes` to the numbers of current rows. */
export async function moveCurrentRows(writer: Writer, changes: readonly RowChange[]): Promise<void> {
  if (changes.length === 0) return;
  await writer.run(moveRowsStatement, [changes.map(({ publication }) => publication), changes.map(({ rows }) => rows)]);
}

const markRetractedStatement = statement(
  'mark-retracted',
  z.unknown(),
  `update publication set retracted_at = $2, retracted_by = $3, current_rows = 0 where id = $1`,
);

export async function markRetracted(writer: Writer, id: string, recordedAt: string, sequence: number): Promise<void> {
  await writer.run(markRetractedStatement, [id, recordedAt, sequence]);
}

const notifyStatement = statement('notify-change', z.unknown(), `select pg_notify('ledger', $1)`);

/** Wakes everybody who follows the ledger, when the transaction commits. */
export async function notifyChange(writer: Writer, { dataset, sequence }: LedgerEntry): Promise<void> {
  await writer.all(notifyStatement, [JSON.stringify({ dataset, sequence })]);
}

const listLedgerStatement = statement(
  'list-ledger',
  ledgerRow,
  `select ${LEDGER_COLUMNS} from ledger_entry l where l.dataset = $1 and l.sequence > $2 order by l.sequence limit $3`,
);

/** The entries of a ledger after a sequence, at most `limit`. */
export function listLedger(reader: Reader, dataset: Dataset, after: number, limit: number): Promise<LedgerEntry[]> {
  return reader.all(listLedgerStatement, [dataset, after, limit]);
}

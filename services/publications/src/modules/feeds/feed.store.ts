import { z } from 'zod';
import type { Dataset } from '@lientinh/contracts';
import { type Reader, statement, type Writer } from '@lientinh/postgres';
import type { ChainEnd, LedgerEntry } from '@lientinh/publishing';
import { receivedOn, reportsOn } from './feed.rules';

const endRow = z
  .object({ sequence: z.coerce.number().int(), hash: z.string(), recorded_at: z.string() })
  .transform(({ sequence, hash, recorded_at }): ChainEnd => ({ sequence, hash, recordedAt: recorded_at }));

/** Instants as the ledgers write them: ISO 8601 with microseconds, UTC. */
export const instantText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const findEndStatement = statement(
  'find-followed-end',
  endRow,
  `select sequence, hash, ${instantText('recorded_at')} as recorded_at from followed_ledger where dataset = $1`,
);
const lockStatement = statement(
  'lock-followed-ledger',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('followed:' || $1, 0))`,
);

/** The last entry of a ledger that the copy holds; null when it holds none. */
export function findEnd(reader: Reader, dataset: Dataset): Promise<ChainEnd | null> {
  return reader.find(findEndStatement, [dataset]);
}

/** Takes the copy of a ledger for this transaction (other processes wait until it ends) and reads its end. */
export async function lockEnd(writer: Writer, dataset: Dataset): Promise<ChainEnd | null> {
  await writer.all(lockStatement, [dataset]);
  return writer.find(findEndStatement, [dataset]);
}

const ENTRIES = `jsonb_to_recordset($1::jsonb) as e (
  dataset text, sequence bigint, kind text, publication text, publisher text, province text, scope jsonb, "idempotencyKey" text,
  "contentHash" text, "rowCount" integer, supersedes text[], "rowChanges" jsonb, reason text, "recordedAt" timestamptz,
  "previousHash" text, hash text, "receivedOn" date, "reportsOn" date)`;

const insertEntries = statement(
  'insert-followed-entries',
  z.unknown(),
  `insert into followed_entry (dataset, sequence, kind, publication, publisher, province, scope, idempotency_key, content_hash, row_count,
     supersedes, row_changes, reason, recorded_at, previous_hash, hash)
   select dataset, sequence, kind, publication, publisher, province, scope, "idempotencyKey", "contentHash", "rowCount",
     supersedes, "rowChanges", reason, "recordedAt", "previousHash", hash from ${ENTRIES}`,
);
const insertPublications = statement(
  'insert-followed-publications',
  z.unknown(),
  `insert into followed_publication (id, dataset, sequence, publisher, province, content_hash, row_count, supersedes, recorded_at, hash,
     reports_on, received_on, current_rows)
   select publication, dataset, sequence, publisher, province, "contentHash", "rowCount", supersedes[cardinality(supersedes)], "recordedAt",
     hash, "reportsOn", "receivedOn", "rowCount" from ${ENTRIES} where kind = 'PUBLISH'`,
);
const moveRows = statement(
  'move-followed-rows',
  z.unknown(),
  `update followed_publication p set current_rows = p.current_rows + c.rows
   from (select change ->> 'publication' as publication, sum((change ->> 'rows')::integer) as rows
         from ${ENTRIES} cross join jsonb_array_elements("rowChanges") change group by 1) c
   where p.id = c.publication`,
);
const markRetracted = statement(
  'mark-followed-retracted',
  z.unknown(),
  `update followed_publication p
   set retracted_at = e."recordedAt", retracted_on = e."receivedOn", retraction_reason = e.reason, current_rows = 0
   from ${ENTRIES} where e.kind = 'RETRACT' and p.id = e.publication`,
);
const moveEnd = statement(
  'move-followed-end',
  z.unknown(),
  `insert into followed_ledger (dataset, sequence, hash, recorded_at) values ($1, $2, $3, $4)
   on conflict (dataset) do update set sequence = excluded.sequence, hash = excluded.hash, recorded_at = excluded.recorded_at`,
);

/** Appends entries that continue the copy and brings the publications up to date with them. A retraction's rows are 0 whatever came before. */
export async function appendEntries(writer: Writer, entries: readonly LedgerEntry[]): Promise<void> {
  const last = entries.at(-1);
  if (last === undefined) return;
  const rows = JSON.stringify(
    entries.map((entry) => ({ ...entry, receivedOn: receivedOn(entry), reportsOn: reportsOn(entry) })),
  );
  for (const step of [insertEntries, insertPublications, moveRows, markRetracted]) await writer.run(step, [rows]);
  await writer.run(moveEnd, [last.dataset, last.sequence, last.hash, last.recordedAt]);
}

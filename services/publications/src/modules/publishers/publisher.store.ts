import { z } from 'zod';
import { type Reader, statement, type Writer } from '@lientinh/postgres';
import { instantText } from '../feeds';
import { PUBLISHER_COLUMNS, type PublisherChange, publisherChangeRow, publisherRow } from './publisher.row';
import type { RegisteredPublisher } from './publisher.rules';

const listStatement = statement(
  'list-publishers',
  publisherRow,
  `select ${PUBLISHER_COLUMNS} from publisher order by name_vi collate "vi-x-icu", id`,
);
const byIdsStatement = statement(
  'find-publishers',
  publisherRow,
  `select ${PUBLISHER_COLUMNS} from publisher where id = any($1::text[])`,
);
const lockStatement = statement(
  'lock-registry',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('registry', 0))`,
);
const insertChange = statement(
  'insert-publisher-change',
  z.unknown(),
  `insert into publisher_change (publisher, kind, state, reason, changed_by, changed_at) values ($1, $2, $3, $4, $5, clock_timestamp())`,
);
const saveStatement = statement(
  'save-publisher',
  z.unknown(),
  `insert into publisher (id, name_vi, name_en, province, datasets, indices, active, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
   on conflict (id) do update set name_vi = excluded.name_vi, name_en = excluded.name_en, province = excluded.province,
     datasets = excluded.datasets, indices = excluded.indices, active = excluded.active, changed_at = excluded.changed_at`,
);
const changesStatement = statement(
  'list-publisher-changes',
  publisherChangeRow,
  `select publisher, kind, state, reason, changed_by, ${instantText('changed_at')} as changed_at
   from publisher_change where publisher = any($1::text[]) order by publisher, sequence`,
);

/** The registry by Vietnamese name. */
export function listPublishers(reader: Reader): Promise<RegisteredPublisher[]> {
  return reader.all(listStatement);
}

export function findPublishers(reader: Reader, ids: readonly string[]): Promise<RegisteredPublisher[]> {
  return reader.all(byIdsStatement, [ids]);
}

/** The log of these publishers, oldest first within each. */
export function listPublisherChanges(reader: Reader, ids: readonly string[]): Promise<PublisherChange[]> {
  return reader.all(changesStatement, [ids]);
}

/** Takes the registry for this transaction: changes come one after the other. */
export async function lockRegistry(writer: Writer): Promise<void> {
  await writer.all(lockStatement);
}

/** Writes a publisher's new state and the line of the log that tells of it. */
export async function savePublisher(
  writer: Writer,
  publisher: RegisteredPublisher,
  change: Pick<PublisherChange, 'kind' | 'reason' | 'changedBy'>,
): Promise<void> {
  const { id, nameVi, nameEn, province, datasets, indices, active } = publisher;
  await writer.run(saveStatement, [id, nameVi, nameEn, province, datasets, indices, active]);
  await writer.run(insertChange, [id, change.kind, JSON.stringify(publisher), change.reason, change.changedBy]);
}

import { z } from 'zod';
import { type Reader, statement, type Writer } from '@lientinh/postgres';
import type { KeyRequest } from './key-request';
import { KEY_COLUMNS, keyRow, type KeyWithHash, keyWithHashRow } from './key.row';
import type { KeyMaker, WorkbookKey } from './workbook-key';

const byHash = statement(
  'find-key-by-secret-hash',
  keyWithHashRow,
  `select ${KEY_COLUMNS}, secret_hash,
     (last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute') as use_is_old
   from workbook_key where secret_hash = $1`,
);
const byId = statement('find-key', keyRow, `select ${KEY_COLUMNS} from workbook_key where id = $1`);
const byIdForUpdate = statement('lock-key', keyRow, `select ${KEY_COLUMNS} from workbook_key where id = $1 for update`);
const list = statement(
  'list-keys',
  keyRow,
  `select ${KEY_COLUMNS} from workbook_key where $1::text is null or maker = $1
   order by workbook_key.created_at desc, id`,
);
const lockMaker = statement(
  'lock-key-maker',
  z.unknown(),
  `select pg_advisory_xact_lock(hashtextextended('workbook-keys:' || $1, 0))`,
);
const countUsable = statement(
  'count-usable-keys',
  z.object({ usable: z.int() }),
  `select count(*)::integer as usable from workbook_key
   where maker = $1 and revoked_at is null and expires_at > clock_timestamp()`,
);
const insert = statement(
  'insert-key',
  keyRow,
  `insert into workbook_key (id, secret_hash, name, maker, maker_rights, province_code, datasets, created_at, expires_at)
   select $1, $2, $3, $4, $5::jsonb, $6, $7::text[], t, t + make_interval(days => $8::integer) from clock_timestamp() as t
   returning ${KEY_COLUMNS}`,
);
const revoke = statement(
  'revoke-key',
  keyRow,
  `update workbook_key set revoked_at = clock_timestamp(), revoked_by = $2 where id = $1 and revoked_at is null
   returning ${KEY_COLUMNS}`,
);
const noteUse = statement(
  'note-key-use',
  z.unknown(),
  `update workbook_key set last_used_at = clock_timestamp()
   where id = $1 and (last_used_at is null or last_used_at < clock_timestamp() - interval '1 minute')`,
);
const insertEvent = statement(
  'insert-key-event',
  z.unknown(),
  `insert into key_event (key_id, kind, actor, state, recorded_at) values ($1, $2, $3, $4::jsonb, clock_timestamp())`,
);

export function findKeyByHash(reader: Reader, secretHash: Buffer): Promise<KeyWithHash | null> {
  return reader.find(byHash, [secretHash]);
}

export function findKey(reader: Reader, id: string): Promise<WorkbookKey | null> {
  return reader.find(byId, [id]);
}

/** The key, held for this transaction: it is revoked once. */
export function lockKey(writer: Writer, id: string): Promise<WorkbookKey | null> {
  return writer.find(byIdForUpdate, [id]);
}

/** Newest first; of one maker, or all when null. */
export function listKeys(reader: Reader, maker: string | null): Promise<WorkbookKey[]> {
  return reader.all(list, [maker]);
}

/** How many keys of the maker can be used; others of the same maker wait until this transaction ends. */
export async function countUsableKeys(writer: Writer, maker: string): Promise<number> {
  await writer.all(lockMaker, [maker]);
  return (await writer.get(countUsable, [maker])).usable;
}

export interface NewKey extends KeyRequest {
  readonly id: string;
  readonly secretHash: Buffer;
  readonly maker: KeyMaker;
}

/** Writes the key and the line of the log that tells of it. */
export async function insertKey(writer: Writer, wanted: NewKey): Promise<WorkbookKey> {
  const { id, secretHash, name, maker, provinceCode, datasets, expiresInDays } = wanted;
  const rights = JSON.stringify(maker);
  const values = [id, secretHash, name, maker.client, rights, provinceCode, datasets, expiresInDays];
  const key = await writer.get(insert, values);
  await writer.run(insertEvent, [id, 'CREATE', maker.client, JSON.stringify(key)]);
  return key;
}

/** Takes a key back and writes the line of the log; the key must not be revoked yet. */
export async function revokeKey(writer: Writer, id: string, actor: string): Promise<WorkbookKey> {
  const key = await writer.get(revoke, [id, actor]);
  await writer.run(insertEvent, [id, 'REVOKE', actor, JSON.stringify(key)]);
  return key;
}

export async function noteKeyUse(writer: Writer, id: string): Promise<void> {
  await writer.run(noteUse, [id]);
}

import { z } from 'zod';
import { DATASETS } from '@lientinh/contracts';
import type { KeyMaker, WorkbookKey } from './workbook-key';

const makerRights: z.ZodType<KeyMaker> = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('analyst'), client: z.string() }),
  z.strictObject({
    role: z.literal('publisher'),
    client: z.string(),
    publisherId: z.string(),
    provinceCode: z.string().nullable(),
    datasets: z.array(z.enum(DATASETS)).readonly(),
    indices: z.array(z.string()).readonly(),
    seesEverything: z.boolean(),
  }),
]);

const instant = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as ${column}`;

/** The columns of a key, the hash of its secret left out. */
export const KEY_COLUMNS = `id, name, maker_rights, province_code, datasets, ${instant('created_at')}, ${instant('expires_at')},
  ${instant('revoked_at')}, revoked_by, ${instant('last_used_at')}`;

const columns = z.object({
  id: z.string(),
  name: z.string(),
  maker_rights: makerRights,
  province_code: z.string().nullable(),
  datasets: z.array(z.enum(DATASETS)).readonly().nullable(),
  created_at: z.string(),
  expires_at: z.string(),
  revoked_at: z.string().nullable(),
  revoked_by: z.string().nullable(),
  last_used_at: z.string().nullable(),
});

const toKey = (row: z.output<typeof columns>): WorkbookKey => ({
  id: row.id,
  name: row.name,
  maker: row.maker_rights,
  provinceCode: row.province_code,
  datasets: row.datasets,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  revokedBy: row.revoked_by,
  lastUsedAt: row.last_used_at,
});

export const keyRow = columns.transform(toKey);

/** A key with what is needed to check a secret against it. */
export interface KeyWithHash {
  readonly key: WorkbookKey;
  readonly secretHash: Buffer;
  /** Its use was last noted more than a minute ago, or never. */
  readonly useIsOld: boolean;
}

export const keyWithHashRow = columns
  .extend({ secret_hash: z.instanceof(Buffer), use_is_old: z.boolean() })
  .transform(({ secret_hash, use_is_old, ...row }): KeyWithHash => ({
    key: toKey(row),
    secretHash: secret_hash,
    useIsOld: use_is_old,
  }));

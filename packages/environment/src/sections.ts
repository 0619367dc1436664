import { z } from 'zod';

/** A TCP port, 1 to 65535; `0` asks the system for a free one. */
export const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);

/** `true`, `1`, `false` or `0`. */
export const booleanFlag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'])
    .default(fallback ? 'true' : 'false')
    .transform((text) => text === 'true' || text === '1');

/** Where a process listens: `HOST` (127.0.0.1 unless told otherwise) and `PORT`. */
export const httpSection = (fallbackPort: number) => ({
  HOST: z.string().default('127.0.0.1'),
  PORT: port(fallbackPort),
});

/** `LOG_LEVEL`: debug, info, warn, error or silent. */
export const logSection = { LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info') };

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');

/**
 * `DATABASE_URL` (required: it holds a secret, so there is no default), `DATABASE_READ_URL` for a read replica (the same database
 * unless told otherwise) and `DATABASE_POOL_SIZE` (connections of each kind).
 */
export const postgresSection = {
  DATABASE_URL: postgresUrl,
  DATABASE_READ_URL: postgresUrl.optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
};

import { defineError } from '@lientinh/errors';

/** No connection, or a server without room (disk, memory, connections). */
export const databaseUnavailable = defineError({
  code: 'DATABASE_UNAVAILABLE',
  status: 503,
  meaning: 'The database cannot be reached. Nothing was written; the same request may be sent again.',
  message: () => ({
    vi: 'Cơ sở dữ liệu tạm thời không sẵn sàng. Chưa có gì được ghi; hãy gửi lại yêu cầu.',
    en: 'The database is not available now. Nothing was written; send the request again.',
  }),
});

/** The commit was sent and its answer lost: only here is it unknown what was written. */
export const writeOutcomeUnknown = defineError({
  code: 'WRITE_OUTCOME_UNKNOWN',
  status: 503,
  meaning:
    'The database was lost while it made the request durable: all of it was written or nothing. Sending the same request with the same idempotency key again tells, and writes it once.',
  message: () => ({
    vi: 'Mất kết nối cơ sở dữ liệu khi đang ghi: đã ghi tất cả hoặc chưa ghi gì. Hãy gửi lại đúng yêu cầu này với cùng khóa chống lặp.',
    en: 'The database was lost during the commit: all was written or nothing. Send the same request with the same idempotency key again.',
  }),
});

/** The embedded server cannot run; `reason` is what PostgreSQL said last. */
export const embeddedDatabaseFailed = defineError<{ reason: string }>({
  code: 'EMBEDDED_DATABASE_FAILED',
  status: 500,
  meaning:
    'The embedded PostgreSQL server could not be started: the port is taken, the disk is full, or the folder is not usable.',
  message: ({ reason }) => ({
    vi: `Không khởi động được PostgreSQL: ${reason}`,
    en: `PostgreSQL could not be started: ${reason}`,
  }),
});

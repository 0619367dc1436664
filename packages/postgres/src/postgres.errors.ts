import { defineError } from '@lientinh/errors';

export const databaseUnavailable = defineError({
  code: 'DATABASE_UNAVAILABLE',
  status: 503,
  meaning: 'The database cannot be reached. Nothing was written; the same request may be sent again.',
  message: () => ({
    vi: 'Cơ sở dữ liệu tạm thời không sẵn sàng. Chưa có gì được ghi; hãy gửi lại yêu cầu.',
    en: 'The database is not available now. Nothing was written; send the request again.',
  }),
});

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

import { defineError } from '@lientinh/errors';

export const idempotencyKeyReused = defineError<{ key: string; publication: string }>({
  code: 'IDEMPOTENCY_KEY_REUSED',
  status: 409,
  meaning: 'The idempotency key was used by this publisher for other content. Nothing was written.',
  message: ({ key, publication }) => ({
    vi: `Khóa "${key}" đã dùng cho nội dung khác (lần công bố ${publication}). Hãy dùng khóa mới cho nội dung mới.`,
    en: `Key "${key}" was used for other content (publication ${publication}). Use a new key for new content.`,
  }),
});

export const idempotencyKeyInvalid = defineError<{ key: string }>({
  code: 'IDEMPOTENCY_KEY_INVALID',
  status: 400,
  meaning: 'The idempotency key is empty, longer than 200 characters, or has characters that cannot be printed.',
  message: ({ key }) => ({
    vi: `Khóa chống lặp không hợp lệ: "${key.slice(0, 40)}". Dùng 1 đến 200 ký tự in được, mỗi lần công bố một khóa.`,
    en: `The idempotency key is not valid: "${key.slice(0, 40)}". Use 1 to 200 printable characters, one key for each publication.`,
  }),
});

export const publicationUnknown = defineError<{ publication: string }>({
  code: 'PUBLICATION_UNKNOWN',
  status: 404,
  meaning: 'There is no publication with this id in the data set.',
  message: ({ publication }) => ({
    vi: `Không có lần công bố ${publication}.`,
    en: `There is no publication ${publication}.`,
  }),
});

export const publicationRetractedAlready = defineError<{ publication: string; retractedAt: string }>({
  code: 'PUBLICATION_RETRACTED_ALREADY',
  status: 409,
  meaning: 'The publication was taken back before.',
  message: ({ publication, retractedAt }) => ({
    vi: `Lần công bố ${publication} đã được thu hồi lúc ${retractedAt}.`,
    en: `Publication ${publication} was retracted at ${retractedAt}.`,
  }),
});

export const retractionNotYours = defineError<{ publication: string; publisher: string }>({
  code: 'RETRACTION_NOT_YOURS',
  status: 403,
  meaning: 'Only the publisher of a publication takes it back.',
  message: ({ publication, publisher }) => ({
    vi: `Lần công bố ${publication} là của ${publisher}; chỉ bên công bố mới được thu hồi.`,
    en: `Publication ${publication} belongs to ${publisher}; only its publisher may retract it.`,
  }),
});

export const retractionReasonMissing = defineError({
  code: 'RETRACTION_REASON_MISSING',
  status: 400,
  meaning: 'A retraction needs a reason of 1 to 1,000 characters; it stays in the ledger.',
  message: () => ({
    vi: 'Thu hồi phải nêu lý do (1 đến 1.000 ký tự); lý do được lưu trong sổ cái.',
    en: 'A retraction needs a reason (1 to 1,000 characters); it is kept in the ledger.',
  }),
});

export const rowsMissing = defineError({
  code: 'ROWS_MISSING',
  status: 422,
  meaning: 'A publication has at least one row.',
  message: () => ({
    vi: 'Không có dòng dữ liệu nào. Hãy gửi ít nhất một dòng.',
    en: 'There are no rows. Send at least one.',
  }),
});

export const tooManyRows = defineError<{ rows: number; limit: number }>({
  code: 'TOO_MANY_ROWS',
  status: 422,
  meaning: 'More rows than one mutation takes. Use the bulk door (POST /publish/<dataset>) or several publications.',
  message: ({ rows, limit }) => ({
    vi: `${rows} dòng vượt giới hạn ${limit} dòng của một lần gửi GraphQL. Hãy dùng cổng nạp hàng loạt POST /publish/<dataset>.`,
    en: `${rows} rows exceed the limit of ${limit} for one mutation. Use the bulk door POST /publish/<dataset>.`,
  }),
});

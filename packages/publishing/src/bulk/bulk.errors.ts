import { defineError } from '@lientinh/errors';

/** A body that is neither CSV nor NDJSON. */
export const bulkMediaType = defineError<{ found: string }>({
  code: 'BULK_MEDIA_TYPE',
  status: 415,
  meaning: 'The bulk door takes text/csv or application/x-ndjson in UTF-8, not compressed.',
  message: ({ found }) => ({
    vi: `Kiểu nội dung "${found}" không được nhận. Hãy gửi Content-Type: text/csv hoặc application/x-ndjson, UTF-8, không nén.`,
    en: `The media type "${found}" is not taken. Send Content-Type: text/csv or application/x-ndjson, in UTF-8, not compressed.`,
  }),
});

/** The sender went away, or stood still for too long. */
export const uploadInterrupted = defineError({
  code: 'UPLOAD_INTERRUPTED',
  status: 400,
  meaning:
    'The connection broke, or no bytes came for a minute, before the file was whole. Nothing was written; send it again.',
  message: () => ({
    vi: 'Kết nối bị ngắt (hoặc không có dữ liệu đến) trước khi nhận đủ tệp. Chưa có gì được ghi; hãy gửi lại với cùng khóa.',
    en: 'The connection broke (or no bytes came) before the file was whole. Nothing was written; send it again with the same key.',
  }),
});

/** A query parameter that the data set does not know. */
export const bulkParameterUnknown = defineError<{ parameter: string; known: string }>({
  code: 'BULK_PARAMETER_UNKNOWN',
  status: 400,
  meaning: 'The address has a query parameter that the data set does not know, or has one twice.',
  message: ({ parameter, known }) => ({
    vi: `Tham số "${parameter}" không được nhận hoặc bị lặp. Các tham số: ${known}.`,
    en: `The parameter "${parameter}" is not known or is there twice. Parameters: ${known}.`,
  }),
});

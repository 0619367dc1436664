import { defineError } from '@lientinh/errors';

/** Versions of OData other than 4.0 and 4.01. */
export const versionNotSupported = defineError<{ header: string; value: string }>({
  code: 'ODATA_VERSION_NOT_SUPPORTED',
  status: 400,
  meaning: 'OData-MaxVersion or OData-Version asks for a version that is not spoken here: 4.0 and 4.01 are.',
  message: ({ header, value }) => ({
    vi: `${header}: ${value} không được hỗ trợ; dịch vụ dùng OData 4.0 và 4.01.`,
    en: `${header}: ${value} is not supported; this service speaks OData 4.0 and 4.01.`,
  }),
});

/** No format that was asked for is there for this resource. */
export const formatNotAcceptable = defineError<{ asked: string; available: readonly string[] }>({
  code: 'ODATA_FORMAT_NOT_ACCEPTABLE',
  status: 406,
  meaning: 'Neither $format nor Accept names a format in which the resource can be answered.',
  message: ({ asked, available }) => ({
    vi: `Không trả lời được ở dạng ${asked}. Các dạng có: ${available.join(', ')}.`,
    en: `Cannot answer as ${asked}. Available: ${available.join(', ')}.`,
  }),
});

/** The body of the request is of a kind that is not read here. */
export const bodyTypeNotSupported = defineError<{ mediaType: string; expected: readonly string[] }>({
  code: 'ODATA_BODY_TYPE_NOT_SUPPORTED',
  status: 415,
  meaning: 'The Content-Type of the body is not one that the address takes.',
  message: ({ mediaType, expected }) => ({
    vi: `Không nhận nội dung loại ${mediaType}; hãy gửi ${expected.join(' hoặc ')}.`,
    en: `A body of type ${mediaType} is not taken; send ${expected.join(' or ')}.`,
  }),
});

/** The service only reads. */
export const methodNotAllowed = defineError<{ method: string; allowed: readonly string[] }>({
  code: 'ODATA_METHOD_NOT_ALLOWED',
  status: 405,
  meaning: 'The method is not allowed at this address; the service only reads.',
  message: ({ method, allowed }) => ({
    vi: `Không dùng được ${method} ở địa chỉ này: dịch vụ chỉ đọc (${allowed.join(', ')}).`,
    en: `${method} is not allowed here: the service only reads (${allowed.join(', ')}).`,
  }),
});

/** The address is that of a row, and the row is not there. */
export const rowNotFound = defineError<{ address: string }>({
  code: 'ODATA_ROW_NOT_FOUND',
  status: 404,
  meaning: 'There is no row with that key, or none that the caller may see.',
  message: ({ address }) => ({ vi: `Không có dòng ${address}.`, en: `There is no row ${address}.` }),
});

/** The address is under no service root. */
export const addressUnknown = defineError<{ address: string }>({
  code: 'ODATA_ADDRESS_UNKNOWN',
  status: 404,
  meaning: 'The address is not under a service root (/odata/v4/ or /odata/v4/vi/).',
  message: ({ address }) => ({
    vi: `Không có gì ở địa chỉ ${address}; gốc dịch vụ là /odata/v4/ và /odata/v4/vi/.`,
    en: `There is nothing at ${address}; the service roots are /odata/v4/ and /odata/v4/vi/.`,
  }),
});

/** The state is not the one that If-Match names. */
export const preconditionFailed = defineError<{ header: string; value: string }>({
  code: 'ODATA_PRECONDITION_FAILED',
  status: 412,
  meaning: 'If-Match names a state of the resource that is not the present one.',
  message: ({ header, value }) => ({
    vi: `${header}: ${value} không còn đúng với dữ liệu hiện tại.`,
    en: `${header}: ${value} is not the present state of the data.`,
  }),
});

/** An address that cannot be decoded. */
export const addressMalformed = defineError<{ address: string }>({
  code: 'ODATA_ADDRESS_MALFORMED',
  status: 400,
  meaning: 'The address has a percent sign that does not begin an encoded UTF-8 character.',
  message: ({ address }) => ({
    vi: `Địa chỉ mã hóa sai (dấu % không đúng UTF-8): ${address}.`,
    en: `The address is encoded wrongly (a % that is no UTF-8 character): ${address}.`,
  }),
});

/** The body is longer than the address takes. */
export const bodyTooLarge = defineError<{ limitBytes: number }>({
  code: 'ODATA_BODY_TOO_LARGE',
  status: 413,
  meaning: 'The body of $batch or $query is larger than the limit.',
  message: ({ limitBytes }) => ({
    vi: `Nội dung gửi lớn hơn giới hạn ${limitBytes} byte.`,
    en: `The body exceeds the limit of ${limitBytes} bytes.`,
  }),
});

/** A batch that cannot be read. */
export const batchMalformed = defineError<{ reason: { vi: string; en: string }; at: string }>({
  code: 'ODATA_BATCH_MALFORMED',
  status: 400,
  meaning:
    'The body of $batch is not a batch in the sense of OData (multipart/mixed or JSON); the message names the place.',
  message: ({ reason, at }) => ({
    vi: `Nội dung $batch sai ở ${at}: ${reason.vi}.`,
    en: `The body of $batch is wrong at ${at}: ${reason.en}.`,
  }),
});

/** Too many requests in one batch. */
export const batchTooLong = defineError<{ limit: number }>({
  code: 'ODATA_BATCH_TOO_LONG',
  status: 400,
  meaning: 'A batch has more requests than the limit.',
  message: ({ limit }) => ({
    vi: `Một $batch có tối đa ${limit} yêu cầu.`,
    en: `A $batch has ${limit} requests at most.`,
  }),
});

/** Change sets and atomicity groups are for writing. */
export const changeSetNotAllowed = defineError({
  code: 'ODATA_CHANGE_SET_NOT_ALLOWED',
  status: 405,
  meaning: 'A batch has a change set or atomicity group; the service only reads.',
  message: () => ({
    vi: 'Dịch vụ chỉ đọc: $batch không được có nhóm thay đổi (change set, atomicityGroup).',
    en: 'The service only reads: a $batch must have no change set and no atomicityGroup.',
  }),
});

/** A request of a batch needs another one that failed, or is not there. */
export const batchDependencyFailed = defineError<{ id: string; dependency: string }>({
  code: 'ODATA_BATCH_DEPENDENCY_FAILED',
  status: 424,
  meaning: 'A request of a batch refers to, or depends on, a request that failed.',
  message: ({ id, dependency }) => ({
    vi: `Yêu cầu ${id} trong $batch cần yêu cầu ${dependency}, vốn không thành công.`,
    en: `Request ${id} of the $batch needs request ${dependency}, which failed.`,
  }),
});

/** Parts of batches that the service does not have. */
export const batchFeatureNotSupported = defineError<{ feature: string }>({
  code: 'ODATA_BATCH_FEATURE_NOT_SUPPORTED',
  status: 501,
  meaning: 'A part of OData batches that this service does not have, such as a batch in a batch.',
  message: ({ feature }) => ({
    vi: `$batch: dịch vụ chưa hỗ trợ ${feature}.`,
    en: `$batch: this service does not support ${feature}.`,
  }),
});

/** A caller asks more at once than his share. */
export const tooManyRequests = defineError<{ running: number; retryAfterSeconds: number }>({
  code: 'ODATA_TOO_MANY_REQUESTS',
  status: 429,
  meaning: 'One caller has too many requests that run or wait. Retry-After says when to come again.',
  message: ({ running, retryAfterSeconds }) => ({
    vi: `Quá nhiều yêu cầu cùng lúc: mỗi người dùng chạy ${running} yêu cầu một lúc. Thử lại sau ${retryAfterSeconds} giây.`,
    en: `Too many requests at once: ${running} run at a time for one caller. Come again in ${retryAfterSeconds} seconds.`,
  }),
});

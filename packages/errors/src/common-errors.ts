import { defineError } from './registry';

/** A fault of ours, masked. */
export const internalError = defineError<{ requestId?: string }>({
  code: 'INTERNAL_ERROR',
  status: 500,
  meaning: 'A fault inside the platform. The cause is in the log under the request id.',
  message: ({ requestId }) => ({
    vi: `Hệ thống gặp lỗi. Vui lòng thử lại; nếu vẫn lỗi, hãy gửi mã yêu cầu ${requestId ?? '(không có)'} cho đơn vị vận hành.`,
    en: `The platform failed. Try again; if it fails again, give the operator the request id ${requestId ?? '(none)'}.`,
  }),
});

/** A request that cannot be understood; `reason` says in both languages which part and why. */
export const invalidRequest = defineError<{ reason: { vi: string; en: string } }>({
  code: 'INVALID_REQUEST',
  status: 400,
  meaning: 'The request cannot be understood: a header, parameter or body is malformed.',
  message: ({ reason }) => ({ vi: `Yêu cầu không hợp lệ: ${reason.vi}.`, en: `Invalid request: ${reason.en}.` }),
});

/** Nothing stands at the address, or under the name, that was asked for. */
export const notFound = defineError<{ what: string }>({
  code: 'NOT_FOUND',
  status: 404,
  meaning: 'The address or object named does not exist.',
  message: ({ what }) => ({ vi: `Không tìm thấy: ${what}.`, en: `Not found: ${what}.` }),
});

/** A part of the platform cannot be reached now; nothing was written. */
export const serviceUnavailable = defineError<{ service: string }>({
  code: 'SERVICE_UNAVAILABLE',
  status: 503,
  meaning: 'A part of the platform is starting, stopping or cannot be reached. Nothing was written; try again.',
  message: ({ service }) => ({
    vi: `Dịch vụ ${service} tạm thời không sẵn sàng. Chưa có gì được ghi; hãy thử lại sau.`,
    en: `Service ${service} is not available now. Nothing was written; try again later.`,
  }),
});

/** The body is longer than the door takes; `limitBytes` in bytes. */
export const requestTooLarge = defineError<{ limitBytes: number }>({
  code: 'REQUEST_TOO_LARGE',
  status: 413,
  meaning: 'The body is larger than the door takes. Large data goes through the bulk door in parts.',
  message: ({ limitBytes }) => ({
    vi: `Nội dung gửi lớn hơn giới hạn ${limitBytes} byte. Hãy chia nhỏ hoặc dùng cổng nạp hàng loạt.`,
    en: `The body exceeds the limit of ${limitBytes} bytes. Send it in parts or through the bulk door.`,
  }),
});

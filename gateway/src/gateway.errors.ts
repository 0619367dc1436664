import { defineError } from '@lientinh/errors';

/** A subgraph refused the connection, broke it, or answered with something that is no GraphQL answer. */
export const subgraphUnavailable = defineError<{ service: string }>({
  code: 'SUBGRAPH_UNAVAILABLE',
  status: 503,
  meaning:
    'A part of the platform does not answer; its part of the data is missing from the answer, the rest is complete.',
  message: ({ service }) => ({
    vi: `Phần dữ liệu của dịch vụ ${service} tạm thời không lấy được; phần còn lại của kết quả vẫn đầy đủ. Hãy thử lại sau.`,
    en: `The data of service ${service} cannot be had now; the rest of the answer is complete. Try again later.`,
  }),
});

/** A subgraph did not answer in time. */
export const subgraphTimeout = defineError<{ service: string; timeoutMs: number }>({
  code: 'SUBGRAPH_TIMEOUT',
  status: 504,
  meaning:
    'A part of the platform did not answer within the time limit; its part of the data is missing from the answer.',
  message: ({ service, timeoutMs }) => ({
    vi: `Dịch vụ ${service} không trả lời trong ${timeoutMs} mili giây; phần dữ liệu này bị thiếu. Hãy thu hẹp câu hỏi hoặc thử lại.`,
    en: `Service ${service} did not answer within ${timeoutMs} milliseconds; its data is missing. Ask for less, or try again.`,
  }),
});

/** A subgraph left out a value that the schema promises. */
export const answerIncomplete = defineError<{ place: string }>({
  code: 'ANSWER_INCOMPLETE',
  status: 502,
  meaning: 'A part of the platform left out a value that the schema promises, so the object around it is null.',
  message: ({ place }) => ({
    vi: `Kết quả thiếu giá trị bắt buộc tại ${place}; đối tượng chứa nó vì vậy là null. Hãy báo cho đơn vị vận hành.`,
    en: `The answer lacks a promised value at ${place}; the object around it is null therefore. Tell the operator.`,
  }),
});

/** The operation is more than the gateway takes. */
export const operationTooLarge = defineError<{ measure: OperationMeasure; limit: number }>({
  code: 'OPERATION_TOO_LARGE',
  status: 400,
  meaning:
    'The operation is too deep, has too many aliases or root fields, or too many tokens. Split it, or use variables.',
  message: ({ measure, limit }) => ({
    vi: `Câu truy vấn vượt giới hạn ${MEASURES[measure].vi} (tối đa ${limit}). Hãy tách nhỏ hoặc dùng biến.`,
    en: `The operation exceeds the limit of ${MEASURES[measure].en} (at most ${limit}). Split it, or use variables.`,
  }),
});

/** What is counted of an operation. */
export type OperationMeasure = 'depth' | 'aliases' | 'rootFields' | 'tokens';

const MEASURES: Record<OperationMeasure, { vi: string; en: string }> = {
  depth: { vi: 'độ sâu', en: 'depth' },
  aliases: { vi: 'số bí danh', en: 'aliases' },
  rootFields: { vi: 'số trường gốc', en: 'root fields' },
  tokens: { vi: 'số ký hiệu', en: 'tokens' },
};

/** The text of the operation is not GraphQL. `reason` is the parser's own sentence (English). */
export const operationUnreadable = defineError<{ reason: string }>({
  code: 'GRAPHQL_PARSE_FAILED',
  status: 400,
  meaning: 'The text of the operation is not GraphQL.',
  message: ({ reason }) => ({ vi: `Câu truy vấn sai cú pháp GraphQL: ${reason}`, en: reason }),
});

/** The operation does not fit the schema. `reason` is the validator's own sentence (English), without suggestions. */
export const operationInvalid = defineError<{ reason: string }>({
  code: 'GRAPHQL_VALIDATION_FAILED',
  status: 400,
  meaning: 'The operation asks for something the schema does not have, or asks for it in another shape.',
  message: ({ reason }) => ({ vi: `Câu truy vấn không khớp lược đồ: ${reason}`, en: reason }),
});

/** A variable or argument does not fit its type. */
export const inputInvalid = defineError<{ reason: string }>({
  code: 'BAD_USER_INPUT',
  status: 400,
  meaning: 'A variable or an argument does not fit its type.',
  message: ({ reason }) => ({ vi: `Giá trị đầu vào không hợp lệ: ${reason}`, en: reason }),
});

/** The body has a media type that this address does not take. */
export const unsupportedMediaType = defineError({
  code: 'UNSUPPORTED_MEDIA_TYPE',
  status: 415,
  meaning: 'The body has a media type that the address does not take.',
  message: () => ({
    vi: 'Kiểu nội dung không được hỗ trợ; hãy gửi Content-Type: application/json.',
    en: 'The media type is not supported; send Content-Type: application/json.',
  }),
});

/** The connection to the owning subgraph broke while a publication was on its way. */
export const publishInterrupted = defineError<{ service: string }>({
  code: 'PUBLISH_INTERRUPTED',
  status: 502,
  meaning:
    'The connection broke while a publication was sent. It was recorded in full or not at all; send it again with the same key.',
  message: ({ service }) => ({
    vi: `Kết nối tới dịch vụ ${service} bị ngắt khi đang gửi. Dữ liệu được ghi trọn vẹn hoặc không ghi gì; hãy gửi lại với cùng khoá chống trùng.`,
    en: `The connection to service ${service} broke while sending. All rows were recorded or none; send again with the same idempotency key.`,
  }),
});

/** More followers of the change feed than the gateway serves at once. */
export const tooManyChangeStreams = defineError<{ limit: number }>({
  code: 'TOO_MANY_CHANGE_STREAMS',
  status: 503,
  meaning:
    'More clients follow the change feed than the gateway serves at once. Try again, or read the feed without following it.',
  message: ({ limit }) => ({
    vi: `Đã đủ ${limit} kết nối theo dõi thay đổi. Hãy thử lại sau hoặc đọc nguồn thay đổi theo từng lần gọi.`,
    en: `${limit} clients follow the change feed already. Try again later, or read it call by call.`,
  }),
});

/** The supergraph file is missing or cannot be served. */
export const supergraphUnusable = defineError<{ file: string; reason: string }>({
  code: 'SUPERGRAPH_UNUSABLE',
  status: 500,
  meaning: 'The supergraph file is missing or broken. At start the gateway stops; later it keeps the last good one.',
  message: ({ file, reason }) => ({
    vi: `Không dùng được tệp supergraph ${file}: ${reason}`,
    en: `The supergraph file ${file} cannot be used: ${reason}`,
  }),
});

import { defineError } from '@lientinh/errors';

export const procedureTwice = defineError<{ code: string }>({
  code: 'PROCEDURE_TWICE',
  status: 422,
  meaning: 'A procedure is listed twice. The short and the long form of a code are one procedure.',
  message: ({ code }) => ({
    vi: `Thủ tục ${code} xuất hiện hai lần (mã ngắn và mã dài là một thủ tục).`,
    en: `Procedure ${code} is listed twice (the short and the long form of a code are one procedure).`,
  }),
});

export const procedureTextMissing = defineError<{ field: string }>({
  code: 'PROCEDURE_TEXT_MISSING',
  status: 422,
  meaning: 'The name or field of a procedure is blank.',
  message: ({ field }) => ({ vi: `Thiếu ${field}.`, en: `${field} is blank.` }),
});

export const procedureChoiceUnknown = defineError<{ field: string; value: string | null; choices: readonly string[] }>({
  code: 'PROCEDURE_CHOICE_UNKNOWN',
  status: 422,
  meaning: 'A value of a procedure is none of those that its field takes.',
  message: ({ field, value, choices }) => ({
    vi: `${field} = "${value ?? ''}" không hợp lệ; các giá trị được nhận: ${choices.join(', ')}.`,
    en: `${field} = "${value ?? ''}" is not valid; values taken: ${choices.join(', ')}.`,
  }),
});

export const onlineLevelNotInForce = defineError<{ level: string | null; asOf: string; inForce: readonly string[] }>({
  code: 'ONLINE_LEVEL_NOT_IN_FORCE',
  status: 422,
  meaning:
    'The level of online service is unknown, or not in force on the day of the catalogue. `inForce` lists those that are.',
  message: ({ level, asOf, inForce }) => ({
    vi: `Mức độ trực tuyến "${level ?? ''}" không có hiệu lực ngày ${asOf}; dùng một trong: ${inForce.join(', ')}.`,
    en: `The online level "${level ?? ''}" is not in force on ${asOf}; use one of ${inForce.join(', ')}.`,
  }),
});

export const procedureDateInvalid = defineError<{ value: string | null }>({
  code: 'PROCEDURE_DATE_INVALID',
  status: 422,
  meaning: 'A date of a procedure is not an existing day as YYYY-MM-DD.',
  message: ({ value }) => ({
    vi: `Ngày "${value ?? ''}" không hợp lệ; viết dạng 2024-05-31.`,
    en: `The date "${value ?? ''}" is not valid; write it like 2024-05-31.`,
  }),
});

export const publishedBeforeDecided = defineError<{ decidedOn: string; publishedOn: string }>({
  code: 'PROCEDURE_PUBLISHED_BEFORE_DECIDED',
  status: 422,
  meaning: 'A procedure entered the national database before its decision was made.',
  message: ({ decidedOn, publishedOn }) => ({
    vi: `Công khai ngày ${publishedOn} trước ngày quyết định ${decidedOn}.`,
    en: `Published on ${publishedOn}, before the decision of ${decidedOn}.`,
  }),
});

export const filingWayInvalid = defineError<{ ways: string }>({
  code: 'PROCEDURE_WAYS_INVALID',
  status: 422,
  meaning: 'Ways of filing name an unknown mode, a mode twice, or a negative number of days or fee.',
  message: ({ ways }) => ({
    vi: `Cách thức nộp không hợp lệ: ${ways}. Mỗi cách (DIRECT, ONLINE, POSTAL) một lần; số ngày và phí không âm.`,
    en: `The ways of filing are not valid: ${ways}. Each of DIRECT, ONLINE, POSTAL once; days and fees are not negative.`,
  }),
});

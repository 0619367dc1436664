import { defineError } from '@lientinh/errors';

export const periodReversed = defineError<{ from: string; to: string }>({
  code: 'DOSSIER_PERIOD_REVERSED',
  status: 400,
  meaning: 'The period of a dossier summary ends before it begins, or is longer than 100 years.',
  message: ({ from, to }) => ({
    vi: `Kỳ từ ${from} đến ${to} không hợp lệ: ngày cuối phải từ ngày đầu trở đi và không quá 100 năm.`,
    en: `The period from ${from} to ${to} is not valid: it ends on or after its first day, within 100 years.`,
  }),
});

export const countInvalid = defineError<{ field: string; value: string | null }>({
  code: 'DOSSIER_COUNT_INVALID',
  status: 422,
  meaning: 'A number of dossiers is missing, negative, not whole, or above 2,147,483,647.',
  message: ({ field, value }) => ({
    vi: `${field} = "${value ?? ''}" không hợp lệ: phải là số nguyên từ 0 đến 2147483647.`,
    en: `${field} = "${value ?? ''}" is not valid: it must be a whole number from 0 to 2147483647.`,
  }),
});

export const resolvedTooFew = defineError<{ resolved: number; onTime: number; overdue: number }>({
  code: 'DOSSIER_RESOLVED_TOO_FEW',
  status: 422,
  meaning: 'Fewer dossiers are resolved than are on time and overdue together.',
  message: ({ resolved, onTime, overdue }) => ({
    vi: `Đã giải quyết ${resolved} nhưng đúng hạn ${onTime} và quá hạn ${overdue}: số đã giải quyết phải ít nhất bằng tổng hai số kia.`,
    en: `${resolved} resolved, but ${onTime} on time and ${overdue} overdue: resolved must be at least their sum.`,
  }),
});

export const receivedTooFew = defineError<{ received: number; part: number; field: string }>({
  code: 'DOSSIER_RECEIVED_TOO_FEW',
  status: 422,
  meaning: 'More dossiers are received online, or by post, than are received at all.',
  message: ({ received, part, field }) => ({
    vi: `Tiếp nhận ${received} hồ sơ nhưng ${field} = ${part}: một phần không thể lớn hơn tổng số.`,
    en: `${received} received, but ${field} = ${part}: a part cannot exceed the whole.`,
  }),
});

export const monthInvalid = defineError<{ value: string | null }>({
  code: 'DOSSIER_MONTH_INVALID',
  status: 422,
  meaning: 'A month is not an existing day or month (YYYY-MM-DD or YYYY-MM), or lies before 2000.',
  message: ({ value }) => ({
    vi: `Tháng "${value ?? ''}" không hợp lệ. Viết ngày đầu tháng, ví dụ 2024-05-01; không sớm hơn năm 2000.`,
    en: `The month "${value ?? ''}" is not valid. Write its first day, for example 2024-05-01; not before 2000.`,
  }),
});

export const monthInFuture = defineError<{ value: string; today: string }>({
  code: 'DOSSIER_MONTH_IN_FUTURE',
  status: 422,
  meaning: 'Statistics are given of a month that has not begun.',
  message: ({ value, today }) => ({
    vi: `Tháng ${value} chưa đến (hôm nay là ${today}).`,
    en: `The month ${value} has not begun (today is ${today}).`,
  }),
});

export const provinceNotInForce = defineError<{ province: string; month: string }>({
  code: 'DOSSIER_PROVINCE_NOT_IN_FORCE',
  status: 422,
  meaning: 'No province bore the code in the month.',
  message: ({ province, month }) => ({
    vi: `Không có tỉnh nào mang mã ${province} trong tháng ${month}.`,
    en: `No province bore code ${province} in the month ${month}.`,
  }),
});

export const agencyTooLong = defineError<{ limit: number }>({
  code: 'DOSSIER_AGENCY_TOO_LONG',
  status: 422,
  meaning: 'The name of an agency is too long.',
  message: ({ limit }) => ({
    vi: `Tên cơ quan dài quá ${limit} ký tự.`,
    en: `The name of the agency is longer than ${limit} characters.`,
  }),
});

export const statisticTwice = defineError<{ code: string; month: string; agency: string }>({
  code: 'DOSSIER_ROW_TWICE',
  status: 422,
  meaning: 'Two rows state the same procedure, month and agency. Two spellings of a code are one procedure.',
  message: ({ code, month, agency }) => ({
    vi: `Thủ tục ${code}, tháng ${month}, cơ quan "${agency}" xuất hiện ở hai dòng.`,
    en: `Procedure ${code}, month ${month}, agency "${agency}" is on two rows.`,
  }),
});

import { defineError } from '@lientinh/errors';

/** The database cannot be reached, or was lost. */
export const sourceUnavailable = defineError<{ owner: string }>({
  code: 'SOURCE_UNAVAILABLE',
  status: 503,
  meaning:
    'The database of an entity set cannot be reached now, was lost while it was read, or has no views yet; the same request may be sent again.',
  message: ({ owner }) => ({
    vi: `Cơ sở dữ liệu ${owner} tạm thời không sẵn sàng; hãy gửi lại yêu cầu.`,
    en: `The database of ${owner} is not available now; send the request again.`,
  }),
});

/** The statement was stopped. */
export const sourceTimeout = defineError<{ owner: string; timeoutMs: number }>({
  code: 'SOURCE_TIMEOUT',
  status: 503,
  meaning: 'The request took longer than a request may; ask for fewer rows, fewer expansions or a narrower filter.',
  message: ({ timeoutMs }) => ({
    vi: `Yêu cầu mất hơn ${timeoutMs / 1000} giây nên đã dừng. Hãy lọc hẹp hơn hoặc lấy ít dòng hơn.`,
    en: `The request took more than ${timeoutMs / 1000} seconds and was stopped. Filter more narrowly or ask for fewer rows.`,
  }),
});

/** A division by zero in a filter or a computed property. */
export const divisionByZero = defineError({
  code: 'ODATA_DIVISION_BY_ZERO',
  status: 400,
  meaning:
    'A div, divby or mod of the request met a row where the right operand is zero: such a request fails (OData 4.01 Part 2, 5.1.1.2).',
  message: () => ({
    vi: 'Có dòng mà phép div, divby hoặc mod chia cho 0. Hãy lọc bỏ các dòng đó.',
    en: 'A div, divby or mod met a row where the right operand is 0. Filter those rows out.',
  }),
});

/** A value that PostgreSQL cannot read, hold or calculate. */
export const valueNotPossible = defineError<{ reason: string }>({
  code: 'ODATA_VALUE_NOT_POSSIBLE',
  status: 400,
  meaning: 'A value of the request, or one calculated from it, is out of the range of its type.',
  message: ({ reason }) => ({
    vi: `Giá trị trong yêu cầu, hoặc tính từ đó, nằm ngoài phạm vi (${reason}).`,
    en: `A value of the request, or one calculated from it, is out of range (${reason}).`,
  }),
});

/** An answer larger than one value of PostgreSQL can be. */
export const answerTooLarge = defineError({
  code: 'ODATA_ANSWER_TOO_LARGE',
  status: 400,
  meaning:
    'The expansions of one row are too large, or the statement too deep, for PostgreSQL: set $top in $expand, or ask for the related rows themselves.',
  message: () => ({
    vi: 'Phần mở rộng của một dòng quá lớn hoặc câu hỏi quá phức tạp. Hãy đặt $top trong $expand, hoặc hỏi riêng tập dòng liên quan.',
    en: 'The expansions of one row are too large, or the request too deep. Set $top in $expand, or ask for the related rows themselves.',
  }),
});

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  // A replica gave up the snapshot for what it must replay; views are not there yet, or were just replaced.
  '40001',
  '3F000',
  '42P01',
]);
const LOST = /Connection terminated|not queryable|timeout exceeded when trying to connect/;

/** The failure as the caller may see it; every other error as it is: a fault of ours. */
export function asSourceError(error: unknown, owner: string, timeoutMs: number): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  if (UNREACHABLE.has(code) || /^(08|53)/.test(code) || LOST.test(message))
    return sourceUnavailable({ owner }, { cause: error });
  if (code === '57014') return sourceTimeout({ owner, timeoutMs }, { cause: error });
  if (code === '22012') return divisionByZero({}, { cause: error });
  if (code.startsWith('22') || code === '0A000') return valueNotPossible({ reason: message }, { cause: error });
  return code.startsWith('54') ? answerTooLarge({}, { cause: error }) : error;
}

import { defineError } from '@lientinh/errors';

export const indexUnknown = defineError<{ index: string; known: readonly string[] }>({
  code: 'INDEX_UNKNOWN',
  status: 404,
  meaning: 'There is no index with this code. The message lists those there are.',
  message: ({ index, known }) => ({
    vi: `Không có chỉ số "${index}". Các chỉ số có: ${known.join(', ')}.`,
    en: `There is no index "${index}". The indices are: ${known.join(', ')}.`,
  }),
});

export const frameworkMissing = defineError<{ index: string; year: number; years: string }>({
  code: 'FRAMEWORK_MISSING',
  status: 404,
  meaning: 'The index has no framework (set of criteria) in that year. The message names the years that have one.',
  message: ({ index, year, years }) => ({
    vi: `Chỉ số ${index} không có bộ tiêu chí cho năm ${year}. Các năm có bộ tiêu chí: ${years}.`,
    en: `Index ${index} has no framework in ${year}. Years with a framework: ${years}.`,
  }),
});

export const criterionUnknown = defineError<{ index: string; criterion: string; nearest: readonly string[] }>({
  code: 'CRITERION_UNKNOWN',
  status: 404,
  meaning: 'The index never had a criterion with this code. The message names the most similar codes.',
  message: ({ index, criterion, nearest }) => ({
    vi: `Chỉ số ${index} không có tiêu chí "${criterion}". Mã gần nhất: ${nearest.join(', ')}.`,
    en: `Index ${index} has no criterion "${criterion}". Nearest codes: ${nearest.join(', ')}.`,
  }),
});

export const yearRangeInvalid = defineError<{ from: number; to: number; limit: number }>({
  code: 'YEAR_RANGE_INVALID',
  status: 400,
  meaning: 'A range of years is turned round or longer than the limit.',
  message: ({ from, to, limit }) => ({
    vi: `Khoảng năm ${from}–${to} không hợp lệ: năm đầu không sau năm cuối, nhiều nhất ${limit} năm.`,
    en: `The years ${from}–${to} are not valid: the first must not be after the last, and at most ${limit} years.`,
  }),
});

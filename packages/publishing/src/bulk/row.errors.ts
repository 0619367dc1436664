import { defineError } from '@lientinh/errors';

const orElse = (candidate: string | null, vi: string, en: string): { vi: string; en: string } =>
  candidate === null ? { vi: '', en: '' } : { vi: ` ${vi} "${candidate}"?`, en: ` ${en} "${candidate}"?` };

/** A required column is not in the header. */
export const columnMissing = defineError<{ column: string; found: string }>({
  code: 'COLUMN_MISSING',
  status: 422,
  meaning: 'The header lacks a required column.',
  message: ({ column, found }) => ({
    vi: `Thiếu cột bắt buộc "${column}". Dòng đầu có: ${found}.`,
    en: `The required column "${column}" is missing. The first line has: ${found}.`,
  }),
});

/** A column that the data set does not have. */
export const columnUnknown = defineError<{ column: string; nearest: string | null; known: string }>({
  code: 'COLUMN_UNKNOWN',
  status: 422,
  meaning: 'The header (or a JSON object) names a column that the data set does not have.',
  message: ({ column, nearest, known }) => {
    const hint = orElse(nearest, 'Có phải', 'Do you mean');
    return {
      vi: `Không có cột "${column}".${hint.vi} Các cột được nhận: ${known}.`,
      en: `There is no column "${column}".${hint.en} Columns taken: ${known}.`,
    };
  },
});

/** A column twice. */
export const columnTwice = defineError<{ column: string }>({
  code: 'COLUMN_TWICE',
  status: 422,
  meaning: 'The header names a column twice, by the same name or by two names of it.',
  message: ({ column }) => ({
    vi: `Cột "${column}" xuất hiện hai lần.`,
    en: `The column "${column}" is there twice.`,
  }),
});

/** A line with more or fewer values than the header. */
export const lineColumns = defineError<{ found: number; expected: number }>({
  code: 'LINE_COLUMNS',
  status: 422,
  meaning: 'A line has more or fewer values than the header (a decimal comma without quotes, for example).',
  message: ({ found, expected }) => ({
    vi: `Dòng có ${found} giá trị, dòng đầu có ${expected} cột. Dấu phẩy trong giá trị phải nằm trong ngoặc kép; số thập phân dùng dấu chấm.`,
    en: `The line has ${found} values, the header ${expected} columns. A comma inside a value needs quotation marks; decimals use a point.`,
  }),
});

/** An empty line. */
export const lineBlank = defineError({
  code: 'LINE_BLANK',
  status: 422,
  meaning: 'A line is empty.',
  message: () => ({ vi: 'Dòng trống. Hãy xóa dòng này.', en: 'The line is empty. Remove it.' }),
});

/** A line that is no JSON object. */
export const lineNotJson = defineError<{ reason: string }>({
  code: 'LINE_NOT_JSON',
  status: 422,
  meaning: 'A line of an NDJSON body is not one JSON object.',
  message: ({ reason }) => ({
    vi: `Dòng không phải một đối tượng JSON (${reason}). NDJSON: mỗi dòng một đối tượng {"cột": giá trị}.`,
    en: `The line is not a JSON object (${reason}). NDJSON has one object {"column": value} on each line.`,
  }),
});

/** A required value is absent. */
export const valueMissing = defineError<{ column: string }>({
  code: 'VALUE_MISSING',
  status: 422,
  meaning: 'A required value is empty.',
  message: ({ column }) => ({ vi: `Thiếu giá trị của "${column}".`, en: `"${column}" has no value.` }),
});

/** `5,76`. */
export const numberDecimalComma = defineError<{ value: string; suggestion: string }>({
  code: 'NUMBER_DECIMAL_COMMA',
  status: 422,
  meaning: 'A number is written with a decimal comma.',
  message: ({ value, suggestion }) => ({
    vi: `"${value}" dùng dấu phẩy thập phân. Hãy viết ${suggestion}.`,
    en: `"${value}" has a decimal comma. Write ${suggestion}.`,
  }),
});

/** `1.234.567` or `1,234,567` or `1 234`. */
export const numberThousandSeparator = defineError<{ value: string; suggestion: string }>({
  code: 'NUMBER_THOUSAND_SEPARATOR',
  status: 422,
  meaning: 'A number is written with thousand separators.',
  message: ({ value, suggestion }) => ({
    vi: `"${value}" có dấu ngăn cách hàng nghìn. Hãy viết ${suggestion}.`,
    en: `"${value}" has thousand separators. Write ${suggestion}.`,
  }),
});

/** No number at all. */
export const numberInvalid = defineError<{ value: string }>({
  code: 'NUMBER_INVALID',
  status: 422,
  meaning: 'A value is not a decimal number such as 5.7625 (at most 15 digits before the point).',
  message: ({ value }) => ({
    vi: `"${value}" không phải số. Viết như 5.7625 (dấu chấm thập phân, không ký hiệu khác); để trống nếu không có số liệu.`,
    en: `"${value}" is not a number. Write it like 5.7625 (decimal point, no other signs); leave it empty when there is none.`,
  }),
});

/** A number with a fraction, or beyond the range, where a whole one is wanted. */
export const integerInvalid = defineError<{ value: string }>({
  code: 'INTEGER_INVALID',
  status: 422,
  meaning: 'A value is not a whole number within ±2,147,483,647.',
  message: ({ value }) => ({
    vi: `"${value}" không phải số nguyên (trong khoảng ±2147483647).`,
    en: `"${value}" is not a whole number (within ±2147483647).`,
  }),
});

/** `31/12/2022`. */
export const dateNotIso = defineError<{ value: string; suggestion: string | null }>({
  code: 'DATE_NOT_ISO',
  status: 422,
  meaning: 'A date is written as dd/mm/yyyy or in another form than ISO 8601.',
  message: ({ value, suggestion }) => ({
    vi: `Ngày "${value}" không theo ISO 8601. Hãy viết ${suggestion ?? 'năm-tháng-ngày, ví dụ 2022-12-31'}.`,
    en: `The date "${value}" is not ISO 8601. Write ${suggestion ?? 'year-month-day, for example 2022-12-31'}.`,
  }),
});

/** `2022-02-30`. */
export const dateUnknown = defineError<{ value: string }>({
  code: 'DATE_UNKNOWN',
  status: 422,
  meaning: 'A date does not exist in the calendar.',
  message: ({ value }) => ({
    vi: `Không có ngày ${value} trong lịch.`,
    en: `There is no day ${value} in the calendar.`,
  }),
});

/** Neither true nor false. */
export const booleanInvalid = defineError<{ value: string }>({
  code: 'BOOLEAN_INVALID',
  status: 422,
  meaning: 'A value is neither true nor false.',
  message: ({ value }) => ({
    vi: `"${value}" không hợp lệ. Viết true hoặc false.`,
    en: `"${value}" is not valid. Write true or false.`,
  }),
});

/** A value outside a closed list. */
export const choiceUnknown = defineError<{ value: string; choices: string }>({
  code: 'CHOICE_UNKNOWN',
  status: 422,
  meaning: 'A value is none of those that the column takes.',
  message: ({ value, choices }) => ({
    vi: `"${value}" không nằm trong các giá trị được nhận: ${choices}.`,
    en: `"${value}" is none of the values taken: ${choices}.`,
  }),
});

/** Text longer than its column takes. */
export const textTooLong = defineError<{ characters: number; limit: number }>({
  code: 'TEXT_TOO_LONG',
  status: 422,
  meaning: 'A text has more characters than its column takes.',
  message: ({ characters, limit }) => ({
    vi: `Văn bản dài ${characters} ký tự, giới hạn là ${limit}.`,
    en: `The text has ${characters} characters; the limit is ${limit}.`,
  }),
});

/** The same key on two rows. */
export const rowTwice = defineError<{ key: string; firstRow: number }>({
  code: 'ROW_TWICE',
  status: 422,
  meaning: 'Two rows have the same key.',
  message: ({ key, firstRow }) => ({
    vi: `Trùng khóa (${key}) với dòng dữ liệu thứ ${firstRow + 1}.`,
    en: `The key (${key}) is that of data row ${firstRow + 1} too.`,
  }),
});

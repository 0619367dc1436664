import { defineError } from '@lientinh/errors';

export const formatOptionInvalid = defineError<{ option: string; value: string; allowed: readonly string[] }>({
  code: 'ODATA_FORMAT_OPTION_INVALID',
  status: 400,
  meaning: 'An option of a file format (`headers`, `decimal`, `guard`) has a value that it does not take.',
  message: ({ option, value, allowed }) => ({
    vi: `Tùy chọn ${option} không nhận "${value}". Chọn một trong: ${allowed.join(', ')}.`,
    en: `Option ${option} does not take "${value}". It takes one of: ${allowed.join(', ')}.`,
  }),
});

export const fileTooLarge = defineError<{ format: string; limit: string }>({
  code: 'ODATA_FILE_TOO_LARGE',
  status: 422,
  meaning:
    'The rows do not fit into one file of this format. Filter them, select fewer columns, or take CSV or Parquet.',
  message: ({ format, limit }) => ({
    vi: `Kết quả vượt giới hạn của tệp ${format} (${limit}). Hãy lọc bớt, chọn ít cột hơn, hoặc lấy CSV hay Parquet.`,
    en: `The rows exceed what a file of ${format} holds (${limit}). Filter, select fewer columns, or take CSV or Parquet.`,
  }),
});

export const fileValueUnfit = defineError<{ format: string }>({
  code: 'ODATA_FILE_VALUE_UNFIT',
  status: 500,
  meaning:
    'A value does not fit the type that its column declares, so that the file could not be written. The cause is in the log.',
  message: ({ format }) => ({
    vi: `Không ghi được tệp ${format}: có giá trị không hợp kiểu của cột. Hãy lấy CSV và báo đơn vị vận hành.`,
    en: `The file of ${format} could not be written: a value does not fit the type of its column. Take CSV, and tell the operator.`,
  }),
});

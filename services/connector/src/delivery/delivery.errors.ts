import { defineError } from '@lientinh/errors';

export const connectOptionRefused = defineError<{ option: string; available: readonly string[] }>({
  code: 'ODATA_CONNECT_OPTION_REFUSED',
  status: 400,
  meaning:
    'A connection file does not carry this option: it decides the format itself, and holds nothing that is unknown, such as keys.',
  message: ({ option, available }) => ({
    vi: `Tệp kết nối không mang theo tùy chọn ${option}. Nhận: ${available.join(', ')}.`,
    en: `A connection file does not carry the option ${option}. It takes: ${available.join(', ')}.`,
  }),
});

export const connectFileUnknown = defineError<{ file: string; available: readonly string[] }>({
  code: 'ODATA_CONNECT_FILE_UNKNOWN',
  status: 404,
  meaning: 'There is no connection file of this name: it is the name of a set, a point and one of the endings.',
  message: ({ file, available }) => ({
    vi: `Không có tệp kết nối "${file}". Tên tệp là tên bảng và một trong các đuôi: ${available.join(', ')}; xem /connect.`,
    en: `There is no connection file "${file}". It is the name of a set with one of the endings: ${available.join(', ')}; see /connect.`,
  }),
});

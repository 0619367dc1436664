import { defineError } from '@lientinh/errors';

export const shortcutInvalid = defineError<{ shortcut: string; value: string; example: string }>({
  code: 'ODATA_SHORTCUT_INVALID',
  status: 400,
  meaning:
    'A short filter of a connection file (`index`, `year`, `provinces`, `criteria`) is not written as it must be.',
  message: ({ shortcut, value, example }) => ({
    vi: `Tham số ${shortcut} không nhận "${value}". Ví dụ đúng: ${shortcut}=${example}.`,
    en: `Parameter ${shortcut} does not take "${value}". An example that is right: ${shortcut}=${example}.`,
  }),
});

export const shortcutNotHere = defineError<{ shortcut: string; set: string; available: readonly string[] }>({
  code: 'ODATA_SHORTCUT_NOT_HERE',
  status: 400,
  meaning: 'The set has no column for a short filter. `available` lists those it has; `$filter` takes everything else.',
  message: ({ shortcut, set, available }) => ({
    vi: `Bảng ${set} không lọc được bằng ${shortcut}. Có: ${available.join(', ') || 'không có'}; hoặc dùng $filter.`,
    en: `Set ${set} has no ${shortcut}. It has: ${available.join(', ') || 'none'}; or use $filter.`,
  }),
});

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

import type { BilingualText } from '@lientinh/contracts';
import { defineError } from '@lientinh/errors';

/** Where the codes of a short filter are looked up, for those who wrote a name. */
const WHERE_CODES: Readonly<Record<string, BilingualText | undefined>> = {
  provinces: {
    vi: ' Mã tỉnh có hai chữ số; tra mã theo tên: /odata/v4/Provinces?$search=kon tum.',
    en: ' A province has a code of two digits; to find it by name: /odata/v4/Provinces?$search=kon tum.',
  },
  criteria: {
    vi: ' Tra mã tiêu chí theo tên: /odata/v4/Criteria?index=PAPI&$select=Code,NameVi.',
    en: ' To find the code of a criterion by name: /odata/v4/Criteria?index=PAPI&$select=Code,NameVi.',
  },
};

/** A short filter whose value cannot be one. */
export const shortcutInvalid = defineError<{ option: string; value: string; example: string }>({
  code: 'ODATA_SHORTCUT_INVALID',
  status: 400,
  meaning: 'A short filter (`index`, `year`, `provinces`, `criteria`) is not written as it must be.',
  message: ({ option, value, example }) => ({
    vi: `Tham số ${option} không nhận "${value}". Ví dụ đúng: ${option}=${example}.${WHERE_CODES[option]?.vi ?? ''}`,
    en: `Parameter ${option} does not take "${value}". An example that is right: ${option}=${example}.${WHERE_CODES[option]?.en ?? ''}`,
  }),
});

/** A short filter at a set without its column. */
export const shortcutNotHere = defineError<{ option: string; set: string; available: readonly string[] }>({
  code: 'ODATA_SHORTCUT_NOT_HERE',
  status: 400,
  meaning: 'The set has no column for a short filter. `available` lists those it has; `$filter` takes everything else.',
  message: ({ option, set, available }) => ({
    vi: `Bảng ${set} không lọc được bằng ${option}. Có: ${available.join(', ') || 'không có'}; hoặc dùng $filter.`,
    en: `Set ${set} has no ${option}. It has: ${available.join(', ') || 'none'}; or use $filter.`,
  }),
});

/** A piece of a condition that an unencoded `&` has cut off. */
export const optionCut = defineError<{ option: string }>({
  code: 'ODATA_OPTION_CUT',
  status: 400,
  meaning:
    'What follows an & of the address is no name of an option: a condition was cut in two. Conditions are joined by `and`; an & in a text is %26.',
  message: ({ option }) => ({
    vi: `Dấu & trong địa chỉ cắt rời "${option}". Nối hai điều kiện bằng and (không phải &&); dấu & trong chuỗi viết là %26.`,
    en: `The & in the address cuts off "${option}". Join conditions by and (not &&); an & in a text is written %26.`,
  }),
});

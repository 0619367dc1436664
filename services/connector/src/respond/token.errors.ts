import { defineError } from '@lientinh/errors';

/** A `$skiptoken` or `$deltatoken` that this service did not make, or that was changed on its way. */
export const tokenMalformed = defineError<{ option: string }>({
  code: 'ODATA_TOKEN_MALFORMED',
  status: 400,
  meaning: '$skiptoken or $deltatoken is not as the service gave it: cut off, changed or invented.',
  message: ({ option }) => ({
    vi: `${option} không đúng như dịch vụ đã cấp; hãy đọc lại từ trang đầu.`,
    en: `${option} is not as this service gave it; read again from the first page.`,
  }),
});

/** A token together with other options than those it was made for. */
export const tokenOfOtherQuery = defineError<{ option: string }>({
  code: 'ODATA_TOKEN_OF_OTHER_QUERY',
  status: 400,
  meaning: '$skiptoken or $deltatoken was given for another address, other options or other rights.',
  message: ({ option }) => ({
    vi: `${option} thuộc về một truy vấn khác (địa chỉ, tùy chọn hay quyền đã đổi); hãy dùng nguyên liên kết mà dịch vụ đã trả.`,
    en: `${option} belongs to another query (address, options or rights differ); follow the link just as it was given.`,
  }),
});

/** A delta link of an earlier model of the service. */
export const deltaTokenExpired = defineError<{ option: string }>({
  code: 'ODATA_DELTA_TOKEN_EXPIRED',
  status: 410,
  meaning: 'The delta link cannot be followed any more (the query is no longer tracked): read the whole set again.',
  message: ({ option }) => ({
    vi: `${option} không còn dùng được; hãy đọc lại toàn bộ.`,
    en: `${option} can no longer be followed; read everything again.`,
  }),
});

import { defineError } from '@lientinh/errors';

export const pageSizeInvalid = defineError<{ first: number }>({
  code: 'PAGE_SIZE_INVALID',
  status: 400,
  meaning: '`first` is negative. The default is 50, more than 500 is taken as 500.',
  message: ({ first }) => ({
    vi: `first = ${first} không hợp lệ: phải từ 0 đến 500.`,
    en: `first = ${first} is not valid: use 0 to 500.`,
  }),
});

export const cursorInvalid = defineError({
  code: 'CURSOR_INVALID',
  status: 400,
  meaning: '`after` is not a cursor that this field gave out.',
  message: () => ({
    vi: 'after không phải là con trỏ do trường này cấp; hãy dùng endCursor của trang trước.',
    en: 'after is not a cursor of this field; use the endCursor of the page before.',
  }),
});

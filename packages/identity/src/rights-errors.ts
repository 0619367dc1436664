import type { BilingualText } from '@lientinh/contracts';
import { type CodedError, defineError } from '@lientinh/errors';

/** Which right was missing. */
export type MissingRight = 'ROLE' | 'DATASET' | 'PROVINCE' | 'INDEX' | 'STATUS';

/** Why something may not be done: an error to throw or to put into a report. */
export type Refusal = CodedError;

const RIGHT_TEXT: Readonly<Record<MissingRight, (subject: string) => BilingualText>> = {
  ROLE: (subject) => ({ vi: `cần vai trò "${subject}"`, en: `the role "${subject}" is needed` }),
  DATASET: (subject) => ({ vi: `không có quyền với bộ dữ liệu ${subject}`, en: `no right to data set ${subject}` }),
  PROVINCE: (subject) => ({ vi: `không có quyền với tỉnh ${subject}`, en: `no right to province ${subject}` }),
  INDEX: (subject) => ({ vi: `không có quyền với chỉ số ${subject}`, en: `no right to index ${subject}` }),
  STATUS: (subject) => ({
    vi: `không có quyền công bố điểm ở trạng thái ${subject}`,
    en: `no right to publish scores of status ${subject}`,
  }),
};

export const notAuthenticated = defineError({
  code: 'NOT_AUTHENTICATED',
  status: 401,
  meaning: 'The request carries no token, and what it asks for is not open to everybody.',
  message: () => ({
    vi: 'Yêu cầu này cần đăng nhập: hãy gửi token trong tiêu đề Authorization (Bearer).',
    en: 'This needs signing in: send a token in the Authorization header (Bearer).',
  }),
});

export const notPermitted = defineError<{ right: MissingRight; subject: string }>({
  code: 'NOT_PERMITTED',
  status: 403,
  meaning: 'The token is good, but its rights do not reach that far. `right` and `subject` name what is missing.',
  message: ({ right, subject }) => {
    const text = RIGHT_TEXT[right](subject);
    return { vi: `Không được phép: ${text.vi}.`, en: `Not permitted: ${text.en}.` };
  },
});

import type { BilingualText } from '@lientinh/contracts';
import { defineError } from '@lientinh/errors';
import type { MissingRight } from '@lientinh/identity';

const ASK: BilingualText = {
  vi: 'Hãy liên hệ quản trị viên sổ đăng ký đơn vị công bố.',
  en: "Ask an administrator of the publishers' registry.",
};

const RIGHT_TEXT: Readonly<Record<MissingRight, (subject: string) => BilingualText>> = {
  ROLE: (subject) => ({ vi: `vai trò ${subject}`, en: `the role ${subject}` }),
  DATASET: (subject) => ({ vi: `quyền với bộ dữ liệu ${subject}`, en: `the right to data set ${subject}` }),
  PROVINCE: (subject) => ({ vi: `quyền với tỉnh ${subject}`, en: `the right to province ${subject}` }),
  INDEX: (subject) => ({ vi: `quyền với chỉ số ${subject}`, en: `the right to index ${subject}` }),
  STATUS: (subject) => ({
    vi: `quyền công bố điểm ở trạng thái ${subject}`,
    en: `the right to publish scores of status ${subject}`,
  }),
};

export const publisherNotRegistered = defineError<{ publisher: string }>({
  code: 'PUBLISHER_NOT_REGISTERED',
  status: 403,
  meaning: "The token names a publisher that the publishers' registry does not have. Nothing was written.",
  message: ({ publisher }) => ({
    vi: `Đơn vị công bố "${publisher}" chưa được đăng ký. ${ASK.vi}`,
    en: `Publisher "${publisher}" is not registered. ${ASK.en}`,
  }),
});

export const publisherSuspended = defineError<{ publisher: string }>({
  code: 'PUBLISHER_SUSPENDED',
  status: 403,
  meaning: 'The publisher is suspended in the registry: it neither publishes nor retracts. Nothing was written.',
  message: ({ publisher }) => ({
    vi: `Đơn vị công bố "${publisher}" đang bị tạm dừng, không được công bố hay thu hồi. ${ASK.vi}`,
    en: `Publisher "${publisher}" is suspended: it may neither publish nor retract. ${ASK.en}`,
  }),
});

export const rightNotRegistered = defineError<{ publisher: string; right: MissingRight; subject: string }>({
  code: 'RIGHT_NOT_REGISTERED',
  status: 403,
  meaning:
    'The token has the right, but the registry does not give it to the publisher. `right` and `subject` name what is missing.',
  message: ({ publisher, right, subject }) => {
    const text = RIGHT_TEXT[right](subject);
    return {
      vi: `Sổ đăng ký không ghi ${text.vi} cho đơn vị công bố "${publisher}". ${ASK.vi}`,
      en: `The registry does not give publisher "${publisher}" ${text.en}. ${ASK.en}`,
    };
  },
});

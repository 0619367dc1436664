import { defineError } from '@lientinh/errors';

export const publisherUnknown = defineError<{ id: string; known: readonly string[] }>({
  code: 'PUBLISHER_UNKNOWN',
  status: 404,
  meaning: "There is no publisher with this id in the registry. `known` lists the registry's ids.",
  message: ({ id, known }) => ({
    vi: `Không có đơn vị công bố "${id}". Các mã hiện có: ${known.join(', ')}.`,
    en: `There is no publisher "${id}". Known ids: ${known.join(', ')}.`,
  }),
});

export const publisherExists = defineError<{ id: string }>({
  code: 'PUBLISHER_EXISTS',
  status: 409,
  meaning: 'The id is taken in the registry. Use changePublisherRights to change its rights.',
  message: ({ id }) => ({
    vi: `Mã đơn vị công bố "${id}" đã có; hãy dùng changePublisherRights để đổi quyền.`,
    en: `Publisher "${id}" is registered already; use changePublisherRights to change its rights.`,
  }),
});

export const publisherInvalid = defineError<{ field: string; reason: { vi: string; en: string } }>({
  code: 'PUBLISHER_INVALID',
  status: 422,
  meaning: 'A field of a publisher or of its rights is not usable; `field` names it.',
  message: ({ field, reason }) => ({ vi: `${field}: ${reason.vi}.`, en: `${field}: ${reason.en}.` }),
});

export const publisherStandingUnchanged = defineError<{ id: string; active: boolean }>({
  code: 'PUBLISHER_STANDING_UNCHANGED',
  status: 409,
  meaning: 'The publisher is suspended, or active, already.',
  message: ({ id, active }) => ({
    vi: `Đơn vị công bố "${id}" ${active ? 'đang hoạt động' : 'đã bị tạm dừng'} từ trước.`,
    en: `Publisher "${id}" is ${active ? 'active' : 'suspended'} already.`,
  }),
});

import type { BilingualText } from '@lientinh/contracts';
import { defineError } from '@lientinh/errors';

export const credentialsMalformed = defineError({
  code: 'ODATA_CREDENTIALS_MALFORMED',
  status: 401,
  meaning: 'The Authorization header is neither `Basic` with user and password in UTF-8 and base64, nor `Bearer`.',
  message: () => ({
    vi: 'Tiêu đề Authorization không đúng dạng: cần "Basic" (tên và mật khẩu, UTF-8, base64) hoặc "Bearer" (token).',
    en: 'The Authorization header is malformed: it takes "Basic" (user and password, UTF-8, base64) or "Bearer" (a token).',
  }),
});

export const clientRefused = defineError<{ client: string }>({
  code: 'ODATA_CLIENT_REFUSED',
  status: 401,
  meaning:
    'User and password of Basic are no client of the issuer and its secret, and the password is no workbook key.',
  message: ({ client }) => ({
    vi: `Tên "${client}" và mật khẩu không đúng. Dùng khóa bảng tính làm mật khẩu, hoặc mã và bí mật của hệ thống.`,
    en: `User "${client}" and password are wrong. The password is a workbook key, or the secret of the client named.`,
  }),
});

export const keyRefused = defineError({
  code: 'ODATA_KEY_REFUSED',
  status: 401,
  meaning: 'The password looks like a workbook key, but no such key was ever made.',
  message: () => ({
    vi: 'Không có khóa bảng tính này. Hãy kiểm tra khi chép khóa, hoặc tạo khóa mới.',
    en: 'There is no such workbook key. Check that it was copied whole, or make a new one.',
  }),
});

export const keyRevoked = defineError<{ id: string; revokedAt: string }>({
  code: 'ODATA_KEY_REVOKED',
  status: 401,
  meaning: 'The workbook key was taken back at the instant named.',
  message: ({ id, revokedAt }) => ({
    vi: `Khóa bảng tính ${id} đã bị thu hồi lúc ${revokedAt}. Hãy tạo khóa mới.`,
    en: `Workbook key ${id} was revoked at ${revokedAt}. Make a new one.`,
  }),
});

export const keyExpired = defineError<{ id: string; expiredAt: string }>({
  code: 'ODATA_KEY_EXPIRED',
  status: 401,
  meaning: 'The workbook key is past the expiry given when it was made.',
  message: ({ id, expiredAt }) => ({
    vi: `Khóa bảng tính ${id} đã hết hạn lúc ${expiredAt}. Hãy tạo khóa mới.`,
    en: `Workbook key ${id} expired at ${expiredAt}. Make a new one.`,
  }),
});

export const tooManyAttempts = defineError<{ retryAfterSeconds: number }>({
  code: 'ODATA_TOO_MANY_ATTEMPTS',
  status: 429,
  meaning: 'Too many refused passwords from this address, or for this user from it. Wait for the seconds named.',
  message: ({ retryAfterSeconds }) => ({
    vi: `Sai mật khẩu quá nhiều lần. Hãy đợi ${retryAfterSeconds} giây rồi thử lại.`,
    en: `Too many wrong passwords. Wait ${retryAfterSeconds} seconds, then try again.`,
  }),
});

export const keyUnknown = defineError<{ id: string }>({
  code: 'ODATA_KEY_UNKNOWN',
  status: 404,
  meaning: 'There is no workbook key with this id among those that the caller may see.',
  message: ({ id }) => ({
    vi: `Không có khóa bảng tính "${id}" trong các khóa của bạn.`,
    en: `There is no workbook key "${id}" among yours.`,
  }),
});

export const keyInvalid = defineError<{ field: string; reason: BilingualText }>({
  code: 'ODATA_KEY_INVALID',
  status: 422,
  meaning: 'A field of the workbook key to be made is not usable; `field` names it.',
  message: ({ field, reason }) => ({ vi: `${field}: ${reason.vi}.`, en: `${field}: ${reason.en}.` }),
});

export const tooManyKeys = defineError<{ limit: number }>({
  code: 'ODATA_TOO_MANY_KEYS',
  status: 409,
  meaning: 'The client has as many usable workbook keys as one may have. Revoke those no longer needed.',
  message: ({ limit }) => ({
    vi: `Đã có ${limit} khóa bảng tính còn hiệu lực. Hãy thu hồi khóa không dùng nữa.`,
    en: `There are ${limit} usable workbook keys already. Revoke those no longer needed.`,
  }),
});

export const keyCannotManageKeys = defineError({
  code: 'ODATA_KEY_CANNOT_MANAGE_KEYS',
  status: 403,
  meaning: 'A workbook key reads data; it makes, lists and revokes no keys. Use a token, or client id and secret.',
  message: () => ({
    vi: 'Khóa bảng tính chỉ để đọc dữ liệu. Hãy dùng token, hoặc mã và bí mật của hệ thống, để quản lý khóa.',
    en: 'A workbook key only reads data. Use a token, or client id and secret, to manage keys.',
  }),
});

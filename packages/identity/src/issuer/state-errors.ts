import { defineError } from '@lientinh/errors';

/** `path` is the file; why it cannot be read is not told, for it could quote the file, and the file is secret. */
export const issuerStateDamaged = defineError<{ path: string }>({
  code: 'ISSUER_STATE_DAMAGED',
  status: 500,
  meaning: 'The file with the keys and secrets of the local issuer is not what was written.',
  message: ({ path }) => ({
    vi: `Tệp ${path} bị hỏng: khôi phục tệp, hoặc xóa tệp để có khóa và mật khẩu mới`,
    en: `${path} is damaged: restore it, or remove it to get new keys and new secrets`,
  }),
});

import { defineError } from '@lientinh/errors';

export const leadUnknown = defineError<{ lead: string }>({
  code: 'TASK_LEAD_UNKNOWN',
  status: 422,
  meaning: 'The leading agency of a task filter is neither an agency id nor a name of the directory.',
  message: ({ lead }) => ({
    vi: `Không xác định được cơ quan chủ trì "${lead}". Hãy dùng id (ví dụ 46/so-noi-vu) hoặc tên đầy đủ (Sở Nội vụ).`,
    en: `The leading agency "${lead}" is not known. Use an id (for example 46/so-noi-vu) or the full name (Sở Nội vụ).`,
  }),
});

import { defineError } from '@lientinh/errors';

export const planProvinceUnknown = defineError<{ province: string; on: string | null; known: readonly string[] }>({
  code: 'PLAN_PROVINCE_UNKNOWN',
  status: 422,
  meaning: 'No province bears this code on the day that matters (the day of the plan, or the day or window asked for).',
  message: ({ province, on, known }) => ({
    vi: `Không có tỉnh mang mã "${province}"${on === null ? '' : ` vào ngày ${on}`}. Các mã gần nhất: ${known.join(', ')}.`,
    en: `No province bears the code "${province}"${on === null ? '' : ` on ${on}`}. Nearest codes: ${known.join(', ')}.`,
  }),
});

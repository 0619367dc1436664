import { defineError } from '@lientinh/errors';

export const metricUnknown = defineError<{ metric: string; nearest: readonly string[] }>({
  code: 'METRIC_UNKNOWN',
  status: 422,
  meaning: 'There is no metric of this code; `metrics` lists them.',
  message: ({ metric, nearest }) => ({
    vi: `Không có chỉ tiêu "${metric}". Gần nhất: ${nearest.join(', ')}.`,
    en: `There is no metric "${metric}". Nearest: ${nearest.join(', ')}.`,
  }),
});

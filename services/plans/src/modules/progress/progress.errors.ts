import { defineError } from '@lientinh/errors';

export const planUnknown = defineError<{ plan: string }>({
  code: 'PLAN_UNKNOWN',
  status: 404,
  meaning: 'There is no current plan with this id.',
  message: ({ plan }) => ({
    vi: `Không có kế hoạch hiện hành ${plan}. Hãy tìm id bằng truy vấn plans.`,
    en: `There is no current plan ${plan}. Find its id with the query plans.`,
  }),
});

export const progressTaskUnknown = defineError<{ task: string; plan: string }>({
  code: 'PROGRESS_TASK_UNKNOWN',
  status: 422,
  meaning: 'The task does not belong to the plan that the report is about.',
  message: ({ task, plan }) => ({
    vi: `Nhiệm vụ ${task} không thuộc kế hoạch ${plan}.`,
    en: `Task ${task} does not belong to plan ${plan}.`,
  }),
});

export const progressStatusComputed = defineError({
  code: 'PROGRESS_STATUS_COMPUTED',
  status: 422,
  meaning: 'OVERDUE is computed from the due period and cannot be reported.',
  message: () => ({
    vi: 'OVERDUE do hệ thống tính từ thời hạn, không báo cáo được. Dùng NOT_STARTED, IN_PROGRESS, DONE hoặc CANCELLED.',
    en: 'OVERDUE is computed from the due period and cannot be reported. Use NOT_STARTED, IN_PROGRESS, DONE or CANCELLED.',
  }),
});

export const progressPercentInvalid = defineError<{ percent: string }>({
  code: 'PROGRESS_PERCENT_INVALID',
  status: 422,
  meaning: 'A percentage is not between 0 and 100, or less than 100 of a task that is done.',
  message: ({ percent }) => ({
    vi: `Tỷ lệ ${percent} không hợp lệ: từ 0 đến 100; nhiệm vụ DONE là 100 hoặc để trống.`,
    en: `The percentage ${percent} is not valid: 0 to 100; a task that is DONE has 100 or none.`,
  }),
});

export const progressDayInvalid = defineError<{ reportedOn: string; today: string }>({
  code: 'PROGRESS_DAY_INVALID',
  status: 422,
  meaning: 'A report is about a day that has not come (in Việt Nam).',
  message: ({ reportedOn, today }) => ({
    vi: `Ngày báo cáo ${reportedOn} sau hôm nay (${today}).`,
    en: `The day ${reportedOn} lies after today (${today}).`,
  }),
});

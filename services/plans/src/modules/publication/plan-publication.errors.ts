import type { BilingualText } from '@lientinh/contracts';
import { defineError, type CodedError, type ErrorFactory } from '@lientinh/errors';
import type { PlanUnreadableCode, PlanUnreadableError } from '@lientinh/plan-reader';

interface Unreadable {
  readonly text: BilingualText;
  /** 1-based line, where one line is to blame. */
  readonly line: number | null;
}

function unreadable(code: PlanUnreadableCode, meaning: string, status = 422): ErrorFactory<Unreadable> {
  return defineError<Unreadable>({ code, status, meaning, message: ({ text }) => text });
}

const UNREADABLE: Readonly<Record<PlanUnreadableCode, ErrorFactory<Unreadable>>> = {
  PLAN_TOO_LARGE: unreadable(
    'PLAN_TOO_LARGE',
    'The text of a plan is longer than 2,000,000 characters; it was not read.',
    413,
  ),
  PLAN_EMPTY: unreadable('PLAN_EMPTY', 'The text of a plan is empty.'),
  PLAN_LINE_TOO_LONG: unreadable('PLAN_LINE_TOO_LONG', 'A line of the text is longer than 20,000 characters.'),
  PLAN_NOT_VIETNAMESE: unreadable('PLAN_NOT_VIETNAMESE', 'The text is not in Vietnamese.'),
  PLAN_NOT_A_PLAN: unreadable('PLAN_NOT_A_PLAN', 'The text has no title of a plan («KẾ HOẠCH …»).'),
};

/** The reader's refusal as a coded error of the same code and words. */
export function planUnreadable({ code, text, line }: PlanUnreadableError): CodedError {
  return UNREADABLE[code]({ text, line });
}

export const planInputInvalid = defineError({
  code: 'PLAN_INPUT_INVALID',
  status: 400,
  meaning: '`publishPlan` takes either the text or the structured plan, one of them and not both.',
  message: () => ({
    vi: 'Hãy gửi hoặc văn bản (text), hoặc kế hoạch đã cấu trúc (plan): đúng một trong hai.',
    en: 'Send either the text or the structured plan: exactly one of the two.',
  }),
});

export const planPeriodMissing = defineError({
  code: 'PLAN_PERIOD_MISSING',
  status: 422,
  meaning: 'The title of the plan names no year and no period, so that nothing can be said to be due.',
  message: () => ({
    vi: 'Tên kế hoạch không nêu năm hoặc giai đoạn. Hãy bổ sung (ví dụ «năm 2021»), hoặc gửi kế hoạch đã cấu trúc.',
    en: 'The title names no year or period. Add it (for example «năm 2021»), or send the plan structured.',
  }),
});

export const planPeriodInvalid = defineError<{ from: string; to: string }>({
  code: 'PLAN_PERIOD_INVALID',
  status: 422,
  meaning: 'The period of the plan ends before it begins, or is longer than 20 years.',
  message: ({ from, to }) => ({
    vi: `Giai đoạn ${from} – ${to} không hợp lệ: ngày cuối phải sau ngày đầu và không quá 20 năm.`,
    en: `The period ${from} – ${to} is not valid: it must end after it begins and last 20 years at most.`,
  }),
});

export const planProvinceDiffers = defineError<{ printed: string; given: string }>({
  code: 'PLAN_PROVINCE_DIFFERS',
  status: 422,
  meaning: 'The text names another province than the one it is published for.',
  message: ({ printed, given }) => ({
    vi: `Văn bản là của tỉnh ${printed}, không phải ${given}. Hãy kiểm tra mã tỉnh.`,
    en: `The text is a plan of province ${printed}, not ${given}. Check the province code.`,
  }),
});

export const planIssuerUnknown = defineError<{ issuer: string }>({
  code: 'PLAN_ISSUER_UNKNOWN',
  status: 422,
  meaning: 'The issuing agency as printed is none of the directory, or may be several. Send its id as `issuerAgency`.',
  message: ({ issuer }) => ({
    vi: `Không xác định được cơ quan ban hành «${issuer}». Hãy gửi id của cơ quan trong issuerAgency, ví dụ 46/uy-ban-nhan-dan-tinh.`,
    en: `The issuing agency «${issuer}» is not known. Send its id as issuerAgency, for example 46/uy-ban-nhan-dan-tinh.`,
  }),
});

export const planAgencyIdInvalid = defineError<{ value: string }>({
  code: 'PLAN_AGENCY_ID_INVALID',
  status: 422,
  meaning: 'An agency id is not written as `<province code>/<key>` or `central/<key>`.',
  message: ({ value }) => ({
    vi: `"${value}" không phải id cơ quan; id có dạng 46/so-noi-vu hoặc central/bo-noi-vu.`,
    en: `"${value}" is no agency id; an id looks like 46/so-noi-vu or central/bo-noi-vu.`,
  }),
});

export const planToCorrectUnknown = defineError<{ plan: string; province: string }>({
  code: 'PLAN_TO_CORRECT_UNKNOWN',
  status: 422,
  meaning: '`corrects` names no current plan of the province.',
  message: ({ plan, province }) => ({
    vi: `Không có kế hoạch hiện hành ${plan} của tỉnh ${province} để đính chính.`,
    en: `There is no current plan ${plan} of province ${province} to be corrected.`,
  }),
});

export const planCharacterInvalid = defineError({
  code: 'PLAN_CHARACTER_INVALID',
  status: 422,
  meaning: 'A text holds the character U+0000 or half of a surrogate pair: it was damaged on its way.',
  message: () => ({
    vi: 'Văn bản có ký tự U+0000 hoặc ký tự Unicode bị cắt đôi; hãy xuất lại văn bản dưới dạng UTF-8.',
    en: 'The text holds the character U+0000 or half of a surrogate pair; export it as UTF-8 again.',
  }),
});

export const planTextTooLong = defineError<{ characters: number; limit: number }>({
  code: 'PLAN_FIELD_TOO_LONG',
  status: 422,
  meaning: 'A text of a structured plan is longer than its field takes.',
  message: ({ characters, limit }) => ({
    vi: `Nội dung dài ${characters} ký tự, quá giới hạn ${limit}.`,
    en: `The text has ${characters} characters; the limit is ${limit}.`,
  }),
});

export const planTextMissing = defineError({
  code: 'PLAN_FIELD_EMPTY',
  status: 422,
  meaning: 'A text of a structured plan that has to say something is empty.',
  message: () => ({ vi: 'Nội dung không được để trống.', en: 'The text must not be empty.' }),
});

export const planFigureInvalid = defineError<{ value: number; reason: BilingualText }>({
  code: 'PLAN_FIGURE_INVALID',
  status: 422,
  meaning: 'A figure of a structured plan is outside of what its unit allows.',
  message: ({ value, reason }) => ({
    vi: `Giá trị ${value} không hợp lệ: ${reason.vi}.`,
    en: `The value ${value} is not valid: ${reason.en}.`,
  }),
});

export const planYearInvalid = defineError<{ year: number }>({
  code: 'PLAN_YEAR_INVALID',
  status: 422,
  meaning: 'A year is not between 1990 and 2100.',
  message: ({ year }) => ({
    vi: `Năm ${year} không hợp lệ (1990–2100).`,
    en: `The year ${year} is not valid (1990–2100).`,
  }),
});

export const planDueUnreadable = defineError<{ text: string }>({
  code: 'PLAN_DUE_UNREADABLE',
  status: 422,
  meaning: 'The due text of a structured plan names no date, period or manner.',
  message: ({ text }) => ({
    vi: `Không đọc được thời hạn «${text}». Ví dụ: Quý IV/2021, 30/6/2021, Tháng 12/2021, Thường xuyên.`,
    en: `The due text «${text}» cannot be read. Examples: Quý IV/2021, 30/6/2021, Tháng 12/2021, Thường xuyên.`,
  }),
});

export const planMetricUnitDiffers = defineError<{ metric: string; unit: string; expected: string }>({
  code: 'PLAN_METRIC_UNIT_DIFFERS',
  status: 422,
  meaning: 'The unit of a target is not the unit of its metric.',
  message: ({ metric, unit, expected }) => ({
    vi: `Chỉ tiêu ${metric} tính bằng ${expected}, không phải ${unit}.`,
    en: `Metric ${metric} is in ${expected}, not ${unit}.`,
  }),
});

export const planIndexUnknown = defineError<{ index: string; known: readonly string[] }>({
  code: 'PLAN_INDEX_UNKNOWN',
  status: 422,
  meaning: 'An index goal is about an index that the platform does not hold.',
  message: ({ index, known }) => ({
    vi: `Không có chỉ số "${index}". Các chỉ số: ${known.join(', ')}.`,
    en: `There is no index "${index}". Indices: ${known.join(', ')}.`,
  }),
});

export const planCriterionUnknown = defineError<{ index: string; criterion: string; year: number }>({
  code: 'PLAN_CRITERION_UNKNOWN',
  status: 422,
  meaning: 'The framework of the index in the target year has no such criterion.',
  message: ({ index, criterion, year }) => ({
    vi: `Bộ tiêu chí ${index} năm ${year} không có tiêu chí "${criterion}".`,
    en: `The framework of ${index} in ${year} has no criterion "${criterion}".`,
  }),
});

export const planGoalEmpty = defineError({
  code: 'PLAN_GOAL_EMPTY',
  status: 422,
  meaning: 'An index goal promises nothing: no score, no rank, no gain of ranks.',
  message: () => ({
    vi: 'Mục tiêu phải có ít nhất một trong: targetScore, targetRank, targetRankGain.',
    en: 'A goal needs one of targetScore, targetRank, targetRankGain at least.',
  }),
});

import { defineError } from '@lientinh/errors';

export const scoreProvinceUnknown = defineError<{ province: string; year: number; suggestions: readonly string[] }>({
  code: 'SCORE_PROVINCE_UNKNOWN',
  status: 422,
  meaning:
    'A row names a province code that no unit bore on 30 June of the year. Codes are those of the General Statistics Office.',
  message: ({ province, year, suggestions }) => ({
    vi: `Không có tỉnh mã "${province}" vào ngày 30/6/${year}. Có thể là: ${suggestions.join(', ')}.`,
    en: `No province had the code "${province}" on 30 June ${year}. Perhaps: ${suggestions.join(', ')}.`,
  }),
});

export const scoreCriterionUnknown = defineError<{
  index: string;
  year: number;
  criterion: string;
  nearest: readonly string[];
}>({
  code: 'SCORE_CRITERION_UNKNOWN',
  status: 422,
  meaning: 'A row names a criterion that the framework of the index has not in that year.',
  message: ({ index, year, criterion, nearest }) => ({
    vi: `Bộ tiêu chí ${index} năm ${year} không có tiêu chí "${criterion}". Mã gần nhất: ${nearest.join(', ')}.`,
    en: `The framework of ${index} ${year} has no criterion "${criterion}". Nearest codes: ${nearest.join(', ')}.`,
  }),
});

export const scoreNotANumber = defineError<{ value: string }>({
  code: 'SCORE_NOT_A_NUMBER',
  status: 422,
  meaning: 'A score or maximum is not a finite decimal number, or is missing.',
  message: ({ value }) => ({
    vi: `"${value}" không phải là số thập phân hữu hạn; dùng dấu chấm thập phân, ví dụ 5.94.`,
    en: `"${value}" is not a finite decimal number; use a decimal point, for example 5.94.`,
  }),
});

export const scoreNegative = defineError<{ value: string }>({
  code: 'SCORE_NEGATIVE',
  status: 422,
  meaning: 'A score is below zero.',
  message: ({ value }) => ({
    vi: `Điểm ${value} là số âm; điểm nhỏ nhất là 0.`,
    en: `The score ${value} is negative; the least is 0.`,
  }),
});

export const scoreAboveMaximum = defineError<{ value: string; maximum: string }>({
  code: 'SCORE_ABOVE_MAXIMUM',
  status: 422,
  meaning:
    'A score is above the most that its criterion allows in that year (0.005 is allowed, since 3.33 stands for a third of ten).',
  message: ({ value, maximum }) => ({
    vi: `Điểm ${value} vượt điểm tối đa ${maximum} của tiêu chí.`,
    en: `The score ${value} is above the maximum ${maximum} of the criterion.`,
  }),
});

export const scoreMaximumDiffers = defineError<{ value: string; maximum: string }>({
  code: 'SCORE_MAXIMUM_DIFFERS',
  status: 422,
  meaning:
    'The maximum sent with a score is not that of the framework: the score is on another scale, or the year is wrong.',
  message: ({ value, maximum }) => ({
    vi: `Điểm tối đa ${value} khác với bộ tiêu chí (${maximum}): kiểm tra thang điểm và năm.`,
    en: `The maximum ${value} is not that of the framework (${maximum}): check the scale and the year.`,
  }),
});

export const scoreDuplicateCell = defineError<{ cell: string; firstRow: number }>({
  code: 'SCORE_DUPLICATE_CELL',
  status: 422,
  meaning: 'A province and criterion stand in two rows of one publication.',
  message: ({ cell, firstRow }) => ({
    vi: `Ô ${cell} (tỉnh, tiêu chí) đã có ở dòng ${firstRow}; mỗi ô chỉ được gửi một lần.`,
    en: `The cell ${cell} (province, criterion) stands in row ${firstRow} already; send each cell once.`,
  }),
});

export const scoreRankInvalid = defineError<{ value: string }>({
  code: 'SCORE_RANK_INVALID',
  status: 422,
  meaning: 'A printed rank is not a whole number from 1, or is greater than the number of provinces ranked.',
  message: ({ value }) => ({
    vi: `Thứ hạng "${value}" không hợp lệ: phải là số nguyên từ 1, không lớn hơn số tỉnh được xếp hạng.`,
    en: `The rank "${value}" is not valid: use a whole number from 1, not above the number of provinces ranked.`,
  }),
});

export const scoreMethodUnknown = defineError<{ value: string; known: readonly string[] }>({
  code: 'SCORE_METHOD_UNKNOWN',
  status: 422,
  meaning: 'A row names a method of assessment that there is not.',
  message: ({ value, known }) => ({
    vi: `Không có phương pháp đánh giá "${value}". Các phương pháp: ${known.join(', ')}.`,
    en: `There is no method of assessment "${value}". The methods are: ${known.join(', ')}.`,
  }),
});

export const scoreStatusNotPublishable = defineError<{ status: string }>({
  code: 'SCORE_STATUS_NOT_PUBLISHABLE',
  status: 422,
  meaning: 'Scores of this status are computed by the platform and cannot be published.',
  message: ({ status }) => ({
    vi: `Không công bố được điểm ở trạng thái ${status}: nền tảng tự tính. Hãy gửi SELF_ASSESSED, APPRAISED hoặc PUBLISHED.`,
    en: `Scores of status ${status} cannot be published: the platform computes them. Send SELF_ASSESSED, APPRAISED or PUBLISHED.`,
  }),
});

export const scoreSourceMissing = defineError({
  code: 'SCORE_SOURCE_MISSING',
  status: 422,
  meaning: 'Reported figures (standing REPORTED) come without a source. They are told apart by its url or document.',
  message: () => ({
    vi: 'Số liệu do nguồn khác nêu (REPORTED) phải ghi nguồn: source.url hoặc source.document.',
    en: 'Reported figures (REPORTED) need their source: source.url or source.document.',
  }),
});

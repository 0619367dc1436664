import { ADMINISTRATIVE_LEVELS, AGENCY_KINDS } from '@lientinh/contracts';
import { defineError } from '@lientinh/errors';

/** What the message of a row problem is made from: the value sent, and what stands beside it. */
export interface ProblemDetails {
  readonly value: string | null;
  readonly detail: string | null;
}

const shown = (value: string | null): string => (value === null ? '' : value.slice(0, 80));

export const agencyKeyInvalid = defineError<ProblemDetails>({
  code: 'AGENCY_KEY_INVALID',
  status: 422,
  meaning: 'The key is not 1 to 100 lower-case letters, digits and single hyphens beginning with a letter.',
  message: ({ value }) => ({
    vi: `Khóa "${shown(value)}" không hợp lệ: dùng 1 đến 100 chữ thường không dấu, chữ số và gạch nối, bắt đầu bằng chữ, ví dụ so-noi-vu.`,
    en: `Key "${shown(value)}" is not valid: use 1 to 100 lower-case letters, digits and hyphens beginning with a letter, for example so-noi-vu.`,
  }),
});

export const agencyKeyDuplicate = defineError<ProblemDetails>({
  code: 'AGENCY_KEY_DUPLICATE',
  status: 422,
  meaning: 'Two rows of the publication have the same key.',
  message: ({ value, detail }) => ({
    vi: `Khóa "${shown(value)}" đã có ở dòng ${detail ?? ''}; mỗi cơ quan chỉ nêu một lần.`,
    en: `Key "${shown(value)}" stands in row ${detail ?? ''} already; state each agency once.`,
  }),
});

export const agencyNameMissing = defineError<ProblemDetails>({
  code: 'AGENCY_NAME_MISSING',
  status: 422,
  meaning: 'The Vietnamese name is empty.',
  message: () => ({ vi: 'Thiếu tên cơ quan.', en: 'The name is missing.' }),
});

export const agencyTextTooLong = defineError<ProblemDetails>({
  code: 'AGENCY_TEXT_TOO_LONG',
  status: 422,
  meaning: 'A name, alias or abbreviation has more than 300 characters.',
  message: ({ detail }) => ({
    vi: `Tên dài ${detail ?? ''} ký tự, quá giới hạn 300.`,
    en: `The name has ${detail ?? ''} characters; the limit is 300.`,
  }),
});

export const agencyTextInvalid = defineError<ProblemDetails>({
  code: 'AGENCY_TEXT_INVALID',
  status: 422,
  meaning: 'A name, alias or abbreviation holds control characters, broken characters or "|".',
  message: ({ value }) => ({
    vi: `"${shown(value)}" chứa ký tự điều khiển, ký tự lỗi hoặc dấu "|"; hãy bỏ đi.`,
    en: `"${shown(value)}" holds control characters, broken characters or "|"; remove them.`,
  }),
});

export const agencyKindUnknown = defineError<ProblemDetails>({
  code: 'AGENCY_KIND_UNKNOWN',
  status: 422,
  meaning: 'The kind is not one of AgencyKind.',
  message: ({ value }) => ({
    vi: `Loại cơ quan "${shown(value)}" không có; dùng một trong ${AGENCY_KINDS.join(', ')}.`,
    en: `There is no kind "${shown(value)}"; use one of ${AGENCY_KINDS.join(', ')}.`,
  }),
});

export const agencyLevelUnknown = defineError<ProblemDetails>({
  code: 'AGENCY_LEVEL_UNKNOWN',
  status: 422,
  meaning: 'The level is not one of AdministrativeLevel.',
  message: ({ value }) => ({
    vi: `Cấp "${shown(value)}" không có; dùng một trong ${ADMINISTRATIVE_LEVELS.join(', ')}.`,
    en: `There is no level "${shown(value)}"; use one of ${ADMINISTRATIVE_LEVELS.join(', ')}.`,
  }),
});

export const agencyLevelMisplaced = defineError<ProblemDetails>({
  code: 'AGENCY_LEVEL_MISPLACED',
  status: 422,
  meaning: 'Level CENTRAL in the publication of a province, or another level in that of the centre.',
  message: ({ value }) => ({
    vi: `Cấp ${shown(value)} không thuộc danh mục này: cơ quan trung ương do danh mục trung ương nêu (không có province), cơ quan khác do tỉnh nêu.`,
    en: `Level ${shown(value)} does not belong here: central agencies are stated without a province, all others by their province.`,
  }),
});

export const agencyDateInvalid = defineError<ProblemDetails>({
  code: 'AGENCY_DATE_INVALID',
  status: 422,
  meaning: 'A date is not an existing day as YYYY-MM-DD.',
  message: ({ value }) => ({
    vi: `"${shown(value)}" không phải là ngày có thật theo dạng YYYY-MM-DD.`,
    en: `"${shown(value)}" is not an existing day as YYYY-MM-DD.`,
  }),
});

export const agencyValidityInverted = defineError<ProblemDetails>({
  code: 'AGENCY_VALIDITY_INVERTED',
  status: 422,
  meaning: 'The last day is before the first.',
  message: ({ value, detail }) => ({
    vi: `Ngày kết thúc ${shown(value)} trước ngày bắt đầu ${detail ?? ''}.`,
    en: `The last day ${shown(value)} is before the first day ${detail ?? ''}.`,
  }),
});

export const agencyParentUnknown = defineError<ProblemDetails>({
  code: 'AGENCY_PARENT_UNKNOWN',
  status: 422,
  meaning: 'The parent is neither in the publication nor published.',
  message: ({ value, detail }) => ({
    vi: `Cơ quan chủ quản "${shown(value)}" chưa được công bố (${detail ?? ''}); hãy nêu nó trong cùng lần công bố hoặc công bố trước.`,
    en: `Parent "${shown(value)}" is not published (${detail ?? ''}); state it in this publication or publish it first.`,
  }),
});

export const agencyParentCycle = defineError<ProblemDetails>({
  code: 'AGENCY_PARENT_CYCLE',
  status: 422,
  meaning: 'The chain of parents comes back to the agency, or has more than 20 levels.',
  message: ({ value }) => ({
    vi: `Chuỗi cơ quan chủ quản qua "${shown(value)}" quay vòng hoặc quá 20 cấp.`,
    en: `The chain of parents through "${shown(value)}" is circular or has more than 20 levels.`,
  }),
});

export const agencySuccessorUnknown = defineError<ProblemDetails>({
  code: 'AGENCY_SUCCESSOR_UNKNOWN',
  status: 422,
  meaning: 'A successor is neither in the publication nor published, or is the agency itself.',
  message: ({ value, detail }) => ({
    vi: `Cơ quan kế thừa "${shown(value)}" chưa được công bố hoặc chính là cơ quan này (${detail ?? ''}).`,
    en: `Successor "${shown(value)}" is not published or is the agency itself (${detail ?? ''}).`,
  }),
});

const PROBLEMS = [
  agencyKeyInvalid,
  agencyKeyDuplicate,
  agencyNameMissing,
  agencyTextTooLong,
  agencyTextInvalid,
  agencyKindUnknown,
  agencyLevelUnknown,
  agencyLevelMisplaced,
  agencyDateInvalid,
  agencyValidityInverted,
  agencyParentUnknown,
  agencyParentCycle,
  agencySuccessorUnknown,
] as const;

/** The errors of rows by their code, for the checks in SQL. */
export const AGENCY_PROBLEMS = new Map(PROBLEMS.map((problem) => [problem.code, problem]));
